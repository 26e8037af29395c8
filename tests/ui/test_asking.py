"""Code that nothing confines: one calm question, and the learner's answer holds."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from textual.app import App
from textual.screen import Screen

from tests.ui.fakes import FakeRunner, result
from tutor.run import Finished, RunError, RunEvent, RunRequest, RunResult
from tutor.sandbox.permission import QUESTION, UNCONFINED
from tutor.ui.asking import AskingRunner
from tutor.ui.screens.unconfined import UnconfinedScreen


def walless() -> FakeRunner:
    """A runner that refuses until it is allowed."""
    runner = FakeRunner()

    def script(_: RunRequest) -> Iterable[RunEvent]:
        if "allow" in runner.calls:
            return (Finished(result()),)
        return (Finished(RunResult("error", 0.0, error=RunError(UNCONFINED, QUESTION))),)

    runner.script = script
    return runner


@pytest.mark.parametrize("yes", [True, False])
async def test_the_question_comes_once_and_its_answer_holds(yes: bool) -> None:
    asked = 0

    async def ask() -> bool:
        nonlocal asked
        asked += 1
        return yes

    runner = AskingRunner(walless(), ask)
    for _ in range(2):
        events = [event async for event in runner.run(RunRequest("1"))]
        (end,) = [event for event in events if isinstance(event, Finished)]
        assert (end.result.status == "ok") == yes
    assert asked == 1


@pytest.mark.parametrize(("keys", "answer"), [("enter", False), ("down enter", True), ("escape", False)])
async def test_the_careful_answer_is_marked(keys: str, answer: bool) -> None:
    answers: list[bool | None] = []
    app: App[None] = App()
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(UnconfinedScreen(), answers.append)
        await pilot.pause()
        screen: Screen[object] = app.screen
        assert screen.query_one("Static").region.height >= 3
        await pilot.press(*keys.split())
        await pilot.pause()
    assert answers == [answer]
