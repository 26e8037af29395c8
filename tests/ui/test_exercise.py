"""An exercise: written, tried, handed in, helped with, solved, left and found again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest
from textual.message import Message
from textual.pilot import Pilot
from textual.widgets import OptionList, Static

from tests.ui.conftest import MakeApp
from tests.ui.exercise_play import (
    SOLUTION,
    STARTER,
    Judge,
    course,
    exercising,
    judge,
    screen,
    verdict,
)
from tests.ui.fakes import FakeRunner
from tests.ui.lesson_play import here, press, settle, shown
from tutor.course.model import Course
from tutor.grading.verdict import Verdict
from tutor.learner.store import Record
from tutor.run import Finished, Output, RunError, RunEvent, RunRequest, RunResult, Started
from tutor.ui.app import TutorApp
from tutor.ui.refuting import Met
from tutor.ui.screens.exercise import ExerciseScreen
from tutor.ui.screens.exercise_help import HelpScreen
from tutor.ui.screens.finished import FinishedScreen
from tutor.ui.screens.lesson import LessonScreen

__all__ = ["course", "judge"]

PLACE = "blur-and-error/exercise/e1"


def top(pilot: Pilot[None]) -> str:
    """The line on top."""
    return shown(pilot).splitlines()[0]


def tried(record: Record) -> list[dict[str, object]]:
    """The attempts that were recorded."""
    return [dict(event.body) for event in record.events("tried")]


async def write(pilot: Pilot[None], source: str) -> None:
    """Put code into the editor and go there."""
    screen(pilot).editor.put(source)
    await press(pilot, "f3")


async def test_the_lesson_tells_the_task_and_leads_to_it(
    make_app: MakeApp, course: Course, judge: Judge
) -> None:
    async with exercising(make_app, course) as pilot:
        assert screen(pilot).editor.text == STARTER
        assert "which gives the error of the best threshold" in shown(pilot)
        await press(pilot, "enter")
        assert screen(pilot).editor.has_focus
        await press(pilot, "escape", "escape")
        assert isinstance(pilot.app.screen, LessonScreen)
        assert "to be solved" in shown(pilot)
        assert "Now with your own hands" in shown(pilot)
        assert here(pilot) == "e1"


async def test_what_is_handed_in_is_judged_in_words_and_recorded(
    make_app: MakeApp, course: Course, judge: Judge, record: Record
) -> None:
    judge.verdicts = [verdict(1, 2), verdict(2)]
    async with exercising(make_app, course) as pilot:
        await write(pilot, SOLUTION)
        await press(pilot, "f9")
        words = shown(pilot)
        assert "✗ 1 of 3 cases pass" in words
        assert "✗ some blur\n   expected 0.2, got NaN" in words
        assert tried(record) == [
            {
                "lesson": "blur-and-error",
                "exercise": "e1",
                "source": SOLUTION,
                "passed": 1,
                "of": 3,
                "score": 0.3333,
                "rungs": [],
            }
        ]
        await press(pilot, "f9")
        assert "✗ 2 of 3 cases pass" in shown(pilot)
        (_, first), (source, second) = judge.asked
        assert source == SOLUTION
        assert first != second


async def test_a_wrong_solution_that_is_known_is_named_first(
    make_app: MakeApp, course: Course, judge: Judge, record: Record
) -> None:
    judge.verdicts = [verdict(0, 1, diagnosis="That *doubles* the blur.")]
    async with exercising(make_app, course) as pilot:
        await press(pilot, "f9")
        words = shown(pilot)
        assert words.index("▸ That doubles the blur.") < words.index("✗ no blur")
        assert "error(0.0) → 0.0\n   expected 0.2, got NaN" in words
        (event,) = tried(record)
        assert event["diagnosis"] == "double"
        assert event["misconceptions"] == ["noise-is-data"]


async def test_code_that_cannot_run_is_explained_and_counts_as_no_attempt(
    make_app: MakeApp, course: Course, judge: Judge, record: Record
) -> None:
    judge.verdicts = [Verdict((), "broken", RunError("SyntaxError", "expected ':'", 6))]
    async with exercising(make_app, course) as pilot:
        await press(pilot, "f9")
        assert "expected ':'" in shown(pilot)
        assert "6 │ return blur" in shown(pilot)
        assert screen(pilot).editor.error_line == 6
        assert tried(record) == []
        await press(pilot, "e", "a")
        assert screen(pilot).editor.error_line is None


async def test_what_is_wrong_with_all_cases_is_said_once(
    make_app: MakeApp, course: Course, judge: Judge
) -> None:
    judge.verdicts = [verdict(0, 1, 2), verdict(2, error=RunError("timeout", "expected 0.2, got NaN"))]
    async with exercising(make_app, course) as pilot:
        await press(pilot, "f9")
        assert shown(pilot).count("expected 0.2, got NaN") == 1
        await press(pilot, "f9")
        assert shown(pilot).count("expected 0.2, got NaN") == 1
        judge.verdicts = [verdict(1, 2)]
        await press(pilot, "f9")
        assert shown(pilot).count("expected 0.2, got NaN") == 1
        assert "the same as above" in shown(pilot)
        judge.verdicts = [replace(verdict(2), stdout="a\n" * 1000 + "x" * 10**6)]
        await press(pilot, "f9")
        assert "Printed meanwhile" in shown(pilot)
        assert screen(pilot).results.virtual_size.height < 60


async def test_a_judging_that_breaks_loses_nothing(
    make_app: MakeApp, course: Course, judge: Judge, record: Record
) -> None:
    judge.breaks = OSError("gone")
    async with exercising(make_app, course) as pilot:
        await press(pilot, "f9")
        assert "The judging failed: gone. Nothing is lost" in shown(pilot)
        judge.breaks = None
        await press(pilot, "f9")
        assert "all 3 cases pass" in shown(pilot)
        assert len(tried(record)) == 1


async def test_a_judging_can_be_stopped(
    make_app: MakeApp, course: Course, judge: Judge, record: Record, runner: FakeRunner
) -> None:
    judge.runs = True
    async with exercising(make_app, course) as pilot:
        runner.hold()
        await write(pilot, SOLUTION)
        await press(pilot, "f9")
        assert "judging" in top(pilot)
        await press(pilot, "f9", "f5")
        assert len(judge.asked) == 1
        await press(pilot, "f8")
        await settle(pilot)
        assert "Stopped before the cases were through" in shown(pilot)
        assert tried(record) == []


def printing(_: RunRequest) -> Iterable[RunEvent]:
    """The script of a run that prints and fails."""
    yield Started()
    yield Output("stdout", "halved\n")
    yield Finished(RunResult("error", 0.1, error=RunError("NameError", "no blur here", 2)))


async def test_the_code_can_be_tried_without_being_judged(
    make_app: MakeApp, course: Course, judge: Judge, record: Record, runner: FakeRunner
) -> None:
    runner.script = printing
    async with exercising(make_app, course) as pilot:
        await write(pilot, "print('halved')\nblur")
        await press(pilot, "f5")
        assert runner.requests[-1].source == "print('halved')\nblur"
        assert "halved" in shown(pilot)
        assert "no blur here" in shown(pilot)
        assert screen(pilot).editor.error_line == 2
        assert judge.asked == []
        runner.script = lambda _: (Started(), Finished(RunResult("ok", 0.1)))
        await press(pilot, "f5")
        assert "printed nothing" in shown(pilot)
        assert not any(head.display for head in screen(pilot).results.query("#head"))
        await press(pilot, "f9")
        assert "printed" not in shown(pilot)


async def test_help_tells_its_price_and_lowers_the_credit(
    make_app: MakeApp, course: Course, judge: Judge, record: Record
) -> None:
    async with exercising(make_app, course) as pilot:
        assert "credit 100%" in top(pilot)
        await press(pilot, "h")
        assert isinstance(pilot.app.screen, HelpScreen)
        assert "worth 100% now, 95% after the next step" in shown(pilot)
        assert "costs 5%" in shown(pilot)
        await press(pilot, "escape")
        assert "credit 100%" in top(pilot)
        await press(pilot, "f10", "enter")
        assert "credit 95%" in top(pilot)
        assert "What did the run say" in shown(pilot)
        await press(pilot, "h", "enter")
        assert "so halve it" in shown(pilot)
        await press(pilot, "f9")
        assert "Solved, with 85% of the credit: the help took 15%." in shown(pilot)
        assert tried(record)[-1]["rungs"] == ["nudge", "idea"]
        assert tried(record)[-1]["score"] == 0.85
        await press(pilot, "h")
        assert "help costs nothing any more" in shown(pilot)


async def test_the_steps_of_help_come_in_their_order(make_app: MakeApp, course: Course, judge: Judge) -> None:
    async with exercising(make_app, course) as pilot:
        await press(pilot, "h")
        rungs = pilot.app.screen.query_one(OptionList)
        assert [option.disabled for option in rungs.options] == [False, True, True, True]
        await press(pilot, "enter", "h", "up", "enter")
        assert "credit 95%" in top(pilot)


async def test_the_skeleton_goes_into_the_editor_and_undo_brings_the_code_back(
    make_app: MakeApp, course: Course, judge: Judge
) -> None:
    async with exercising(make_app, course) as pilot:
        await press(pilot, "c")
        assert screen(pilot).editor.text == STARTER
        await press(pilot, *["h", "enter"] * 3)
        assert "return blur / ___" in shown(pilot)
        await press(pilot, "c")
        halved = STARTER.split("def ")[0] + "def error(blur):\n    return blur / ___\n"
        assert screen(pilot).editor.text == halved
        assert screen(pilot).editor.has_focus
        await press(pilot, "ctrl+z")
        assert screen(pilot).editor.text == STARTER
        await press(pilot, "a", "ctrl+r")
        assert screen(pilot).editor.text == STARTER


async def test_code_and_help_are_there_again(
    make_app: MakeApp, course: Course, judge: Judge, record: Record
) -> None:
    async with exercising(make_app, course) as pilot:
        await press(pilot, "h", "enter")
        await write(pilot, SOLUTION)
        await press(pilot, "escape", "escape")
        assert record.draft(PLACE) == SOLUTION
        await press(pilot, "enter")
        assert screen(pilot).editor.text == SOLUTION
        assert "credit 95%" in top(pilot)
    app = make_app(lesson="blur-and-error", course=course)
    async with app.run_test() as pilot:
        await press(pilot, "enter")
        assert screen(pilot).editor.text == SOLUTION
        assert "What did the run say" in shown(pilot)


async def test_the_newest_code_is_kept_in_half_a_second(
    make_app: MakeApp, course: Course, judge: Judge, record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tutor.ui.screens.exercise.EVERY_S", 0.01)
    async with exercising(make_app, course) as pilot:
        await press(pilot, "e", "x")
        await pilot.pause(0.05)
        assert record.draft(PLACE) == "x" + STARTER


async def test_solving_leads_on_and_is_told(
    make_app: MakeApp, course: Course, judge: Judge, record: Record
) -> None:
    async with exercising(make_app, course) as pilot:
        await press(pilot, "n")
        assert isinstance(pilot.app.screen, ExerciseScreen)
        await press(pilot, "f9")
        assert "✓ solved, 100%" in top(pilot)
        await press(pilot, "n")
        assert here(pilot) == "recap"
        assert "✓ solved" in shown(pilot)
        await press(pilot, "n")
        assert isinstance(pilot.app.screen, FinishedScreen)
        assert "The exercise is solved." in str(pilot.app.screen.query_one(Static).content)
        await press(pilot, "p", "p", "enter")
        assert here(pilot) == "recap"
        await press(pilot, "p", "x")
        assert isinstance(pilot.app.screen, ExerciseScreen)


async def test_one_may_go_on_without_solving_it(
    make_app: MakeApp, course: Course, judge: Judge, record: Record
) -> None:
    async with exercising(make_app, course) as pilot:
        await press(pilot, "k")
        assert here(pilot) == "recap"
        await press(pilot, "n")
        assert "still to be solved" in shown(pilot)
        options = pilot.app.screen.query_one(OptionList)
        options.highlighted = [option.id for option in options.options].index("e1")
        await press(pilot, "enter")
        assert here(pilot) == "e1"
        await press(pilot, "n")
        assert here(pilot) == "recap"


async def test_the_first_part_of_solving_counts_for_ever(
    make_app: MakeApp, course: Course, judge: Judge, record: Record
) -> None:
    judge.verdicts = [verdict(), verdict(0)]
    async with exercising(make_app, course) as pilot:
        await press(pilot, "f9", "f9")
        assert "2 of 3 cases" in shown(pilot)
        assert "✓ solved, 100%" in top(pilot)


async def test_letters_write_in_the_editor(make_app: MakeApp, course: Course, judge: Judge) -> None:
    async with exercising(make_app, course) as pilot:
        await press(pilot, "e", *"hknmors")
        assert screen(pilot).editor.text == "hknmors" + STARTER
        assert judge.asked == []


async def test_tabs_and_words_can_be_clicked(make_app: MakeApp, course: Course, judge: Judge) -> None:
    async with exercising(make_app, course) as pilot:
        await pilot.click(offset=(12, 1))
        await settle(pilot)
        assert screen(pilot).editor.has_focus
        await pilot.click("#guide", offset=(2, 0))
        await settle(pilot)
        assert len(judge.asked) == 1


@pytest.mark.parametrize("width", [60, 80, 100, 120, 150, 160])
async def test_everything_is_within_the_screen(
    make_app: MakeApp, course: Course, judge: Judge, width: int
) -> None:
    async with exercising(make_app, course, (width, 24)) as pilot:
        await press(pilot, "e", "f9", "f4")
        await settle(pilot)
        each = screen(pilot)
        panes = [pane for pane in (each.brief, each.editor, each.results) if pane.region]
        assert len(panes) == (3 if width >= 150 else 2 if width >= 100 else 1)
        assert all(pane.region.right <= width and pane.region.height >= 18 for pane in panes)
        assert all(pane.region.width >= 40 for pane in panes)
        if width >= 100:
            assert each.editor.region.x > each.brief.region.x


async def test_a_misconception_that_was_shown_is_told_of_on_the_way_out(
    make_app: MakeApp, course: Course, judge: Judge, monkeypatch: pytest.MonkeyPatch
) -> None:
    met: list[tuple[str, ...]] = []
    monkeypatch.setattr(TutorApp, "post_message", lambda app, message: _heard(met, app, message))
    judge.verdicts = [verdict(1, diagnosis="That doubles it."), verdict(2, diagnosis="Again."), verdict()]
    async with exercising(make_app, course) as pilot:
        await press(pilot, "f9", "f9", "f9")
        assert met == []
        await press(pilot, "n")
        assert met == [("noise-is-data",)]


def _heard(met: list[tuple[str, ...]], app: TutorApp, message: Message) -> bool:
    """Post the message as ever, and note what was met."""
    if isinstance(message, Met):
        met.append(message.misconceptions)
    return super(TutorApp, app).post_message(message)
