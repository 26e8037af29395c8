"""Numbers as people type them."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.grading.number import NumberError, read_number, show_number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("16 %", 0.16),
        ("16%", 0.16),
        (".16", 0.16),
        ("0,16", 0.16),
        ("1/6", 1 / 6),
        (" 1 / 6 ", 1 / 6),
        ("-3", -3),
        ("−3", -3),
        ("+3.5", 3.5),
        ("16", 16),
        ("３．５", 3.5),
        ("０．１６", 0.16),
        ("½", 0.5),
        ("1 200", 1200),
        ("1 200 000", 1_200_000),
        ("1'200", 1200),
        ("1,200,000", 1_200_000),
        ("1,200.5", 1200.5),
        ("2e-3", 0.002),
        ("2·10^-3", 0.002),
        ("2 x 10^3", 2000),
        ("5.", 5),
    ],
)
def test_reads_what_people_type(text: str, value: float) -> None:
    assert read_number(text) == pytest.approx(value)


@pytest.mark.parametrize("text", ["12 leaves", "12 Leaves", "12leaves", "12"])
def test_the_unit_may_stand_behind(text: str) -> None:
    assert read_number(text, "leaves") == 12


def test_a_percent_unit_is_no_hundredth() -> None:
    assert read_number("16 %", "%") == 16


@pytest.mark.parametrize(
    "text",
    ["", "  ", "abc", "one", "1/0", "1/2/3", "nan", "inf", "1e999", "--1", "1..2", "1 2", "٣", "⑤x", "%"],
)
def test_what_is_no_number_gets_a_sentence(text: str) -> None:
    with pytest.raises(NumberError) as caught:
        read_number(text)
    assert str(caught.value).endswith(".")


def test_a_comma_that_can_be_read_in_two_ways_is_asked_about() -> None:
    with pytest.raises(NumberError, match=r"write 1\.200 or 1200"):
        read_number("1,200")
    assert read_number("0,200") == 0.2


@given(st.text(max_size=40))
def test_any_text_is_a_finite_number_or_a_number_error(text: str) -> None:
    try:
        value = read_number(text)
    except NumberError:
        return
    assert math.isfinite(value)


@given(st.floats(allow_nan=False, allow_infinity=False, width=32))
def test_every_float_is_read_back(value: float) -> None:
    assert read_number(repr(value)) == value


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [(0.48, "", "0.48"), (1 / 3, "", "0.3333"), (12.0, "leaves", "12 leaves"), (123456.0, "", "123456")],
)
def test_numbers_are_shown_short(value: float, unit: str, shown: str) -> None:
    assert show_number(value, unit) == shown
