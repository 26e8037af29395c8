"""The lesson with every kind of question, played at a step."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import TypeAlias

import pytest
from textual.pilot import Pilot

from tests.ui.answers import kinds_course
from tests.ui.conftest import MakeApp
from tests.ui.fakes import FakeRunner
from tests.ui.lesson_play import NARROW, press, settle
from tutor.course.loader import load_course
from tutor.learner.store import Record
from tutor.ui.app import TutorApp

AtQuestion: TypeAlias = Callable[..., TutorApp]
Asked: TypeAlias = Callable[..., AbstractAsyncContextManager[Pilot[None]]]


@pytest.fixture
def at_question(make_app: MakeApp, record: Record, tmp_path: Path) -> AtQuestion:
    """The app at a question of the lesson with every kind."""

    def make(question: str, *, asks_how_sure: bool = False, runner: FakeRunner | None = None) -> TutorApp:
        course = load_course(kinds_course.build(tmp_path / "kinds"))
        record.append(
            "step-reached",
            {
                "lesson": kinds_course.LESSON_ID,
                "step": question,
                "index": kinds_course.STEPS.index(question),
            },
        )
        return make_app(
            course=course,
            lesson=kinds_course.LESSON_ID,
            runner=runner or FakeRunner(script=kinds_course.judging),
            asks_how_sure=asks_how_sure,
        )

    return make


@pytest.fixture
def asked(at_question: AtQuestion) -> Asked:
    """The same, running."""

    @asynccontextmanager
    async def run(
        question: str,
        *keys: str,
        size: tuple[int, int] = NARROW,
        asks_how_sure: bool = False,
        runner: FakeRunner | None = None,
    ) -> AsyncIterator[Pilot[None]]:
        app = at_question(question, asks_how_sure=asks_how_sure, runner=runner)
        async with app.run_test(size=size) as pilot:
            await settle(pilot)
            await press(pilot, *keys)
            yield pilot

    return run
