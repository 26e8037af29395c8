"""An interview on the screen: from the forecast to the report, killed and gone on with."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.screen import Screen

from tests.ui.conftest import MakeApp
from tests.ui.interview_play import (
    GOOD,
    HALF,
    WRONG,
    Grader,
    build,
    grader,
    interview,
    interviewing,
    rest,
    say,
    send,
)
from tests.ui.lesson_play import press, shown
from tutor.course.model import Course
from tutor.course.rubric import Rubric
from tutor.grading.freetext.judge import judge
from tutor.grading.freetext.judgement import Judgement
from tutor.interview.conduct import READ
from tutor.interview.stories import DRAFT
from tutor.learner.store import Record
from tutor.ui.screens.interview import InterviewScreen
from tutor.ui.screens.interview_report import ReportScreen
from tutor.ui.screens.interviews import InterviewsScreen
from tutor.ui.screens.lesson import LessonScreen
from tutor.ui.screens.roadmap import RoadmapScreen
from tutor.ui.screens.story import StoryScreen

__all__ = ["grader"]

ONE = "theory/tree-unstable.toml"


@pytest.fixture
def one(tmp_path: Path) -> Course:
    """A course whose bank has one question."""
    return build(tmp_path / "one", ONE)


def stands(pilot: Pilot[None], screen: type[Screen[Any]]) -> bool:
    """Whether the screen on top is of this kind."""
    return isinstance(pilot.app.screen, screen)


def kinds(record: Record) -> list[str]:
    """What happened in the interviews, in order."""
    return [event.kind.removeprefix("interview-") for event in record.events(*READ)]


@pytest.mark.usefixtures("grader")
async def test_a_question_goes_from_forecast_to_report(
    make_app: MakeApp, one: Course, record: Record
) -> None:
    async with interviewing(make_app, one, "enter", "3") as pilot:
        assert interview(pilot).session.phase == "answer"
        await send(pilot, HALF, "1", "2")
        assert "Likely" in shown(pilot)
        assert "[/bold]" in shown(pilot)
        await press(pilot, "a", "m", "k", "enter")
        assert "On which rows do you decide" in shown(pilot)
        await send(pilot, "On rows that the tree was not grown on, so on validation folds of the data.")
        assert "you" not in shown(pilot).splitlines()[6]
        await press(pilot, "n")
        await rest(pilot)
        assert stands(pilot, ReportScreen)
        assert "Theory" in shown(pilot) or "theory" in shown(pilot)
        await press(pilot, "escape")
        assert stands(pilot, InterviewsScreen)
    assert kinds(record) == [
        *("started", "asked", "forecast", "answered", "ticked", "judged", "show-asked", "settled"),
        *("model-seen", "show-declined", "followed-up", "answered", "judged", "ended"),
    ]


@pytest.mark.usefixtures("grader")
async def test_a_kill_loses_nothing_that_was_written(make_app: MakeApp, one: Course, record: Record) -> None:
    async with interviewing(make_app, one, "enter", "2") as pilot:
        await say(pilot, GOOD)
        interview(pilot)._save()
    async with interviewing(make_app, one) as pilot:
        assert "under way" in shown(pilot)
        await press(pilot, "enter")
        await rest(pilot)
        assert interview(pilot).desk.answer.texts == (GOOD,)
        await press(pilot, "f9", "2")
        interview(pilot)._save()
    async with interviewing(make_app, one, "enter") as pilot:
        assert interview(pilot).session.phase == "ticks"
        assert interview(pilot).desk.ticks.picked == {1}
        await press(pilot, "enter")
        await rest(pilot)
        assert interview(pilot).session.phase == "table"
    assert record.drafts("interview/").keys() <= {
        f"interview/{interview_id}/clock" for interview_id in ids(record)
    }


def ids(record: Record) -> set[str]:
    """The interviews in the record."""
    return {str(event.body["interview"]) for event in record.events(*READ)}


@pytest.mark.usefixtures("grader")
async def test_a_judgement_that_was_cut_off_is_made_again(
    make_app: MakeApp, one: Course, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(InterviewScreen, "_judge", lambda _: None)
        async with interviewing(make_app, one, "enter", "2") as pilot:
            await say(pilot, GOOD)
            await press(pilot, "f9", "enter")
            assert interview(pilot).session.phase == "judging"
    async with interviewing(make_app, one, "enter") as pilot:
        await rest(pilot)
        assert interview(pilot).session.phase == "table"


async def test_a_judgement_that_comes_in_a_pause_is_made_again(
    make_app: MakeApp, one: Course, grader: Grader, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = asyncio.Event()

    async def late(rubric: Rubric, answer: str) -> Judgement:
        await gate.wait()
        return judge(rubric, answer)

    monkeypatch.setattr(grader, "judge", late)
    async with interviewing(make_app, one, "enter", "2") as pilot:
        await say(pilot, GOOD)
        await press(pilot, "f9", "enter", "escape")
        gate.set()
        await rest(pilot)
        assert interview(pilot).session.phase == "judging"
        await press(pilot, "escape")
        await rest(pilot)
        assert interview(pilot).session.phase == "table"


@pytest.mark.usefixtures("grader")
async def test_it_is_asked_how_sure_the_ticks_are(make_app: MakeApp, one: Course) -> None:
    async with interviewing(make_app, one, "enter", "2", asks_how_sure=True) as pilot:
        await say(pilot, GOOD)
        await press(pilot, "f9", "1", "enter")
        assert "How sure are you?" in shown(pilot)
        await press(pilot, "escape", "2", "enter", "3")
        await rest(pilot)
        turn = interview(pilot).session.turn
        assert turn is not None
        assert (turn.ticks, turn.sure) == (("noise", "pruning"), 3)
        await press(pilot, "n")
        await rest(pilot)
        assert "fairly sure 2 of 2" in shown(pilot)


@pytest.mark.usefixtures("grader")
async def test_the_settings_switch_that_question_off(make_app: MakeApp, one: Course) -> None:
    async with interviewing(make_app, one, "enter", "2") as pilot:
        await say(pilot, GOOD)
        await press(pilot, "f9", "1", "enter")
        await rest(pilot)
        assert interview(pilot).session.phase == "table"


@pytest.mark.usefixtures("grader")
async def test_a_follow_ups_model_answer_is_not_shown_unasked(make_app: MakeApp, one: Course) -> None:
    async with interviewing(make_app, one, "enter", "3", size=(120, 40)) as pilot:
        await send(pilot, HALF, "1")
        assert "y retry  " in shown(pilot)
        await press(pilot, "k", "m", "f")
        await send(pilot, "On rows that the tree was not grown on, so on validation folds of the data.")
        assert "What a strong candidate would say" not in shown(pilot)
        assert "y retry the main question" in shown(pilot)
        await press(pilot, "m")
        await rest(pilot)
        assert "such as validation folds." in shown(pilot)
        await press(pilot, "y")
        assert interview(pilot).session.phase == "answer"
        assert "Why is a deep tree [unstable]" in shown(pilot)


async def test_the_grader_reads_the_rubric_while_the_learner_thinks(
    make_app: MakeApp, one: Course, grader: Grader
) -> None:
    async with interviewing(make_app, one, "enter", "2"):
        assert grader.prepared[0] == "Why is a deep tree [unstable], and what helps?"


@pytest.mark.usefixtures("grader")
async def test_esc_puts_the_help_away_before_it_does_anything_else(make_app: MakeApp, one: Course) -> None:
    async with interviewing(make_app, one, "question_mark") as pilot:
        assert pilot.app.screen.query("HelpPanel")
        await press(pilot, "escape")
        assert stands(pilot, InterviewsScreen)
        assert not pilot.app.screen.query("HelpPanel")
        await press(pilot, "escape")
        await rest(pilot)
        assert stands(pilot, RoadmapScreen)


@pytest.mark.usefixtures("grader")
async def test_home_leads_back_to_an_interview_that_waits(make_app: MakeApp, one: Course) -> None:
    async with interviewing(make_app, one, "enter", "2", "escape", "down", "enter") as pilot:
        assert stands(pilot, InterviewsScreen)
        await press(pilot, "escape")
        assert stands(pilot, RoadmapScreen)
        assert "Interview under way" in shown(pilot)
        await press(pilot, "enter")
        await rest(pilot)
        assert stands(pilot, InterviewsScreen)
        await press(pilot, "e")
        await rest(pilot)
        assert stands(pilot, InterviewsScreen)
        await press(pilot, "e")
        await rest(pilot)
        assert stands(pilot, ReportScreen)
        await press(pilot, "escape", "escape")
        assert "Interview under way" not in shown(pilot)


@pytest.mark.usefixtures("grader")
async def test_the_interviewer_answers_back_and_thoughts_are_kept(make_app: MakeApp, one: Course) -> None:
    async with interviewing(make_app, one, "enter", "2", "f6") as pilot:
        await press(pilot, *"regression", "f9", "f4", *"hm", "f9")
        await rest(pilot)
        assert "Take a classification tree." in shown(pilot)
        assert "Thinking aloud: hm" in shown(pilot)
        await press(pilot, "f8")
        assert "left" not in shown(pilot).splitlines()[0]
        await press(pilot, "f9")
        assert interview(pilot).session.phase == "answer"
        await press(pilot, "f7")
        await rest(pilot)
        assert stands(pilot, ReportScreen)


@pytest.mark.usefixtures("grader")
async def test_a_kill_loses_no_thought_that_is_half_written(
    make_app: MakeApp, one: Course, record: Record
) -> None:
    async with interviewing(make_app, one, "enter", "2", "f4") as pilot:
        await press(pilot, *"hm")
        interview(pilot)._save()
    async with interviewing(make_app, one, "enter", "f4") as pilot:
        await press(pilot, *"m", "escape", "f4", "f9")
        await rest(pilot)
        assert "Thinking aloud: hmm" in shown(pilot)
    assert not any("thought" in place for place in record.drafts("interview/"))


@pytest.mark.usefixtures("grader")
async def test_an_answer_that_is_written_is_not_skipped_by_one_key(make_app: MakeApp, one: Course) -> None:
    async with interviewing(make_app, one, "enter", "2") as pilot:
        await say(pilot, GOOD)
        await press(pilot, "f7")
        assert interview(pilot).desk.answer.texts == (GOOD,)
        await press(pilot, "f7")
        await rest(pilot)
        assert stands(pilot, ReportScreen)


@pytest.mark.usefixtures("grader")
async def test_a_belief_is_told_with_its_truth(make_app: MakeApp, one: Course) -> None:
    (one.root / "misconceptions.toml").write_text(
        'format_version = 1\n[[misconceptions]]\nid = "noise-is-data"\nbelief = "Deeper is better."\n'
        'truth = "Depth beyond the signal learns noise."\nlesson = "later-lesson"\nsource = "A book"\n',
        encoding="utf-8",
    )
    async with interviewing(make_app, one, "enter", "4") as pilot:
        await send(pilot, WRONG)
        assert "Depth beyond the signal learns noise." in shown(pilot)
        assert "planned, not written yet" in shown(pilot)


@pytest.mark.usefixtures("grader")
async def test_the_claim_is_carried_by_a_run(make_app: MakeApp, one: Course, record: Record) -> None:
    async with interviewing(make_app, one, "enter", "2") as pilot:
        await send(pilot, GOOD, "1")
        await press(pilot, "x")
        await rest(pilot)
        await press(pilot, "f5")
        await rest(pilot)
        assert "✓ Shown" in shown(pilot)
        await press(pilot, "f9")
        await rest(pilot)
        assert interview(pilot).session.phase == "table"
    assert {"show-begun", "shown", "show-left"} <= set(kinds(record))


@pytest.mark.usefixtures("grader")
async def test_steps_are_ordered_before_they_are_explained(make_app: MakeApp, tmp_path: Path) -> None:
    course = build(tmp_path / "practical", "practical/tree-built.toml")
    async with interviewing(make_app, course, "enter", "2") as pilot:
        assert interview(pilot).session.phase == "order"
        await press(pilot, "J", "enter")
        assert interview(pilot).session.phase == "answer"
        assert "Explain it" in shown(pilot)


@pytest.mark.usefixtures("grader")
async def test_a_plan_has_six_fields_that_a_kill_keeps(make_app: MakeApp, tmp_path: Path) -> None:
    course = build(tmp_path / "plan", "cases/plan-churn.toml")
    async with interviewing(make_app, course, "enter", "2") as pilot:
        await say(pilot, "Who leaves?", 0)
        await say(pilot, "Recall at ten percent.", 1)
        interview(pilot)._save()
    async with interviewing(make_app, course, "enter") as pilot:
        assert interview(pilot).desk.answer.texts[:3] == ("Who leaves?", "Recall at ten percent.", "")
        await press(pilot, "f9")
        turn = interview(pilot).session.turn
        assert turn is not None
        assert turn.text == "Clarify:\nWho leaves?\n\nMetric:\nRecall at ten percent."


@pytest.mark.usefixtures("grader")
async def test_the_jargon_meter_follows_two_audiences(make_app: MakeApp, tmp_path: Path) -> None:
    course = build(tmp_path / "two", "cases/told-twice.toml")
    async with interviewing(make_app, course, "enter", "2") as pilot:
        await say(pilot, "We regularised the gradient boosting by early stopping on a validation set.", 1)
        interview(pilot)._save()
        await rest(pilot)
        assert "To a client" in shown(pilot)
        assert "terms in 100 words" in shown(pilot)


@pytest.mark.usefixtures("grader")
async def test_reports_are_saved_replayed_and_lead_to_a_lesson(
    make_app: MakeApp, one: Course, record: Record
) -> None:
    async with interviewing(make_app, one, "enter", "2") as pilot:
        await send(pilot, HALF, "1")
        await press(pilot, "n")
        await rest(pilot)
        await press(pilot, "s", "w", "p")
        await rest(pilot)
        assert "[/bold]" in shown(pilot)
        await press(pilot, "p", "2")
        assert stands(pilot, ReportScreen)
        await press(pilot, "escape", "p", "enter", "1")
        await rest(pilot)
        assert stands(pilot, LessonScreen)
    saved = sorted(each.suffix for each in (record.path.parent / "interviews").iterdir())
    assert saved == [".html", ".md"]


@pytest.mark.usefixtures("grader")
async def test_the_real_thing_has_no_pause(make_app: MakeApp, one: Course) -> None:
    keys = ("down", "right", "right", "right", "enter", "2", "escape")
    async with interviewing(make_app, one, *keys) as pilot:
        assert "has no pauses" in shown(pilot)
        assert "the clock runs on" in shown(pilot)
        assert not interview(pilot).session.paused


@pytest.mark.usefixtures("grader")
async def test_stories_are_told_and_kept(make_app: MakeApp, tmp_path: Path, record: Record) -> None:
    course = build(tmp_path / "stories", "cases/own-story.toml")
    async with interviewing(make_app, course, "t", "n") as pilot:
        await press(pilot, *"Drift", "tab", *"In 2024 we lost", "f9")
        await rest(pilot)
        assert "Drift" in shown(pilot)
        assert "Tell me about a failure." in shown(pilot)
        assert [event.body["title"] for event in record.events("story-told")] == ["Drift"]
        await press(pilot, "d")
        await rest(pilot)
        assert "No story yet" not in shown(pilot)
        await press(pilot, "d")
        await rest(pilot)
        assert "No story yet" in shown(pilot)


@pytest.mark.usefixtures("grader")
async def test_a_kill_loses_nothing_of_a_story(make_app: MakeApp, tmp_path: Path, record: Record) -> None:
    course = build(tmp_path / "stories", "cases/own-story.toml")
    async with interviewing(make_app, course, "t", "n") as pilot:
        await press(pilot, *"Drift", "tab", *"In 2024")
        screen = pilot.app.screen
        assert isinstance(screen, StoryScreen)
        screen._save()
    async with interviewing(make_app, course, "t") as pilot:
        assert "Drift" in shown(pilot)
    assert [event.body["situation"] for event in record.events("story-told")] == ["In 2024"]
    assert record.draft(DRAFT) is None


@pytest.mark.usefixtures("grader")
async def test_a_question_without_a_story_begins_one(
    make_app: MakeApp, tmp_path: Path, record: Record
) -> None:
    course = build(tmp_path / "stories", "cases/own-story.toml")
    async with interviewing(make_app, course, "t", "enter") as pilot:
        await press(pilot, *"Drift", "f9")
        await rest(pilot)
        assert "✓ Tell me about a failure." in shown(pilot)
        assert "The situation is empty." in shown(pilot)
    assert [event.body["questions"] for event in record.events("story-told")] == [["own-story"]]


async def test_the_grader_ends_with_the_interviews(make_app: MakeApp, one: Course, grader: Grader) -> None:
    async with interviewing(make_app, one, "escape") as pilot:
        await rest(pilot)
        assert grader.closed


async def test_a_broken_bank_is_said_calmly(make_app: MakeApp, one: Course) -> None:
    (one.root / "interview" / "theory" / "bad.toml").write_text("id = 3", encoding="utf-8")
    async with interviewing(make_app, one) as pilot:
        assert stands(pilot, RoadmapScreen)


@pytest.mark.usefixtures("grader")
async def test_below_the_last_point_the_arrows_reach_what_is_said(make_app: MakeApp, one: Course) -> None:
    async with interviewing(make_app, one, "enter", "2", size=(80, 16)) as pilot:
        await send(pilot, GOOD, "1")
        assert "You said:" not in shown(pilot)
        await press(pilot, *["down"] * 9)
        await rest(pilot)
        assert "You said: A deep tree follows" in shown(pilot)


@pytest.mark.usefixtures("grader")
async def test_the_order_is_told_with_its_slips(make_app: MakeApp, tmp_path: Path) -> None:
    course = build(tmp_path / "practical", "practical/tree-built.toml")
    async with interviewing(make_app, course, "enter", "2", size=(120, 40)) as pilot:
        await press(pilot, "enter")
        await send(pilot, GOOD, "1")
        assert "Your order of the steps:" in shown(pilot)
        assert "belongs before" in shown(pilot)
