"""What tests of the app share: a small course, a record, a fake runner, and everything that varies frozen."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

import pytest
from textual.widgets import Input, TextArea

from tests.ui.fakes import FakeRunner
from tests.ui.tiny_course import build
from tutor.course.loader import load_course, open_lesson
from tutor.course.model import Course
from tutor.learner.store import Record
from tutor.ui.app import TutorApp

BASELINE = (3, 11)
"""The Python whose snapshots are kept."""

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


class MakeApp(Protocol):
    """Builds the app around the tiny course."""

    def __call__(
        self,
        *,
        lesson: str | None = None,
        course: Course | None = None,
        welcomed: bool = True,
        runner: FakeRunner | None = None,
        asks_how_sure: bool = False,
    ) -> TutorApp: ...


def pytest_configure(config: pytest.Config) -> None:
    """Snapshots are recorded by one version of Python only."""
    if config.getoption("update_snapshots", default=False) and sys.version_info[:2] != BASELINE:
        raise pytest.UsageError(f"record snapshots with Python {BASELINE[0]}.{BASELINE[1]} only")


@pytest.fixture(autouse=True)
def frozen(monkeypatch: pytest.MonkeyPatch) -> None:
    """No blinking, and nothing from the environment of whoever runs the tests."""
    for name in [name for name in os.environ if name.startswith(("TEXTUAL", "MLTUTOR"))]:
        if name != "TEXTUAL_SNAPSHOT_TEMPDIR":
            monkeypatch.delenv(name)
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setattr(Input, "cursor_blink", False)
    monkeypatch.setattr(TextArea, "cursor_blink", False)


@pytest.fixture
def now() -> Callable[[], datetime]:
    """A clock that stands still."""
    return lambda: NOW


@pytest.fixture
def tiny_course(tmp_path: Path) -> Course:
    """The small course, loaded."""
    return load_course(build(tmp_path / "lessons"))


@pytest.fixture
def runner() -> FakeRunner:
    """A runner whose runs go well."""
    return FakeRunner()


@pytest.fixture
def record(tmp_path: Path, now: Callable[[], datetime]) -> Iterator[Record]:
    """An empty record."""
    record = Record.open(tmp_path / "record", now)
    yield record
    record.close()


@pytest.fixture
def make_app(tiny_course: Course, record: Record, runner: FakeRunner, now: Callable[[], datetime]) -> MakeApp:
    """The app around the tiny course, the record and the fake runner, as it is after the welcome."""
    calm = runner

    def make(
        *,
        lesson: str | None = None,
        course: Course | None = None,
        welcomed: bool = True,
        runner: FakeRunner | None = None,
        asks_how_sure: bool = False,
    ) -> TutorApp:
        if welcomed:
            record.append("welcomed", {"goal": "road", "level": "some"})
        if not asks_how_sure:
            record.append("setting-changed", {"name": "confidence", "value": "off"})
        app = TutorApp(
            lambda: course or tiny_course,
            lambda lesson_id: open_lesson(course or tiny_course, lesson_id),
            record,
            runner or calm,
            now=now,
            lesson=lesson,
        )
        app.animation_level = "none"
        return app

    return make
