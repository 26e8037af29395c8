"""The files that an interpreter with scikit-learn reads; nobody's home, and nothing of the course."""

from __future__ import annotations

import os
import sys
import sysconfig
from collections.abc import Iterable, Iterator
from pathlib import Path

SITES = ("site-packages", "dist-packages")
SYSTEM = (
    "/usr/lib",
    "/usr/lib64",
    "/lib",
    "/lib64",
    "/etc/ld.so.cache",
    "/etc/localtime",
    "/usr/share/zoneinfo",
)
PACKAGE = Path(__file__).resolve().parents[1]
"""Our own package: the sandboxed side imports from it while it starts, and never reads it again."""


def folders() -> list[str]:
    """Whole folders and files that belong into the sandbox's root, without those inside another."""
    linked = (path for path in entries() if os.path.islink(path))
    found = {os.path.realpath(path) for path in (*_stdlib(), *_sites(), *linked, *_libraries(), *SYSTEM)}
    return outermost(path for path in found if os.path.exists(path))


def outermost(paths: Iterable[str]) -> list[str]:
    """The paths that lie in no other of them."""
    every = set(paths)
    return sorted(path for path in every if not any(str(parent) in every for parent in Path(path).parents))


def entries() -> Iterator[str]:
    """What may be read, entry by entry: of the packages all but our own, this copy and any other."""
    for folder in _stdlib():
        yield from (path for path in _inside(folder) if os.path.basename(path) not in SITES)
    for folder in _sites():
        yield from (path for path in _inside(folder) if not _ours(path))
    yield from _libraries()
    yield from SYSTEM


def open_to_all(path: str) -> bool:
    """Whether an unprivileged user reaches and reads `path`."""
    real = Path(os.path.realpath(path))
    return all(parent.stat().st_mode & 0o001 for parent in real.parents) and bool(real.stat().st_mode & 0o004)


def _stdlib() -> set[str]:
    found = {sysconfig.get_path(name) for name in ("stdlib", "platstdlib")}
    return {os.path.realpath(path) for path in found if os.path.isdir(path)}


def _sites() -> set[str]:
    found = {path for path in sys.path if os.path.basename(path) in SITES and os.path.isdir(path)}
    return {os.path.realpath(path) for path in found}


def _libraries() -> Iterator[str]:
    """The interpreter's own shared libraries."""
    for folder in {sys.base_prefix, sys.prefix}:
        yield from (os.path.realpath(path) for path in Path(folder, "lib").glob("*.so*"))


def _inside(folder: str) -> Iterator[str]:
    with os.scandir(folder) as found:
        yield from (entry.path for entry in found)


def _ours(path: str) -> bool:
    name = os.path.basename(path)
    return name == PACKAGE.name or name.startswith(("mltutor", "_editable_impl_mltutor"))
