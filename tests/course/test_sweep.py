"""Sweeps: which values a knob takes, and how what was measured becomes figures."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.course.param import Param
from tutor.course.sweep import CLICKS, MOST, Sweep, across, asked
from tutor.course.sweep_charts import MOST_CHARTS, charts, columns, table
from tutor.figure import Line, Points, Table

DEPTH = Param("depth", 3, "depth", low=1, high=20, step=1)
NOISE = Param("noise", 0.3, low=0.1, high=0.6, step=0.05)
RULE = Param("rule", "gini", options=("gini", "entropy"))


def test_a_range_has_both_ends_and_even_steps() -> None:
    assert asked(NOISE, "0.1:0.5:5").values == (0.1, 0.2, 0.3, 0.4, 0.5)


def test_whole_numbers_come_once() -> None:
    values = asked(DEPTH, "1:4:9").values
    assert values == (1, 2, 3, 4)
    assert all(type(value) is int for value in values)


def test_nothing_asked_is_the_whole_knob() -> None:
    assert asked(RULE, "").values == ("gini", "entropy")
    assert asked(DEPTH, " ") == across(DEPTH)


@pytest.mark.parametrize(
    ("param", "words", "complaint"),
    [
        (DEPTH, "1:30:5", "between 1 and 20, not 30"),
        (DEPTH, "0:3:5", "between 1 and 20, not 0"),
        (DEPTH, "1.5:3:5", "whole number"),
        (NOISE, "nan:0.5:3", "between 0.1 and 0.6"),
        (NOISE, "a:0.5:3", "is a number"),
        (DEPTH, "1:5", "write depth=A:B:N"),
        (DEPTH, "1:5:2:1", "write depth=A:B:N"),
        (DEPTH, "1:5:1", "2 to 200 values, not 1"),
        (DEPTH, f"1:5:{MOST + 1}", "2 to 200 values, not 201"),
        (DEPTH, "1:5:2.5", "whole, not '2.5'"),
        (DEPTH, "5:1:3", "goes up"),
        (DEPTH, "5:5:3", "goes up"),
        (RULE, "gini:entropy:2", "rule= runs all of them: gini, entropy"),
    ],
)
def test_what_cannot_be_swept_is_said_in_one_line(param: Param, words: str, complaint: str) -> None:
    with pytest.raises(ValueError, match=r"^[^\n]+$") as told:
        asked(param, words)
    assert complaint in str(told.value)


@given(st.integers(-50, 50), st.integers(1, 200), st.sampled_from([1, 2, 5]), st.data())
def test_across_a_knob_lie_few_values_that_it_can_take(
    low: int, clicks: int, step: int, data: st.DataObject
) -> None:
    param = Param("k", low, low=low, high=low + clicks * step, step=step)
    now = data.draw(st.integers(0, clicks)) * step + low
    values = across(param, now).values
    assert {low, now, low + clicks * step} <= set(values)
    assert list(values) == sorted(set(values), key=float)
    assert len(values) <= CLICKS + 1
    assert all(param.accept(value) == value for value in values)


def measured(sweep: Sweep) -> list[dict[str, float]]:
    """Two metrics that vary and one that does not."""
    return [
        {"error": 1 / (1 + place), "size": 2.0 * place, "same": 5.0} for place in range(len(sweep.values))
    ]


def test_each_metric_that_varies_has_a_chart() -> None:
    sweep = asked(DEPTH, "1:3:3")
    error, size = charts(sweep, columns(sweep, measured(sweep)))
    assert error.marks == (Line([1, 2, 3], [1.0, 0.5, 1 / 3]),)
    assert (error.x.label, error.y.label) == ("depth", "error")
    assert size.alt == "size over depth: from 0 at 1 to 4 at 3; lowest 0 at 1, highest 4 at 3."


def test_the_present_value_is_marked() -> None:
    sweep = asked(DEPTH, "1:3:3")
    found = columns(sweep, measured(sweep))
    assert all(
        Points([2], [column], "now", color=1) in chart.marks
        for chart, column in zip(charts(sweep, found, 2), (0.5, 2.0), strict=True)
    )
    assert all(len(chart.marks) == 1 for chart in charts(sweep, found, 17))


def test_options_are_points_without_a_line_between() -> None:
    sweep = across(RULE)
    (chart,) = charts(sweep, columns(sweep, [{"a": 0.5}, {"a": 0.75}]), "entropy")
    assert chart.x.categories == ("gini", "entropy")
    assert chart.marks == (Points([0], [0.5]), Points([1], [0.75], "now", color=1))


def test_where_nothing_varies_one_flat_chart_says_so() -> None:
    sweep = asked(DEPTH, "1:3:3")
    (chart,) = charts(sweep, columns(sweep, [{"a": 1.0, "b": 2.0}] * 3))
    assert chart.alt == "a is 1 whatever depth is."


def test_a_sweep_cut_short_has_gaps_and_no_more_than_six_charts() -> None:
    sweep = asked(DEPTH, "1:3:3")
    names = [f"m{number}" for number in range(9)]
    found = columns(sweep, [dict.fromkeys(names, 1.0), dict.fromkeys(names, 2.0)])
    assert found["m8"] == [1.0, 2.0, None]
    assert len(charts(sweep, found)) == MOST_CHARTS
    (mark,) = table(sweep, found).marks
    assert isinstance(mark, Table)
    assert mark.columns == ("depth", *names)
    assert mark.rows[2] == ("3", *["–"] * 9)
    assert charts(sweep, {}) == ()
