"""Draw the README's picture: a real lesson, run in the real sandbox.

Run it as `python -m tests.picture` after the app has changed; it writes `tests/picture.svg`.
"""

from __future__ import annotations

import asyncio
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from tutor.course.loader import open_lesson, read_course
from tutor.course.locate import lessons_root
from tutor.learner.store import Record
from tutor.sandbox.client import Sandbox
from tutor.ui.app import TutorApp
from tutor.ui.screens.lesson import LessonScreen
from tutor.ui.widgets.sandbox_pane import SandboxPane

LESSON = "tree-pruning"
PICTURE = Path(__file__).with_suffix(".svg")


def now() -> datetime:
    """A time at which nothing happens."""
    return datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


async def draw(folder: Path) -> str:
    """Predict, run, look: the screen after the first run of the lesson, as SVG."""
    course = read_course(lessons_root(None))
    lesson = open_lesson(course, LESSON)
    prediction = next(index for index, step in enumerate(lesson.steps) if step.kind == "predict")
    record = Record.open(folder, now)
    record.append("welcomed", {"goal": "road", "level": "new"})
    app = TutorApp(
        lambda: course, lambda name: open_lesson(course, name), record, Sandbox(), now=now, lesson=LESSON
    )
    app.animation_level = "none"
    async with app.run_test(size=(160, 45)) as pilot:
        while not isinstance(app.screen, LessonScreen):
            await pilot.pause()
        for _ in range(prediction):
            await pilot.press("n")
            await pilot.pause()
        await pilot.press("2", "enter")
        await pilot.pause()
        await pilot.press("enter", "r")
        pane = app.screen.query_one(SandboxPane)
        while pane.last_result is None:
            await pilot.pause(0.1)
        await pilot.pause()
        return app.export_screenshot(title="mltutor")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        PICTURE.write_text(asyncio.run(draw(Path(place))), encoding="utf-8")
