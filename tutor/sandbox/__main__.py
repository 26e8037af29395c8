"""The sandboxed side's entry: `__main__.py ROLE DESCRIPTOR LEVEL`, see `main`.

Run by path in a clean environment, so it finds its own package first.
"""

from __future__ import annotations

import os
import sys


def main(role: str, descriptor: int, level: int) -> None:
    """Be a zygote, a worker for one run, or the reader of half-typed code."""
    if role == "zygote":
        from tutor.sandbox.zygote import serve

        serve(descriptor, level)
    if role == "completion":
        from tutor.sandbox.completion.process import serve as complete

        complete(descriptor, level)
    from tutor.sandbox.single import serve as work_once

    work_once(descriptor)


def find_own_package() -> None:
    """Put our package ahead of other packages, not of the standard library; real paths only.

    In a root of its own a link may lead nowhere.
    """
    here = os.path.dirname(os.path.realpath(__file__))
    root = os.path.dirname(os.path.dirname(here))
    paths = [os.path.realpath(path) for path in sys.path]
    sites = [path for path in paths if os.path.basename(path) in ("site-packages", "dist-packages")]
    paths.insert(paths.index(sites[0]) if sites else len(paths), root)
    sys.path[:] = paths


if __name__ == "__main__":
    find_own_package()
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
