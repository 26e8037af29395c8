"""Scales and ticks: round, inside, in order; places where the numbers say."""

from __future__ import annotations

import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tutor.charts.cells import Cells
from tutor.charts.layout import render
from tutor.charts.scale import Scale, fit
from tutor.charts.ticks import choices, labels, write, write_all
from tutor.figure import Axis, Figure, Points

ends = st.floats(-1e12, 1e12)


@given(ends, ends, st.integers(2, 30))
def test_ticks_are_round_inside_and_in_order(low: float, high: float, most: int) -> None:
    assume(abs(high - low) > 1e-6 * max(abs(low), abs(high), 1e-6))
    for ticks in choices(Scale(low, high), most):
        values = [tick.value for tick in ticks]
        assert len(values) <= most
        assert values == sorted(values)
        assert all(min(low, high) <= value <= max(low, high) for value in values)
        assert len({tick.label for tick in ticks}) == len(ticks)
        if len(values) > 1:
            step = values[1] - values[0]
            mantissa = step / 10 ** math.floor(math.log10(step * 1.0001))
            assert min(abs(mantissa - round_number) for round_number in (1, 2, 5, 10)) < 0.01


@given(st.floats(-8, 4), st.floats(4, 12))
def test_log_ticks_are_powers_of_ten_where_there_is_room(low: float, decades: float) -> None:
    ticks = next(iter(choices(Scale(10**low, 10 ** (low + decades), log=True), 30)))
    assert len(ticks) >= 4
    for tick in ticks:
        assert math.log10(tick.value) == pytest.approx(round(math.log10(tick.value)))


def first_marker(cells: Cells) -> tuple[int, int]:
    lines = ["".join(run.text for run in row) for row in cells.rows]
    return next((line.index("●"), row) for row, line in enumerate(lines) if "●" in line)


@given(st.floats(0, 10), st.floats(0, 10), st.integers(1, 15), st.integers(1, 4))
def test_a_point_stands_where_the_scales_say(x: float, y: float, columns: int, rows: int) -> None:
    figure = Figure("", (Points([x], [y]),), "", Axis(low=0, high=10), Axis(low=0, high=10))
    column, row = first_marker(render(figure, columns, rows, color=False))
    assert abs((column + 0.5) / columns - x / 10) <= 0.5 / columns + 1e-6
    assert abs((rows - row - 0.5) / rows - y / 10) <= 0.5 / rows + 1e-6


def test_an_axis_may_run_backwards() -> None:
    axis = Axis(low=10, high=0)
    figure = Figure("", (Points([8.5], [5]),), "", axis, Axis(low=0, high=10))
    assert first_marker(render(figure, 10, 3, color=False))[0] == 1


@pytest.mark.parametrize(
    ("axis", "values", "expected"),
    [
        (Axis(), [1, 5, math.nan, math.inf], Scale(1, 5)),
        (Axis(), [], Scale(0, 1)),
        (Axis(), [2, 2], Scale(1.8, 2.2)),
        (Axis(low=0), [1, 5], Scale(0, 5)),
        (Axis(log=True), [-3, 0, 10, 1000], Scale(10, 1000, log=True)),
        (Axis(log=True, low=0), [1, 100], Scale(1, 100, log=True)),
        (Axis(categories=("a", "b")), [], Scale(-0.5, 1.5)),
    ],
)
def test_fit(axis: Axis, values: list[float], expected: Scale) -> None:
    assert fit(axis, [values]) == expected


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([0.0, 0.5, 1.0], ["0.0", "0.5", "1.0"]),
        ([-0.0, 20.0], ["0", "20"]),
        ([1e6, 1.5e6], ["1M", "1.5M"]),
        ([0.0, 2e9], ["0", "2G"]),
        ([1e-9, 2e-9], ["1e-9", "2e-9"]),
        ([1e20, 2e20], ["1e20", "2e20"]),
    ],
)
def test_tick_labels(values: list[float], expected: list[str]) -> None:
    assert labels(values) == expected


def test_numbers_for_people() -> None:
    assert [write(value) for value in (0.0, 300.0, 0.12345, 12.345, 1e9, 2e-7)] == [
        "0",
        "300",
        "0.123",
        "12.3",
        "1.00e9",
        "2.00e-7",
    ]
    assert write_all([1.0, 0.25]) == ["1.00", "0.25"]
    assert write_all([3.0, 1000.0]) == ["3", "1000"]
