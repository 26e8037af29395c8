"""The sandboxed side's entry: `__main__.py zygote CONTROL_FD LEVEL` or `__main__.py worker WIRE_FD`.

Run by path in a clean environment, so it finds its own package first.
"""

from __future__ import annotations

import os
import sys


def main(role: str, descriptor: int, level: int) -> None:
    """Be a zygote, or a worker for one run."""
    if role == "zygote":
        from tutor.sandbox.zygote import serve

        serve(descriptor, level)
    from tutor.sandbox.single import serve as work_once

    work_once(descriptor)


if __name__ == "__main__":
    here = os.path.dirname(os.path.realpath(__file__))
    root = os.path.dirname(os.path.dirname(here))
    # Real paths only: in a root of its own a link may lead nowhere.
    sys.path[:] = [root, *map(os.path.realpath, sys.path)]
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
