"""Whatever the figure and the size: exact cells, no exception, nothing that controls a terminal."""

from __future__ import annotations

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.charts.strategies import figures
from tutor.charts import as_table, narrate, preferred_height, render, render_panels, to_text
from tutor.charts.cells import Cells
from tutor.charts.palette import NAMED
from tutor.charts.words import width
from tutor.figure import Figure


def check(cells: Cells, columns: int, rows: int) -> None:
    assert (cells.width, cells.height) == (columns, rows)
    assert len(cells.rows) == rows
    for row in cells.rows:
        assert sum(width(run.text) for run in row) == columns
        for run in row:
            assert not any(unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp") for char in run.text)
            for paint in (run.front, run.back):
                assert paint is None or paint in NAMED or paint.startswith("#")


@settings(max_examples=150, deadline=None)
@given(figures, st.integers(1, 200), st.integers(1, 60), st.booleans())
def test_any_figure_fills_exactly_its_cells(figure: Figure, columns: int, rows: int, color: bool) -> None:
    cells = render(figure, columns, rows, color=color)
    check(cells, columns, rows)
    to_text(cells, ansi=True, truecolor=color)


@settings(max_examples=40, deadline=None)
@given(st.lists(figures, max_size=3), st.integers(1, 200), st.integers(1, 60), st.booleans())
def test_any_panels_fill_exactly_their_cells(
    found: list[Figure], columns: int, rows: int, color: bool
) -> None:
    check(render_panels(found, columns, rows, color=color), columns, rows)


@settings(max_examples=100, deadline=None)
@given(figures, st.integers(1, 200))
def test_any_figure_has_a_table_a_paragraph_and_a_height(figure: Figure, columns: int) -> None:
    table = as_table(figure)
    assert all(isinstance(word, str) for row in table.rows for word in row)
    narrate(figure)
    assert preferred_height(figure, columns) >= 1
