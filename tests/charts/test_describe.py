"""Figures as tables and sentences."""

from __future__ import annotations

import math

from hypothesis import given
from hypothesis import strategies as st

from tests.charts.samples import FIGURES
from tutor.charts import as_table, narrate
from tutor.charts.describe import SHOWN, number
from tutor.figure import Axis, Figure, Line, Points, Raster, Table

values = st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=SHOWN)


def words(table: Table) -> set[str]:
    return {word for row in table.rows for word in row}


@given(values)
def test_the_table_of_points_holds_their_values(found: list[float]) -> None:
    table = as_table(Figure("", (Points(found, found, "a"),), ""))
    assert {number(value) for value in found} <= words(table)


@given(values, st.floats(-5, 5))
def test_lines_over_one_x_stand_in_columns(found: list[float], factor: float) -> None:
    steps = range(len(found))
    marks = (Line(steps, found, "train"), Line(steps, [value * factor for value in found], "test"))
    table = as_table(Figure("", marks, "", Axis("size")))
    assert table.columns == ("size", "train", "test")
    assert table.rows[0] == ("0", number(found[0]), number(found[0] * factor))
    assert len(table.rows) == len(found)


def test_a_long_line_is_thinned_and_counted() -> None:
    table = as_table(Figure("", (Line(range(1000), range(1000)),), ""))
    assert table.rows[0][0] == "0"
    assert table.rows[-2][0] == "999"
    assert table.rows[-1][0] == f"… {SHOWN} of 1000 rows"


def test_many_points_are_counted() -> None:
    table = as_table(Figure("", (Points(range(100), range(100), "a"),), ""))
    assert table.rows[-1] == ("a", f"… {100 - SHOWN} more", "")


def test_bars_matrix_and_categories_keep_their_names() -> None:
    assert as_table(FIGURES["groups"]).rows == (("depth 1", "0.7", "0.69"), ("depth 9", "1", "0.74"))
    assert as_table(FIGURES["matrix"]).rows[0] == ("a", "48", "2", "0")
    assert as_table(FIGURES["matrix"]).columns == ("true / predicted", "a", "b", "c")
    assert "forest" in words(as_table(FIGURES["categories"]))


def test_regions_give_their_shares() -> None:
    grid = Raster([0, 0, 0, 1, math.nan], 1, 5, (0, 1), (0, 1), ("cat", "dog"))
    assert as_table(Figure("", (grid,), "")).rows == (
        ("region cat", "", "75.0% of the plane"),
        ("region dog", "", "25.0% of the plane"),
    )


def test_a_paragraph_says_title_sentence_axes_and_legend() -> None:
    figure = Figure(
        "Accuracy", (Line([1], [1], "train"), Points([1], [1], "runs")), "It rises", Axis("C", log=True)
    )
    assert narrate(figure) == (
        "Accuracy. It rises. The x axis shows C on a logarithmic scale. Shown: train (line), runs (1 point)."
    )
