"""Each kind of question in the quiz pane: right, wrong, half right, by key and mouse."""

from __future__ import annotations

from textual.pilot import Pilot

from tests.ui.conftest import MakeApp
from tests.ui.lesson_play import NARROW, TWO, go, here, kinds, lesson, playing, press, shown
from tutor.learner.store import Record
from tutor.ui.widgets.choice_list import ChoiceList


def choices(pilot: Pilot[None]) -> ChoiceList:
    """The options on the screen."""
    return lesson(pilot).quiz.query_one(ChoiceList)


def digit(pilot: Pilot[None], place: int) -> str:
    """The key of the option with this place in the question's file."""
    options = choices(pilot)._options
    return str(1 + next(row for row, each in enumerate(options) if each.place == place))


async def test_single_choice_right(make_app: MakeApp, record: Record) -> None:
    async with playing(make_app) as pilot:
        await go(pilot, "q-single")
        await press(pilot, digit(pilot, 0))
        assert kinds(record, "answered") == []
        await press(pilot, "enter")
        words = shown(pilot)
        assert "✓ right" in words
        assert "Why “It grows” is right: The overlap grows with the blur." in words
        body = next(record.events("answered")).body
        assert (body["answer"], body["score"], body["right"]) == ({"picked": [0]}, 1.0, True)


async def test_single_choice_wrong_tells_what_tempts_and_may_be_tried_again(
    make_app: MakeApp, record: Record
) -> None:
    async with playing(make_app, TWO) as pilot:
        await go(pilot, "q-single")
        await press(pilot, digit(pilot, 1), "enter")
        words = " ".join(shown(pilot).split())
        assert "✗ not yet" in words
        assert "Why “It shrinks” tempts:" in words
        assert "Why “It grows” is right:" in words
        await press(pilot, "y", digit(pilot, 0), "enter")
        assert "Attempt 2; the first, not right, is what counts." in shown(pilot)
        assert [event.body["right"] for event in record.events("answered")] == [False, True]


async def test_arrows_space_and_the_mouse_pick(make_app: MakeApp) -> None:
    async with playing(make_app) as pilot:
        await go(pilot, "q-multiple")
        options = choices(pilot)
        await press(pilot, "down", "space")
        assert options.picked == {1}
        await press(pilot, "up", "space", "2")
        assert options.picked == {0}
        await pilot.click(options, offset=(8, 1))
        assert options.picked == {0, 1}


async def test_the_mouse_alone_answers_and_goes_on(make_app: MakeApp, record: Record) -> None:
    async with playing(make_app, TWO) as pilot:
        await go(pilot, "q-single")
        quiz = lesson(pilot).quiz
        await pilot.click(quiz.words)
        await pilot.pause()
        assert "Pick at least one option first" in shown(pilot)
        await pilot.click(choices(pilot), offset=(8, 0))
        await pilot.click(quiz.words)
        await pilot.pause()
        assert kinds(record, "answered") == ["answered"]
        await pilot.click(quiz.words)
        await pilot.pause()
        assert here(pilot) == "q-multiple"


async def test_enter_commits_to_the_marked_option(make_app: MakeApp, record: Record) -> None:
    async with playing(make_app) as pilot:
        await go(pilot, "q-single")
        await press(pilot, "down", "enter")
        place = choices(pilot)._options[1].place
        assert next(record.events("answered")).body["answer"] == {"picked": [place]}


async def test_an_answer_that_is_given_stays(make_app: MakeApp, record: Record) -> None:
    async with playing(make_app, TWO) as pilot:
        await go(pilot, "q-single")
        await press(pilot, "2", "enter")
        options = choices(pilot)
        picked = options.picked
        await pilot.click(options, offset=(8, 0))
        await press(pilot, "3", "space")
        assert options.picked == picked
        await press(pilot, "enter")
        assert kinds(record, "answered") == ["answered"]
        assert here(pilot) == "q-multiple"


async def test_multiple_choice_half_right(make_app: MakeApp, record: Record) -> None:
    async with playing(make_app) as pilot:
        await go(pilot, "q-multiple")
        await press(pilot, "1", "enter")
        words = " ".join(shown(pilot).split())
        assert "◐ partly right" in words
        assert "Also right, “The number of samples”: It is set before the run." in words
        assert next(record.events("answered")).body["score"] == 0.5


async def test_multiple_choice_needs_a_pick(make_app: MakeApp, record: Record) -> None:
    async with playing(make_app) as pilot:
        await go(pilot, "q-multiple")
        await press(pilot, "enter")
        assert "Pick at least one option first" in shown(pilot)
        assert kinds(record, "answered") == []
        await press(pilot, "3")
        assert "Pick at least one option first" not in shown(pilot)


async def test_a_number_right_wrong_and_with_a_known_slip(make_app: MakeApp) -> None:
    async with playing(make_app) as pilot:
        await go(pilot, "q-numeric")
        await press(pilot, *"52%", "enter")
        words = " ".join(shown(pilot).split())
        assert "You: 0.52 Answer: 0.48 ✗ not yet" in words
        assert "Why “0.52” tempts: That is the chance that two samples agree" in words
        await press(pilot, "y", *["backspace"] * 3, *"12/25", "enter")
        assert "You: 0.48 Answer: 0.48 ✓ right" in " ".join(shown(pilot).split())


async def test_words_are_no_number_and_are_not_graded(make_app: MakeApp, record: Record) -> None:
    async with playing(make_app) as pilot:
        await go(pilot, "q-numeric")
        await press(pilot, *"half", "enter")
        assert "“half” does not read as a number" in " ".join(shown(pilot).split())
        assert kinds(record, "answered") == []
        await press(pilot, *["backspace"] * 4, *"0,48", "enter")
        assert kinds(record, "answered") == ["answered"]


async def test_a_hint_on_request(make_app: MakeApp) -> None:
    async with playing(make_app, NARROW) as pilot:
        await go(pilot, "q-single")
        assert "Look at where the classes meet." not in shown(pilot)
        await press(pilot, "h")
        assert "Look at where the classes meet." in shown(pilot)
        await press(pilot, "h")
        assert "Look at where the classes meet." not in shown(pilot)


async def test_a_question_may_be_left_open(make_app: MakeApp) -> None:
    async with playing(make_app) as pilot:
        await go(pilot, "q-multiple")
        assert lesson(pilot)._study.walk.open_questions() == ("p-error", "q-single", "q-multiple")


async def test_the_order_of_the_options_is_the_same_every_time(make_app: MakeApp) -> None:
    orders = []
    for _ in range(2):
        async with playing(make_app) as pilot:
            await go(pilot, "q-single")
            orders.append([each.place for each in choices(pilot)._options])
    assert orders[0] == orders[1]
