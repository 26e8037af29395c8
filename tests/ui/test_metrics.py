"""Numbers in words, and metrics packed into lines."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.content import Content

from tutor.run import RunError, RunResult
from tutor.ui.widgets.metrics import GAP, items, packed
from tutor.ui.widgets.numbers import brief, change, seconds
from tutor.ui.widgets.run_history import PastRun, turned


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (33.0, "33"),
        (0.7766, "0.777"),
        (-0.5, "−0.500"),
        (0.00012, "0.00012"),
        (1234567.5, "1.23e+06"),
        (0.0, "0"),
        (2e12, "2e+12"),
        (math.inf, "inf"),
        (-math.inf, "−inf"),
        (math.nan, "nan"),
    ],
)
def test_a_number_is_brief(value: float, words: str) -> None:
    assert brief(value) == words


@given(st.floats(allow_nan=False, allow_infinity=False), st.floats(allow_nan=False, allow_infinity=False))
def test_a_change_has_the_sign_of_the_difference(value: float, before: float) -> None:
    words = change(value, before)
    if words == "=":
        assert math.isclose(value, before, abs_tol=0.0005)
    else:
        assert words.startswith("+" if value > before else "−")


def test_times_are_said_as_people_say_them() -> None:
    assert seconds(0.214) == "0.21 s"
    assert seconds(12.3) == "12 s"


@given(st.lists(st.text("abc", min_size=1, max_size=30), max_size=8), st.integers(30, 100))
def test_no_metric_breaks_across_lines(words: list[str], width: int) -> None:
    pieces = tuple(Content(word) for word in words)
    lines = packed(pieces, width)
    assert all(line.cell_length <= width for line in lines)
    assert [word for line in lines for word in line.plain.split(GAP)] == words


def test_a_failed_run_says_so_among_its_numbers() -> None:
    result = RunResult("error", 0.1, error=RunError("ValueError", "no", line=3), metrics={"a": 1.0})
    said = [piece.plain for piece in items(PastRun(4, "s", {}, False, result), {"a": 0.5})]
    assert said == ["run 4 · 0.10 s", "✗ line 3: ValueError", "a 1 (+0.500)"]


def test_the_list_of_runs_names_only_knobs_that_were_turned() -> None:
    first = PastRun(1, "s", {"n": 1, "m": 2}, False, RunResult("ok", 0.1))
    second = PastRun(2, "s", {"n": 3, "m": 2}, False, RunResult("ok", 0.1))
    assert turned([first, second]) == ["n"]
