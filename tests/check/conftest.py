"""The tiny course, sound by the numbers of a fake run."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from tests.course.build import build, change
from tutor.check.course import Report, check_course
from tutor.course.loader import read_course
from tutor.figure import Figure
from tutor.run import RunRequest, RunResult

RECORDED = """\
# Written by mltutor check --record; the prose quotes these numbers.
format_version = 1

[bent.heads]
value = 90.0
sd = 1.6

[toss.heads]
value = 50.0
sd = 1.6
"""


@dataclass(slots=True)
class FakeRun:
    """Tosses without a sandbox: 50 heads of a fair coin and 90 of a bent one, plus the seed."""

    asked: list[RunRequest] = field(default_factory=list)
    twist: Callable[[RunRequest, RunResult], RunResult] | None = None

    async def __call__(self, request: RunRequest) -> RunResult:
        """The result that the experiment would give, twisted as the test wants it."""
        self.asked.append(request)
        heads = (50 if request.params.get("coin", "fair") == "fair" else 90) + (request.seed or 0)
        metrics = {"heads": float(heads), "tosses": 1000.0}
        figure = Figure("Tosses", (), f"{heads} tosses showed heads.")
        result = RunResult("ok", 0.01, figures=(figure,), metrics=metrics)
        return self.twist(request, result) if self.twist else result

    def always(self, **changes: object) -> None:
        """Change these fields of every result."""
        self.twist = lambda _, result: replace(result, **changes)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Checked:
    """A tiny course to break, and its check."""

    root: Path
    folder: Path
    run: FakeRun

    async def report(
        self, *, seeds: int = 5, record: bool = False, lessons: list[str] | None = None
    ) -> Report:
        """The report on the course as it is now."""
        course = read_course(self.root)
        chosen = list(course.lessons) if lessons is None else lessons
        return await check_course(course, chosen, self.run, seeds=seeds, record=record)

    async def said(self, *, seeds: int = 5) -> list[str]:
        """The problems as `file:line: message`."""
        report = await self.report(seeds=seeds)
        return [f"{each.file.name}:{each.line}: {each.message}" for each in report.problems]

    def change(self, name: str, old: str, new: str) -> None:
        """Change one place in a file of the lesson, or in course.toml."""
        change(self.root / name if name == "course.toml" else self.folder / name, old, new)


@pytest.fixture
def tiny(tmp_path: Path) -> Checked:
    """A sound tiny course."""
    folder = build(tmp_path)
    (folder / "recorded.toml").write_text(RECORDED)
    return Checked(tmp_path, folder, FakeRun())
