"""How long a key takes to be painted, next to a bare Textual Input: `python -m tests.bench.key_to_paint`.

Both run headless in this process; a key's time ends when the frame that it caused has been written.
"""

from __future__ import annotations

import asyncio
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from textual import events
from textual.app import App, ComposeResult
from textual.pilot import Pilot
from textual.widgets import Input

from tutor.course.loader import load_course, open_lesson
from tutor.course.locate import lessons_root
from tutor.learner.store import Record
from tutor.run import RunRequest
from tutor.sandbox.client import Sandbox
from tutor.ui.app import TutorApp

SIZE = (160, 45)
REPEATS = 30
PAUSE_S = 0.02
LESSON = "tree-pruning"
LETTERS = "abcdefghij"
BUSY = "import time\nwhile True:\n    time.sleep(0.01)\n    print('busy', sum(range(100_000)))\n"


class Bare(App[None]):
    """An input and nothing else."""

    def compose(self) -> ComposeResult:
        yield Input()


async def painted(app: App[Any], key: str) -> float:
    """Milliseconds from a key to the frame that shows it."""
    frame = asyncio.Event()
    display: Callable[..., None] = app._display

    def shown(*place: Any) -> None:
        display(*place)
        frame.set()

    app._display = shown  # type: ignore[method-assign, assignment]
    begin = time.perf_counter()
    app.post_message(events.Key(key, key if len(key) == 1 else None))
    try:
        async with asyncio.timeout(2):
            await frame.wait()
        return (time.perf_counter() - begin) * 1000
    finally:
        del app._display


async def measure(name: str, pilot: Pilot[Any], keys: Sequence[str]) -> None:
    """Print the median over many keys."""
    times = []
    for turn in range(REPEATS):
        await pilot.pause()
        times.append(await painted(pilot.app, keys[turn % len(keys)]))
        await asyncio.sleep(PAUSE_S)
    print(f"{name:32} median {statistics.median(times):6.1f} ms   longest {max(times):6.1f} ms", flush=True)


def now() -> datetime:
    """The time here."""
    return datetime.now().astimezone()


async def drain(runner: Sandbox) -> None:
    """Keep the sandbox busy."""
    async for _ in runner.run(RunRequest(BUSY)):
        pass


async def lesson(folder: Path) -> None:
    """Steps, a question's digits and the editor in a real lesson over a real sandbox."""
    course, record, runner = load_course(lessons_root()), Record.open(folder, now), Sandbox()
    record.append("welcomed", {})
    steps = open_lesson(course, LESSON).steps
    question = next(each.id for each in steps if each.kind == "question")
    app = TutorApp(
        lambda: course, lambda each: open_lesson(course, each), record, runner, now=now, lesson=LESSON
    )
    async with app.run_test(size=SIZE) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        await measure("lesson, next and previous step", pilot, ("n", "p"))
        app.show_lesson(LESSON, question)
        await pilot.pause()
        await pilot.press("f3")
        await measure("question, choosing by digits", pilot, ("1", "2"))
        app.show_lesson(LESSON, next(each.id for each in steps if each.kind == "experiment"))
        await pilot.pause()
        await pilot.press("e")
        await measure("editor, typing", pilot, LETTERS)
        busy = asyncio.ensure_future(drain(runner))
        await measure("editor, while a run prints", pilot, LETTERS)
        busy.cancel()
    record.close()


async def main() -> None:
    """Measure one after the other."""
    async with Bare().run_test(size=SIZE) as pilot:
        await measure("bare Input, typing", pilot, LETTERS)
    with tempfile.TemporaryDirectory() as folder:
        await lesson(Path(folder))


if __name__ == "__main__":
    asyncio.run(main())
