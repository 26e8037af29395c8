"""The road as it was at the last start, believed only while no file of the course has changed.

Read before the first paint: TOML, errors and lessons are not even imported when this suffices.
"""

from __future__ import annotations

import contextlib
import json
import os
import zlib
from dataclasses import fields
from operator import attrgetter
from pathlib import Path
from typing import Any, TypeAlias

import tutor
from tutor.course.road import Course, LessonSummary, Unit

Stamps: TypeAlias = dict[str, list[int]]
"""Every folder and file of a course → when it was changed (ns) and its size."""


def remembered(root: Path, cache: Path) -> Course | None:
    """The course in `root` as `remember` kept it in the folder `cache`; None if that is not so any more."""
    try:
        kept = json.loads(cache_file("road", root, cache).read_text(encoding="utf-8"))
        if (
            kept["version"] != tutor.__version__
            or kept["root"] != str(root)
            or kept["stamps"] != stamps(root)
        ):
            return None
        units = tuple(Unit(id_, title, tuple(lessons)) for id_, title, lessons in kept["units"])
        lessons = (LessonSummary(*map(_frozen, each)) for each in kept["lessons"])
        return Course(kept["title"], root, units, {each.id: each for each in lessons})
    except (OSError, ValueError, KeyError, TypeError):
        return None


def remember(course: Course, found: Stamps, cache: Path) -> None:
    """Keep the course in the folder `cache`; `found` are the stamps from before it was read."""
    values = attrgetter(*(each.name for each in fields(LessonSummary)))
    kept = {
        "version": tutor.__version__,
        "root": str(course.root),
        "stamps": found,
        "title": course.title,
        "units": [(each.id, each.title, each.lessons) for each in course.units],
        "lessons": [values(each) for each in course.lessons.values()],
    }
    write(cache_file("road", course.root, cache), kept)


def stamps(root: Path) -> Stamps:
    """The stamps of all that lies in `root`, in a unit's folder or in a lesson's; raises OSError."""
    found: Stamps = {}
    folders = [str(root)]
    for folder in folders:
        deeper = folder.count(os.sep) < str(root).count(os.sep) + 2
        with os.scandir(folder) as entries:
            for entry in entries:
                found[entry.path] = _stamp(entry)
                if deeper and entry.is_dir():
                    folders.append(entry.path)
    return found


def _stamp(entry: os.DirEntry[str]) -> list[int]:
    """When a file was changed and its size; nothing for a link that leads nowhere."""
    try:
        stat = entry.stat()
    except OSError:
        return []
    return [stat.st_mtime_ns, stat.st_size]


def cache_file(kind: str, root: Path, cache: Path) -> Path:
    """Where something about the course in `root` is kept in the folder `cache`."""
    return cache / f"{kind}-{zlib.crc32(os.fsencode(root.absolute())):08x}.json"


def write(file: Path, value: object) -> None:
    """Put a value into a file, whole or not at all; a folder that cannot be written is no matter."""
    from tempfile import NamedTemporaryFile

    with contextlib.suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile("w", dir=file.parent, encoding="utf-8", suffix=".part", delete=False) as part:
            json.dump(value, part)
        os.replace(part.name, file)


def _frozen(value: Any) -> Any:
    """A list from JSON as the tuple it was."""
    return tuple(value) if isinstance(value, list) else value
