"""Solutions compared with one's own, and the lines of one put in order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.pilot import Pilot

from tests.ui.conftest import MakeApp
from tests.ui.exercise_play import OTHER, SOLUTION, STARTER, Judge, course, exercising, judge, screen
from tests.ui.lesson_play import press, shown
from tutor.course.model import Course
from tutor.ui.screens.compare import CompareScreen
from tutor.ui.screens.exercise_lines import LinesScreen
from tutor.ui.widgets.side_by_side import pairs

__all__ = ["course", "judge"]

SOURCES = st.lists(st.sampled_from(["a = 1", "b = 2", "", "    c()", '"""', "# d"]), max_size=8).map(
    "\n".join
)


@given(SOURCES, SOURCES)
def test_every_line_of_both_stands_once_and_in_order(mine: str, theirs: str) -> None:
    found = pairs(mine, theirs)
    left = [line for line, _ in found if line]
    right = [line for _, line in found if line]
    assert [each.text.plain.rstrip() for each in left] == [
        each.rstrip() for each in mine.rstrip().split("\n")
    ]
    assert [each.number for each in right] == list(range(1, len(theirs.rstrip().split("\n")) + 1))
    for one, other in found:
        if one and other and one.sign == " ":
            assert other.sign == " "
            assert one.text.plain.rstrip() == other.text.plain.rstrip()


def test_changed_lines_carry_a_sign() -> None:
    signs = [(left and left.sign, right and right.sign) for left, right in pairs("a\nb\nc", "a\nB\nc\nd")]
    assert signs == [(" ", " "), ("-", "+"), (" ", " "), (None, "+")]


async def compared(pilot: Pilot[None]) -> str:
    """Solve, compare; what stands there."""
    screen(pilot).editor.put(SOLUTION)
    await press(pilot, "f9", "m")
    assert isinstance(pilot.app.screen, CompareScreen)
    return shown(pilot)


async def test_wide_terminals_show_both_side_by_side(make_app: MakeApp, course: Course, judge: Judge) -> None:
    async with exercising(make_app, course, (120, 40)) as pilot:
        words = await compared(pilot)
        assert "It is yours, line for line." in words
        await press(pilot, "n")
        (row,) = [line for line in shown(pilot).splitlines() if "return blur / 2" in line]
        assert row.index("- ") < row.index("│") < row.index("+ ")
        await press(pilot, "n")
        assert "Solution 1 of 2" in shown(pilot)


async def test_narrow_ones_show_what_goes_before_what_comes(
    make_app: MakeApp, course: Course, judge: Judge
) -> None:
    async with exercising(make_app, course) as pilot:
        await compared(pilot)
        await press(pilot, "p")
        words = shown(pilot)
        assert "It passes too." in words
        assert words.index("6 -     return blur / 2") < words.index("8 +     half = HALF * blur")
        await press(pilot, "escape")
        assert screen(pilot) is pilot.app.screen


async def test_solutions_are_for_those_who_have_solved_it(
    make_app: MakeApp, course: Course, judge: Judge
) -> None:
    async with exercising(make_app, course) as pilot:
        await press(pilot, "m")
        assert screen(pilot) is pilot.app.screen


def lines(pilot: Pilot[None]) -> LinesScreen:
    """The lines to put in order."""
    each = pilot.app.screen
    assert isinstance(each, LinesScreen)
    return each


async def test_the_last_step_of_help_is_a_puzzle_of_lines(
    make_app: MakeApp, course: Course, judge: Judge
) -> None:
    assert OTHER
    async with exercising(make_app, course) as pilot:
        await press(pilot, "v")
        assert screen(pilot) is pilot.app.screen
        await press(pilot, *["h", "enter"] * 4)
        count = len(lines(pilot).rows.places)
        assert count > 1
        lines(pilot).rows.places = tuple(reversed(range(count)))
        await press(pilot, "enter")
        assert "belong elsewhere" in shown(pilot)
        await press(pilot, "c")
        lines(pilot)
        await press(pilot, "J")
        assert "belong elsewhere" not in shown(pilot)
        lines(pilot).rows.places = tuple(range(count))
        await press(pilot, "enter")
        assert "✓ That is right" in shown(pilot)
        await press(pilot, "c")
        assert screen(pilot).editor.text == SOLUTION
        await press(pilot, "ctrl+z")
        assert screen(pilot).editor.text == STARTER
        await press(pilot, "escape", "v", "escape")
        assert screen(pilot) is pilot.app.screen


@pytest.mark.parametrize("size", [(60, 15), (200, 50)])
async def test_the_comparison_fits(
    make_app: MakeApp, course: Course, judge: Judge, size: tuple[int, int]
) -> None:
    async with exercising(make_app, course, size) as pilot:
        await compared(pilot)
        assert all(len(line) <= size[0] for line in shown(pilot).splitlines())
