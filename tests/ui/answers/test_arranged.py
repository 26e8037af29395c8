"""Order, match, blank, bug, output and text: right, wrong and half right, by key and by mouse."""

from __future__ import annotations

from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from tests.ui.answers.conftest import Asked
from tests.ui.answers.kinds_course import judging
from tests.ui.fakes import FakeRunner
from tests.ui.lesson_play import lesson, press, settle, shown
from tutor.learner.event import Json
from tutor.learner.store import Record
from tutor.ui.widgets.answers.code_lines import CodeLines
from tutor.ui.widgets.answers.match_table import LETTERS, MatchTable
from tutor.ui.widgets.answers.order_list import OrderList


def told(record: Record) -> dict[str, Json]:
    """The body of the last answer."""
    return dict(list(record.events("answered"))[-1].body)


def words(pilot: Pilot[None]) -> str:
    """What the screen says, on one line."""
    return " ".join(shown(pilot).split())


async def arrange(pilot: Pilot[None], *wanted: int) -> None:
    """Put the steps into an order by keys."""
    rows = lesson(pilot).quiz.query_one(OrderList)
    for place, step in enumerate(wanted):
        while rows.cursor != rows.places.index(step):
            await press(pilot, "down" if rows.cursor < rows.places.index(step) else "up")
        while rows.cursor > place:
            await press(pilot, "K")
    assert rows.places == wanted


async def test_an_order_right(asked: Asked, record: Record) -> None:
    async with asked("q-order") as pilot:
        await arrange(pilot, 0, 1, 2, 3, 4)
        await press(pilot, "enter")
        assert "✓ right" in shown(pilot)
        assert told(record)["answer"] == {"ordered": [0, 1, 2, 3, 4]}


async def test_an_order_half_right_says_where_each_row_belongs(asked: Asked, record: Record) -> None:
    async with asked("q-order") as pilot:
        await arrange(pilot, 0, 2, 1, 3, 4)
        await press(pilot, "enter")
        assert "◐ partly right" in shown(pilot)
        assert "2 ✗ Scale the training set → 3" in words(pilot)
        assert "4 ✓ Fit the model" in words(pilot)
        assert told(record)["score"] == 0.8


async def test_an_order_wrong_and_again(asked: Asked, record: Record) -> None:
    async with asked("q-order") as pilot:
        await arrange(pilot, 4, 3, 2, 1, 0)
        await press(pilot, "enter")
        assert "✗ not yet" in shown(pilot)
        assert told(record)["score"] == 0.0
        await press(pilot, "y")
        await arrange(pilot, 0, 1, 2, 3, 4)
        await press(pilot, "enter")
        assert told(record)["right"] is True


async def test_an_order_that_nobody_touched_is_no_answer(asked: Asked, record: Record) -> None:
    async with asked("q-order", "enter") as pilot:
        assert "The steps still stand as they were dealt" in words(pilot)
        assert not list(record.events("answered"))


async def test_rows_are_picked_up_put_down_numbered_and_dragged(asked: Asked) -> None:
    async with asked("q-order") as pilot:
        rows = lesson(pilot).quiz.query_one(OrderList)
        first, second, third, *rest = rows.places
        await press(pilot, "space", "down", "down", "space", "up")
        assert rows.places == (second, third, first, *rest)
        assert rows.cursor == 1
        await press(pilot, "1", "J")
        assert rows.places == (second, third, first, *rest)
        await pilot.mouse_down(rows, offset=(8, 2))
        await pilot.hover(rows, offset=(8, 0))
        await pilot.mouse_up(rows, offset=(8, 0))
        assert rows.places == (first, second, third, *rest)
        await pilot.click(rows, offset=(8, 0))
        await pilot.click(rows, offset=(8, 2))
        assert rows.places == (second, third, first, *rest)
        assert not rows.lifted


async def join(pilot: Pilot[None], *rights: int) -> None:
    """Give each left side a right one by keys; the arguments are places in the question."""
    answer = lesson(pilot).quiz.query_one("MatchAnswer")
    order = answer._order  # type: ignore[attr-defined]
    for left, right in enumerate(rights):
        await press(pilot, str(left + 1), LETTERS[order.index(right)])


