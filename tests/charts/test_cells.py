"""Cells and words: wide, combining and controlling characters keep the grid."""

from __future__ import annotations

import pytest

from tutor.charts.ansi import nearest, to_text
from tutor.charts.cells import Canvas, Cells, Run
from tutor.charts.words import clean, clip, pad, width, wrap


def line(canvas: Canvas) -> str:
    return "".join(run.text for run in canvas.cells().rows[0])


@pytest.mark.parametrize(("column", "expected"), [(0, "x 本"), (1, " x本"), (2, "日x "), (3, "日 x")])
def test_half_a_wide_character_becomes_a_blank(column: int, expected: str) -> None:
    canvas = Canvas(4, 1)
    canvas.write(0, 0, "日本")
    canvas.write(column, 0, "x")
    assert line(canvas) == expected


def test_a_wide_character_that_does_not_fit_is_left_out() -> None:
    canvas = Canvas(3, 1)
    canvas.write(0, 0, "日本")
    assert line(canvas) == "日 "


def test_a_combining_mark_joins_the_character_before() -> None:
    canvas = Canvas(3, 1)
    canvas.write(0, 0, "e\u0301x")
    assert line(canvas) == "e\u0301x "


def test_words() -> None:
    assert clean("a\tb\x1b\u202e") == "a b��"
    assert width("日本x") == 5
    assert clip("日本語", 5) == "日本…"
    assert clip("long words", 6) == "long…"
    assert pad("日", 4, right=True) == "  日"
    assert wrap("one two three four", 7, 2) == ["one two", "three…"]


def test_text_with_colour() -> None:
    cells = Cells(4, 1, ((Run("ab", "#ff0000"), Run("  ")),))
    assert to_text(cells) == "ab"
    assert to_text(cells, ansi=True) == "\x1b[38;2;255;0;0mab\x1b[0m"
    assert to_text(cells, ansi=True, truecolor=False) == "\x1b[38;5;196mab\x1b[0m"
    assert nearest((128, 128, 128)) == 244
