"""Drawings that answers are made on: curves, scores with a threshold, placed cuts and centroids."""

from __future__ import annotations

import math
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.charts import to_text
from tutor.charts.cells import Box, Canvas
from tutor.charts.drawn_curve import curve_figure, draw_curve, filled_in, grows_by_factors, spoken
from tutor.charts.ground import Ground
from tutor.charts.placing_chart import draw_centroids, draw_cut, owners, sides
from tutor.charts.scale import Scale
from tutor.charts.score_chart import Scored, cost_figure, draw_scores
from tutor.course.draws import Point
from tutor.figure import Axis

SIZES = st.tuples(st.integers(1, 90), st.integers(1, 30))
UNIT = st.floats(0, 1)
CORNERS = (Point(0.1, 0.1, 0), Point(0.2, 0.9, 0), Point(0.8, 0.1, 1), Point(0.9, 0.9, 1))


def lines(canvas: Canvas) -> list[str]:
    """The drawing, row by row."""
    return to_text(canvas.cells()).split("\n")


@given(UNIT, UNIT, SIZES)
def test_a_cell_of_the_ground_holds_the_value_that_led_to_it(
    x: float, y: float, size: tuple[int, int]
) -> None:
    ground = Ground(Box(3, 2, *size), Scale(0, 1), Scale(0, 1))
    column, row = ground.column(x), ground.row(y)
    assert 3 <= column < 3 + size[0]
    assert 2 <= row < 2 + size[1]
    back = ground.value(column, row)
    assert abs(back[0] - x) <= 0.5 / size[0] + 1e-9
    assert abs(back[1] - y) <= 0.5 / size[1] + 1e-9


def test_a_place_beyond_the_ground_counts_as_its_edge() -> None:
    ground = Ground(Box(3, 2, 10, 10), Scale(0, 1), Scale(0, 1))
    assert ground.value(-5, 100) == ground.value(3, 11) == pytest.approx((0.05, 0.05))
    assert (ground.column(7), ground.row(-7)) == (12, 11)


def test_heights_that_nobody_set_follow_those_that_were() -> None:
    assert filled_in((0, 1, 2, 4), {}, 0.5) == (0.5, 0.5, 0.5, 0.5)
    assert filled_in((0, 1, 2, 4), {0: 0.2, 3: 1.0}, 0.5) == pytest.approx((0.2, 0.4, 0.6, 1.0))
    assert filled_in((0, 1, 2, 4), {1: 0.3}, 0.5) == (0.3, 0.3, 0.3, 0.3)


def test_x_that_grow_by_factors_stand_on_a_logarithmic_axis() -> None:
    assert grows_by_factors((0.001, 0.01, 0.1, 1, 10, 100))
    assert filled_in((1, 10, 100), {0: 0.0, 2: 1.0}, 0.5) == pytest.approx((0, 0.5, 1))
    assert not grows_by_factors((1, 2, 5, 10, 20, 33))
    assert not grows_by_factors((0, 10, 200, 3000))


def test_the_truth_is_laid_over_the_curve_with_a_marker_of_its_own() -> None:
    mine = ((1.0, 0.2), (2.0, 0.2), (3.0, 0.2))
    truth = ((1.0, 0.8), (3.0, 0.9))
    canvas = Canvas(40, 12)
    draw_curve(canvas, False, curve_figure(mine, Axis("test", 0, 1), truth), mine, 1, ())
    text = "\n".join(lines(canvas))
    assert "▲ yours" in text
    assert "● the run" in text
    assert text.count("●") == text.count("▲") == 4
    assert spoken(mine, truth) == "Drawn and true: 0.2 and 0.8 at 1, 0.2 and 0.85 at 2, 0.2 and 0.9 at 3"


def test_the_threshold_parts_the_mistakes_and_says_how_many() -> None:
    scored = Scored((0.2, 0.7, 0.8), (0.1, 0.3, 0.6), 0.5)
    assert (scored.missed, scored.alarms) == (1, 1)
    canvas = Canvas(40, 10)
    draw_scores(canvas, False, scored)
    text = "\n".join(lines(canvas))
    assert "1 missed ┃ 2 found" in text
    assert "2 cleared ┃ 1 alarm" in text
    assert "░" in text, "without colours another ink tells mistakes"


def test_a_score_at_the_threshold_counts_as_positive() -> None:
    scored = Scored((0.5,), (0.5,), 0.5)
    assert (scored.missed, scored.alarms) == (0, 1)


def test_the_curve_of_costs_marks_both_thresholds() -> None:
    figure = cost_figure((0.0, 1.0), (9.0, 4.0), (0.5, 6.0), (1.0, 4.0), "€")
    assert figure.alt == "Yours, 0.50, costs 6; the best, 1.00, costs 4."
    assert figure.y.label == "cost, €"


def test_a_cut_counts_the_classes_on_both_sides() -> None:
    assert sides(CORNERS, (0, 0.5)) == ("2● 0▲", "0● 2▲")
    assert sides(CORNERS, (1, 0.5)) == ("1● 1▲", "1● 1▲")
    assert sides(CORNERS, (0, 0.8)) == ("2● 1▲", "0● 1▲"), "a point at the value lies on the first side"


def test_points_look_like_their_nearest_centroid() -> None:
    assert owners(CORNERS, ((0.0, 0.5), (1.0, 0.5))) == [0, 0, 1, 1]
    canvas = Canvas(36, 12)
    draw_centroids(canvas, False, CORNERS, ((0.0, 0.5), (1.0, 0.5)), 0, ((0.5, 0.5),))
    text = "\n".join(lines(canvas))
    assert text.count("●") == text.count("▲") == 2
    assert "1◂" in text
    assert "✕" in text


@given(SIZES, UNIT, UNIT, st.booleans())
def test_every_drawing_fits_every_size(size: tuple[int, int], x: float, y: float, color: bool) -> None:
    mine = tuple((float(place), height) for place, height in enumerate((x, y, x)))
    figure = curve_figure(mine, Axis("test", 0, 1), mine)
    drawings: tuple[Callable[[Canvas], Ground], ...] = (
        lambda canvas: draw_curve(canvas, color, figure, mine, 1, (0,)),
        lambda canvas: draw_scores(canvas, color, Scored((x, y), (y,), x, y)),
        lambda canvas: draw_cut(canvas, color, CORNERS, (1, x), (0, y)),
        lambda canvas: draw_centroids(canvas, color, CORNERS, ((x, y), (y, x)), 1, ((0.5, 0.5),)),
    )
    for draw in drawings:
        canvas = Canvas(*size)
        ground = draw(canvas)
        assert len(lines(canvas)) == size[1]
        assert all(len(line) <= size[0] for line in lines(canvas))
        if ground.room:
            assert all(map(math.isfinite, ground.value(0, 0)))
