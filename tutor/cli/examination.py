"""What `mltutor doctor` looks at: one function a section."""

from __future__ import annotations

import importlib.metadata
import os
import platform
import shutil
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tutor import __version__
from tutor.cli.home import cache_folder, log_file, record_folder
from tutor.cli.trial import tried
from tutor.course.errors import ContentError
from tutor.course.loader import load_course
from tutor.course.locate import lessons_root
from tutor.learner.backup import backups
from tutor.learner.database import RecordError
from tutor.learner.inspection import inspect
from tutor.learner.opening import FILE

SMALLEST = (60, 15)
"""Columns and rows below which the app only asks for a larger window."""

ROOM = 20 << 20
"""Bytes of free disk below which saving may soon fail."""


@dataclass(frozen=True, slots=True)
class Section:
    """What was found, in words and for JSON, and what is wrong with how to mend it."""

    name: str
    says: str
    facts: Mapping[str, object]
    problems: tuple[str, ...] = ()


def examine(lessons: Path | None) -> list[Section]:
    """Look at everything."""
    return [versions(), terminal(), record(), cache(), course(lessons), sandbox()]


def versions() -> Section:
    """mltutor and what it stands on."""
    facts = {"version": __version__, "python": platform.python_version()}
    problems = []
    for name in ("textual", "scikit-learn"):
        try:
            facts[name.replace("-", "_")] = importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            problems.append(f"{name} is not installed: pip install mltutor")
    says = ", ".join(f"{name.replace('_', '-')} {found}" for name, found in facts.items())
    return Section("versions", says.replace("version ", "mltutor "), facts, tuple(problems))


def terminal() -> Section:
    """Whether the app can draw here."""
    size = shutil.get_terminal_size()
    is_terminal = sys.stdout.isatty()
    names = ("TERM", "COLORTERM", "NO_COLOR")
    facts = {
        "is_terminal": is_terminal,
        "columns": size.columns,
        "rows": size.lines,
        "encoding": sys.stdout.encoding,
        **{name.lower(): os.environ.get(name) for name in names},
    }
    problems = []
    if is_terminal and (size.columns < SMALLEST[0] or size.lines < SMALLEST[1]):
        problems.append(f"The window is too small: make it at least {SMALLEST[0]} by {SMALLEST[1]}.")
    if "utf" not in (sys.stdout.encoding or "").lower():
        problems.append("Charts need UTF-8: export PYTHONUTF8=1, or choose a UTF-8 locale.")
    kind = f"{size.columns}×{size.lines}" if is_terminal else "none here (the output goes elsewhere)"
    return Section("terminal", f"{kind}, {os.environ.get('TERM', 'TERM not set')}", facts, tuple(problems))


def record() -> Section:
    """Whether what the learner does is kept."""
    try:
        found = inspect(record_folder() / FILE)
    except RecordError as error:
        path = record_folder() / FILE
        return Section("record", f"{path}: from a newer mltutor", {"path": str(path)}, (str(error),))
    copies = backups(found.path)
    facts = {
        "path": str(found.path),
        "bytes": found.bytes,
        "format": found.format,
        "events": found.events,
        "writable": found.writable,
        "integrity": found.problem or "ok",
        "backups": [str(each) for each in copies],
    }
    problems = []
    if found.problem:
        remedy = "mend it with mltutor doctor --rebuild" if found.damaged else "close mltutor and look again"
        problems.append(f"The record cannot be used ({found.problem}): {remedy}.")
    elif not found.writable:
        problems.append(f"Nothing is saved: make {found.path.parent} writable, or set MLTUTOR_HOME.")
    if (free := free_space(found.path.parent)) < ROOM:
        problems.append(f"The disk is nearly full: {free >> 20} MB are left; make room.")
    held = "nothing yet" if found.events is None else f"{found.events} events in {found.bytes / 1024:,.0f} KB"
    return Section("record", f"{found.path}: {held}, {len(copies)} backups", facts, tuple(problems))


def cache() -> Section:
    """Whether what is made once can be kept."""
    folder = cache_folder()
    writable = os.access(existing(folder), os.W_OK)
    facts = {"path": str(folder), "writable": writable, "log": str(log_file())}
    problem = f"The cache cannot be written, so starting is slower: make {folder} writable."
    return Section("cache", f"{folder}; log: {log_file()}", facts, () if writable else (problem,))


def course(lessons: Path | None) -> Section:
    """Whether every lesson can be opened."""
    root = lessons_root(lessons)
    try:
        found = load_course(root)
    except (ContentError, OSError) as fault:
        return Section("course", f"{root}: it cannot be read", {"path": str(root)}, (str(fault),))
    states = [each.status for each in found.lessons.values()]
    broken = [each for each in found.lessons.values() if each.status == "broken"]
    facts = {
        "path": str(root),
        "lessons": len(states),
        "written": states.count("written"),
        "planned": states.count("planned"),
        "broken": [{"id": each.id, "problem": each.problem} for each in broken],
    }
    says = f"{root}: {len(states)} lessons, {facts['written']} written, {len(broken)} broken"
    return Section("course", says, facts, tuple(each.problem for each in broken))


def sandbox() -> Section:
    """Whether code runs, and what it runs on."""
    trial = tried()
    forks = hasattr(os, "fork")
    facts = {
        "system": platform.system(),
        "release": platform.release(),
        "machine": platform.machine(),
        "cpus": os.cpu_count(),
        "fork": forks,
        "runs": not trial.problem,
        "warm_up_s": round(trial.warm_up_s, 2),
        **trial.walls,
    }
    problems = (f"Experiments do not run: {trial.problem} Try: pip install --force-reinstall mltutor",)
    start = "by fork" if forks else "in a fresh interpreter"
    says = (
        f"ready in {trial.warm_up_s:.1f} s, runs start {start}; {facts['system']}, {facts['cpus']} processors"
    )
    if trial.walls:
        says += f"; confined at level {trial.walls['level']} of 3: {trial.walls['whose_code']}"
    if trial.walls.get("next"):
        says += f". For the next level: {trial.walls['next']}"
    return Section("sandbox", says, facts, problems if trial.problem else ())


def existing(folder: Path) -> Path:
    """The folder, or the nearest one above it that is there."""
    return next((each for each in (folder, *folder.parents) if os.path.exists(each)), folder)


def free_space(folder: Path) -> int:
    """Bytes that are free where `folder` is or would be."""
    return shutil.disk_usage(existing(folder)).free
