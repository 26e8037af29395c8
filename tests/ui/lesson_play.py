"""Playing the tiny course's lesson: keys in, words on the screen out."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from textual.pilot import Pilot

from tests.ui.conftest import MakeApp
from tutor.learner.store import Record
from tutor.ui.screens.lesson import LessonScreen
from tutor.ui.widgets.step_view import StepView

LESSON = "blur-and-error"
NARROW, TWO, THREE = (80, 24), (120, 40), (160, 45)

STEPS = (
    "why-blur",
    "p-error",
    "run-blur",
    "explain-1",
    "the-rest-of-the-story",
    "q-single",
    "q-multiple",
    "q-numeric",
    "c1",
    "recap",
)
"""The steps of the tiny lesson."""


@asynccontextmanager
async def playing(make_app: MakeApp, size: tuple[int, int] = NARROW) -> AsyncIterator[Pilot[None]]:
    """The lesson, opened."""
    app = make_app(lesson=LESSON)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, LessonScreen)
        yield pilot


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys, and let what follows from each happen."""
    for key in keys:
        await pilot.press(key)
        await pilot.pause()
    await pilot.pause()


async def go(pilot: Pilot[None], step: str) -> None:
    """Walk to a step by its id, out of any field first."""
    while here(pilot) != step:
        await press(pilot, "f2", "n" if STEPS.index(here(pilot)) < STEPS.index(step) else "p")


async def settle(pilot: Pilot[None]) -> None:
    """Let messages, focus and short runs come to rest."""
    for _ in range(2):
        await pilot.pause()


def lesson(pilot: Pilot[None]) -> LessonScreen:
    """The lesson's screen, even under another one."""
    return next(screen for screen in pilot.app.screen_stack if isinstance(screen, LessonScreen))


def here(pilot: Pilot[None]) -> str:
    """The current step's id."""
    return next(view.step.id for view in lesson(pilot).prose.query(StepView) if view.current)


def shown(pilot: Pilot[None]) -> str:
    """Everything on the screen as text."""
    strips = pilot.app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips)


def kinds(record: Record, *wanted: str) -> list[str]:
    """The kinds of the events in order."""
    return [event.kind for event in record.events(*wanted)]