async def test_pairs_right(asked: Asked, record: Record) -> None:
    async with asked("q-match") as pilot:
        await join(pilot, 0, 1, 2)
        await press(pilot, "enter")
        assert "✓ right" in shown(pilot)
        assert told(record)["answer"] == {"matched": [0, 1, 2]}


async def test_pairs_half_right_with_a_decoy(asked: Asked, record: Record) -> None:
    async with asked("q-match") as pilot:
        await join(pilot, 0, 1, 3)
        await press(pilot, "enter")
        assert "◐ partly right" in shown(pilot)
        assert "Its denominator is every sample." in words(pilot)


async def test_pairs_wrong(asked: Asked, record: Record) -> None:
    async with asked("q-match") as pilot:
        await join(pilot, 1, 0, 3)
        await press(pilot, "enter")
        assert "✗ not yet" in shown(pilot)
        assert told(record)["score"] == 0.0


async def test_a_pair_that_is_missing_is_asked_for(asked: Asked, record: Record) -> None:
    async with asked("q-match") as pilot:
        await join(pilot, 0, 1)
        await press(pilot, "enter")
        assert "“accuracy” has no partner yet" in words(pilot)
        assert not list(record.events("answered"))


async def test_a_taken_side_moves_over_and_backspace_parts(asked: Asked) -> None:
    async with asked("q-match", "1", "a", "2", "a") as pilot:
        table = lesson(pilot).quiz.query_one(MatchTable)
        assert table.chosen == (-1, 0, -1)
        await press(pilot, "2", "backspace")
        assert table.chosen == (-1, -1, -1)
        await press(pilot, "h")
        assert table.chosen == (-1, -1, -1)


async def test_the_mouse_joins(asked: Asked) -> None:
    async with asked("q-match") as pilot:
        table = lesson(pilot).quiz.query_one(MatchTable)
        await pilot.click(table, offset=(4, 1))
        await pilot.click(table, offset=(40, 2))
        assert table.chosen == (-1, 2, -1)
        await pilot.click(table, offset=(40, 3))
        assert table.chosen == (-1, 2, 3)


async def test_gaps_right_as_accepted(asked: Asked, record: Record) -> None:
    async with asked("q-blank", *"fit", "tab", *"transform", "enter") as pilot:
        assert "✓ right" in shown(pilot)
        assert told(record)["answer"] == {"filled": ["fit", "transform"]}


async def test_gaps_right_as_a_run_finds(asked: Asked, record: Record) -> None:
    runner = FakeRunner(script=judging)
    keys = (*"partial_fit", "enter", *"transform", "enter")
    async with asked("q-blank", *keys, runner=runner) as pilot:
        await settle(pilot)
        assert len(runner.requests) == 1
        assert "✓ right" in shown(pilot)


async def test_gaps_half_right_with_a_known_slip(asked: Asked, record: Record) -> None:
    async with asked("q-blank", *"fit", "enter", *"fit_transform", "enter") as pilot:
        assert "◐ partly right" in shown(pilot)
        assert "learns their mean anew" in words(pilot)


async def test_gaps_wrong_as_a_run_finds(asked: Asked, record: Record) -> None:
    async with asked("q-blank", *"predict", "enter", *"score", "enter") as pilot:
        await settle(pilot)
        assert "✗ not yet" in shown(pilot)
        assert "it should be 1" in words(pilot)
        assert told(record)["score"] == 0.0


async def test_a_gap_waits_for_its_run(asked: Asked, record: Record) -> None:
    runner = FakeRunner(script=judging)
    async with asked("q-blank", *"predict", "enter", *"score", runner=runner) as pilot:
        runner.hold()
        await press(pilot, "enter")
        assert "Running it…" in shown(pilot)
        assert not list(record.events("answered"))
        runner.release()
        await settle(pilot)
        assert "✗ not yet" in shown(pilot)


async def test_an_empty_gap_and_what_is_no_python_are_told_before_anything_is_asked(
    asked: Asked, record: Record
) -> None:
    async with asked("q-blank", *"fit", "tab", "enter", asks_how_sure=True) as pilot:
        assert "Gap 2 is empty" in words(pilot)
        await press(pilot, *"1 +", "enter")
        assert "the code is not Python" in words(pilot)
        assert not lesson(pilot).quiz.sure.display
        assert not list(record.events("answered"))


