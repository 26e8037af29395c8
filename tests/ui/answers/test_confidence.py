"""How sure the learner is: asked once committed, before anything is told; never in the way."""

from __future__ import annotations

from tests.ui.answers.conftest import Asked
from tests.ui.answers.kinds_course import judging
from tests.ui.answers.test_arranged import pick, told, words
from tests.ui.conftest import MakeApp
from tests.ui.fakes import FakeRunner
from tests.ui.lesson_play import TWO, lesson, press, settle, shown
from tutor.learner.store import Record
from tutor.ui.screens.settings import SettingsScreen


async def test_a_digit_says_how_sure_before_anything_is_told(asked: Asked, record: Record) -> None:
    async with asked("q-output", asks_how_sure=True) as pilot:
        await pick(pilot, 1)
        assert "How sure are you?" in shown(pilot)
        assert "not yet" not in shown(pilot)
        assert not list(record.events("answered"))
        await press(pilot, "4")
        assert "✗ not yet · you said: certain" in words(pilot)
        assert told(record)["confidence"] == 4


async def test_enter_passes(asked: Asked, record: Record) -> None:
    async with asked("q-output", asks_how_sure=True) as pilot:
        await pick(pilot, 0)
        await press(pilot, "enter")
        assert "✓ right" in shown(pilot)
        assert told(record)["confidence"] is None


async def test_a_click_says_it(asked: Asked, record: Record) -> None:
    async with asked("q-output", asks_how_sure=True) as pilot:
        await pick(pilot, 0)
        sure = lesson(pilot).quiz.sure
        await pilot.click(sure, offset=(sure.render().plain.index("3") + 2, 0))
        await settle(pilot)
        assert told(record)["confidence"] == 3


async def test_esc_goes_back_to_the_answer(asked: Asked, record: Record) -> None:
    async with asked("q-output", asks_how_sure=True) as pilot:
        await pick(pilot, 1)
        await press(pilot, "escape")
        assert not lesson(pilot).quiz.sure.display
        await pick(pilot, 0)
        await press(pilot, "2")
        assert (told(record)["right"], told(record)["confidence"]) == (True, 2)


async def test_it_waits_while_the_learner_looks_elsewhere(asked: Asked, record: Record) -> None:
    async with asked("q-output", asks_how_sure=True) as pilot:
        await pick(pilot, 0)
        await press(pilot, "f2", "3", "f3")
        assert "How sure are you?" in shown(pilot)
        assert not list(record.events("answered"))
        await press(pilot, "3")
        assert told(record)["confidence"] == 3


async def test_while_it_is_asked_the_answer_stands(asked: Asked, record: Record) -> None:
    async with asked("q-order", "J", "enter", asks_how_sure=True) as pilot:
        before = lesson(pilot).quiz.query_one("OrderList").places  # type: ignore[attr-defined]
        await press(pilot, "shift+tab", "J", "f3", "1")
        assert told(record)["answer"] == {"ordered": list(before)}


async def test_words_are_asked_about_once(asked: Asked, record: Record) -> None:
    async with asked("q-text", *"It averages", "f9", asks_how_sure=True) as pilot:
        assert "A good answer" not in shown(pilot)
        await press(pilot, "2")
        assert "A good answer" in shown(pilot)
        await press(pilot, "3", "enter")
        assert told(record)["confidence"] == 2


async def test_a_gap_is_asked_about_before_its_run(asked: Asked, record: Record) -> None:
    runner = FakeRunner(script=judging)
    keys = (*"predict", "enter", *"score", "enter")
    async with asked("q-blank", *keys, asks_how_sure=True, runner=runner) as pilot:
        assert runner.requests == []
        await press(pilot, "1")
        await settle(pilot)
        assert told(record)["confidence"] == 1
        assert "you said: a guess" in words(pilot)


async def test_a_prediction_is_asked_about_before_its_run(make_app: MakeApp, record: Record) -> None:
    app = make_app(lesson="blur-and-error", asks_how_sure=True)
    async with app.run_test(size=TWO) as pilot:
        await settle(pilot)
        await press(pilot, "n", "2", "enter", "r")
        assert not list(record.events("ran"))
        await press(pilot, "4", "r")
        assert (told(record)["confidence"], told(record)["right"]) == (4, True)


async def test_enter_alone_still_leads_through(make_app: MakeApp, record: Record) -> None:
    app = make_app(lesson="blur-and-error", asks_how_sure=True)
    async with app.run_test(size=TWO) as pilot:
        await settle(pilot)
        await press(pilot, "n", "2", *["enter"] * 4)
        assert [event.kind for event in record.events("ran", "answered")] == ["ran", "answered"]


async def test_the_settings_switch_it_off_at_once(make_app: MakeApp, record: Record) -> None:
    app = make_app(asks_how_sure=True)
    async with app.run_test(size=TWO) as pilot:
        await pilot.pause()
        app.show_settings()
        await settle(pilot)
        assert isinstance(app.screen, SettingsScreen)
        app.screen.query_one("#confidence").focus()
        await press(pilot, "right")
        assert record.progress.settings["confidence"] == "off"


async def test_the_proof_runs_on_a_key(asked: Asked, record: Record) -> None:
    runner = FakeRunner(script=judging)
    async with asked("q-order", "J", runner=runner) as pilot:
        await press(pilot, "v")
        assert runner.requests == []
        await press(pilot, "enter", "v")
        assert lesson(pilot).panes.at == "sandbox"
        assert [dict(each.params)["noise"] for each in runner.requests] == [0.1]
        await press(pilot, "f3")
        assert "v shows it" in shown(pilot)
