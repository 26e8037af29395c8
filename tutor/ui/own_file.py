"""A file of the learner's: found by its first letters, read as bytes and no more."""

from __future__ import annotations

import contextlib
import os
import stat
from itertools import islice
from pathlib import Path

from tutor.run import OwnFile

LIMIT = 5_000_000
"""Bytes."""
ENDINGS = (".csv", ".tsv", ".txt", ".tab", ".dat")
LOOKED_AT = 5000
"""Entries of one folder."""
LISTED = 200


class RefusedError(Exception):
    """Why a file is not read; for people."""


def read_file(typed: str) -> OwnFile:
    """The file at a path as it was typed; raises RefusedError."""
    path = Path(os.path.expanduser(typed.strip()))
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise RefusedError(f"{path} is a folder: choose a file in it.")
        if not stat.S_ISREG(found.st_mode):
            raise RefusedError(f"{path} is no ordinary file.")
        with path.open("rb") as file:
            content = file.read(LIMIT + 1)
    except FileNotFoundError:
        raise RefusedError(f"There is no file {path}.") from None
    except PermissionError:
        raise RefusedError(f"You are not allowed to read {path}.") from None
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) and error.strerror else error
        raise RefusedError(f"{path} cannot be read: {why}.") from None
    size = max(found.st_size, len(content))
    if size > LIMIT:
        raise RefusedError(
            f"{path.name} is {size / 1e6:,.1f} MB large; up to {LIMIT / 1e6:g} MB can be opened here. "
            f"Its first rows will do: head -n 20000 {path.name} > part.csv"
        )
    if not content:
        raise RefusedError(f"{path.name} is empty.")
    return OwnFile(path.name, content)


def is_file(typed: str) -> bool:
    """Whether a file stands at a path as it was typed."""
    return bool(typed.strip()) and os.path.isfile(os.path.expanduser(typed.strip()))


def matches(typed: str) -> list[str]:
    """The tables and folders whose path begins as it was typed, tables first; folders end with a slash."""
    folder, _, start = typed.rpartition("/")
    place = os.path.expanduser(f"{folder}/" if "/" in typed else ".")
    files, folders = [], []
    with contextlib.suppress(OSError, ValueError), os.scandir(place) as entries:
        for entry in islice(entries, LOOKED_AT):
            name = entry.name
            if not name.lower().startswith(start.lower()) or (name.startswith(".") and not start):
                continue
            path = f"{folder}/{name}" if "/" in typed else name
            if _is_folder(entry):
                folders.append(f"{path}/")
            elif name.lower().endswith(ENDINGS):
                files.append(path)
    return [*sorted(files), *sorted(folders)][:LISTED]


def shared(paths: list[str]) -> str:
    """The characters that all of them begin with."""
    return os.path.commonprefix(paths)  # noqa: RUF071


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False