async def test_a_long_fill_stays_on_the_screen(asked: Asked) -> None:
    async with asked("q-blank", size=(80, 24)) as pilot:
        field = lesson(pilot).quiz.query(Input).first()
        field.insert_text_at_cursor("x" * 90)
        await settle(pilot)
        assert field.region.right <= 80
        assert "(X_train)" in shown(pilot)


async def test_a_bug_found(asked: Asked, record: Record) -> None:
    async with asked("q-bug", "down", "down", "down", "enter") as pilot:
        await pick(pilot, 0)
        assert "✓ right" in shown(pilot)
        assert told(record)["answer"] == {"marked": [4], "reason": 0}


async def test_a_bug_half_found(asked: Asked, record: Record) -> None:
    async with asked("q-bug", "down", "down", "down", "space", "tab") as pilot:
        await pick(pilot, 1)
        assert "◐ partly right" in shown(pilot)
        assert told(record)["score"] == 0.6
        assert "tempts: It tempts because more folds cost more" in words(pilot)


async def test_a_bug_not_found_is_shown(asked: Asked, record: Record) -> None:
    async with asked("q-bug", "enter") as pilot:
        await pick(pilot, 1)
        assert "✗ not yet" in shown(pilot)
        assert "1 ✗ from sklearn.feature_selection" in words(pilot)
        assert "4 ◂ X_best" in words(pilot)


async def test_a_bug_needs_a_line_and_a_reason(asked: Asked, record: Record) -> None:
    async with asked("q-bug", "tab", "1", "enter") as pilot:
        assert "Mark the guilty line first" in words(pilot)
        code = lesson(pilot).quiz.query_one(CodeLines)
        assert code.has_focus
        await pilot.click(code, offset=(8, 3))
        assert code.marked == {4}
        await pilot.click(code, offset=(8, 3))
        assert code.marked == frozenset()
        assert not list(record.events("answered"))


async def pick(pilot: Pilot[None], place: int) -> None:
    """Pick an option by its place in the question, and commit."""
    from tutor.ui.widgets.choice_list import ChoiceList

    options = lesson(pilot).quiz.query_one(ChoiceList)._options
    await press(pilot, str(1 + [each.place for each in options].index(place)), "enter")


async def test_output_right(asked: Asked, record: Record) -> None:
    async with asked("q-output") as pilot:
        await pick(pilot, 0)
        assert "✓ right" in shown(pilot)


async def test_output_wrong_and_then_run(asked: Asked, record: Record) -> None:
    runner = FakeRunner(script=judging)
    async with asked("q-output", runner=runner) as pilot:
        await pick(pilot, 1)
        assert "✗ not yet" in shown(pilot)
        assert "Why “[11 22]” tempts" in words(pilot)
        assert runner.requests == []
        await press(pilot, "v")
        assert len(runner.requests) == 1
        assert "It ran, and printed: [[11 21] [12 22]]" in words(pilot)


async def test_words_are_committed_then_compared(asked: Asked, record: Record) -> None:
    async with asked("q-text", *"Errors differ", "f9") as pilot:
        assert "A good answer: Each tree overfits in its own way" in words(pilot)
        assert not list(record.events("answered"))
        await press(pilot, "2", "enter")
        assert "◐ partly right" in shown(pilot)
        assert told(record)["answer"] == {"written": "Errors differ", "points": [1]}


async def test_words_with_every_point_and_with_none(asked: Asked, record: Record) -> None:
    async with asked("q-text", *"They average", "f9", "1", "2", "3", "enter") as pilot:
        assert "✓ right" in shown(pilot)
        assert told(record)["right"] is True
    async with asked("q-text") as pilot:
        assert "✓ right" in shown(pilot)


async def test_words_without_a_point(asked: Asked, record: Record) -> None:
    async with asked("q-text", *"No idea", "f9", "enter") as pilot:
        assert "✗ not yet" in shown(pilot)
        assert told(record)["score"] == 0.0


async def test_no_words_and_too_many_are_told(asked: Asked, record: Record) -> None:
    async with asked("q-text", "f9") as pilot:
        assert "Write a sentence or two first." in words(pilot)
        lesson(pilot).quiz.query_one(TextArea).insert("ha" * 101)
        await press(pilot, "f9")
        assert "at most 200 fit" in words(pilot)
        assert not list(record.events("answered"))
