"""What gives way when room runs out, and what never does."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest

from tests.charts.samples import FIGURES
from tutor.charts import preferred_height, render, render_panels, to_text
from tutor.charts.palette import DARK, LIGHT, Palette, luminance
from tutor.figure import Axis, Bars, Figure, Line, Node, Points, Raster, Table, Tree


def plain(figure: Figure, width: int, height: int) -> str:
    return to_text(render(figure, width, height, color=False))


def test_legend_then_labels_then_ticks_give_way() -> None:
    figure = FIGURES["lines"]
    assert "train" in plain(figure, 40, 12)
    assert "train" not in plain(figure, 40, 6)
    assert plain(figure, 40, 12).splitlines()[-1].strip() == "leaves"
    assert plain(figure, 40, 8).splitlines()[-1].strip() != "leaves"
    assert "┬" in plain(figure, 40, 7)
    assert "┬" not in plain(figure, 14, 4)


def test_figures_stand_beside_then_under_each_other_then_alone() -> None:
    pair = (FIGURES["bars"], FIGURES["tree"])
    both = ("Accuracy of models", "A tree")
    beside = to_text(render_panels(pair, 80, 12)).splitlines()
    assert all(title in beside[0] for title in both)
    under = to_text(render_panels(pair, 60, 24)).splitlines()
    assert under[0] == both[0]
    assert under[12] == both[1]
    assert to_text(render_panels(pair, 60, 12)).endswith("1 of 2")


def test_a_table_counts_what_it_leaves_out_and_never_cuts_a_number() -> None:
    table = Table(("name", "amount"), tuple((f"a long name {row}", f"{1000000 + row}") for row in range(9)))
    text = plain(Figure("", (Table(table.columns, table.rows),), ""), 16, 6)
    assert "1000000" in text
    assert "a long…" in text
    assert text.splitlines()[-1] == "… 6 more rows"


def test_a_table_and_a_tree_wrap_where_there_is_height() -> None:
    words = "pay of data scientists in the whole country"
    table = plain(Figure("", (Table(("what", "pay"), ((words, "90,000"),)),), ""), 24, 9)
    tree = plain(Figure("", (Tree(Node("root", (Node(words), Node("end")))),), ""), 24, 9)
    assert "…" not in table + tree
    assert tree.rstrip().splitlines() == [
        "root",
        "├─ pay of data",
        "│  scientists in the",
        "│  whole country",
        "└─ end",
    ]


def test_a_tree_shows_the_levels_that_fit() -> None:
    leaf = Node("leaf", (Node("deep"), Node("deeper")))
    text = plain(Figure("", (Tree(Node("root", (leaf, leaf))),), ""), 40, 4)
    assert text.splitlines() == ["root", "├─ leaf … 2 below", "└─ leaf … 2 below"]


def test_the_class_with_most_points_takes_the_cell() -> None:
    marks = (Points([1, 1, 1], [1, 1, 1], "many", 0), Points([1], [1], "few", 1))
    axes = (Axis(low=0, high=2), Axis(low=0, high=2))
    text = plain(Figure("", marks, "", *axes), 3, 3)
    assert "●" in text
    assert "▲" not in text


def test_a_marker_stands_on_its_region() -> None:
    grid = Raster([0, 1], 1, 2, (0, 2), (0, 1), ("a", "b"))
    cells = render(Figure("", (grid, Points([1.5], [0.5], "b", 1)), ""), 2, 1)
    assert cells.rows[0][-1].front == "class-1"
    assert cells.rows[0][-1].back == "region-1"


def test_two_lines_in_one_plain_plot_differ() -> None:
    def drawn(color: int) -> str:
        marks = (Line([0, 1], [0, 0], "", color), Line([0, 1], [1, 1], "", 1 - color))
        return plain(Figure("", marks, ""), 30, 3).splitlines()[-1]

    assert drawn(0) != drawn(1)


def test_equal_labels_keep_a_bar_each() -> None:
    text = plain(Figure("", (Bars(("a", "a"), (1, 2)),), ""), 20, 6)
    assert [line.split()[-1] for line in text.splitlines() if line.strip()] == ["1", "2"]


def test_controls_are_shown_not_obeyed() -> None:
    text = plain(Figure("\x1b[31mred [b]bold[/b]", (), ""), 40, 12)
    assert text.startswith("�[31mred [b]bold[/b]")


@pytest.mark.parametrize("name", FIGURES)
def test_the_preferred_height_leaves_nothing_out(name: str) -> None:
    figure = FIGURES[name]
    assert "…" not in plain(figure, 64, preferred_height(figure, 64))


@pytest.mark.parametrize("palette", [DARK, LIGHT], ids=["dark", "light"])
def test_classes_differ_in_luminance(palette: Palette) -> None:
    shades = [luminance(color) for color in palette.classes]
    ground = luminance(palette.ground)
    assert all(abs(one - two) > 0.04 for one, two in pairwise(shades))
    assert all(abs(one - two) > 0.04 for one, two in combinations(shades[:4], 2))
    assert all((max(ground, shade) + 0.05) / (min(ground, shade) + 0.05) > 2.4 for shade in shades)
