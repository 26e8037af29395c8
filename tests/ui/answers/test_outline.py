"""What is said of a figure before its question is answered."""

from __future__ import annotations

from tutor.figure import Axis, Bars, Figure, Line
from tutor.ui.widgets.answers.figure_view import outline


def test_bars_are_told_by_their_names_and_never_by_their_heights() -> None:
    both = (
        Bars(("python", "SQL, basic"), (3.0, 1.0), "you"),
        Bars(("python", "SQL, basic"), (5.0, 4.0), "role"),
    )
    assert outline(Figure("Marks", both, "alt")) == "Bars (you, role) for python; SQL, basic"
    assert outline(Figure("Marks", (Bars(("a",), (3.0,)),), "alt")) == "Bars for a"


def test_lines_are_told_by_their_axes() -> None:
    line = Line((0.0, 1.0), (0.0, 1.0), "test")
    assert (
        outline(Figure("Curve", (line,), "alt", Axis("alpha"), Axis("accuracy")))
        == "test: accuracy over alpha"
    )
