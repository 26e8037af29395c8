"""Drawn answers: each kind answered right, wrong and half right, by keys and by mouse."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from tests.ui.answers.desk import Desk, answering, press, seen
from tests.ui.answers.plays_course import ACCURACY, LEAVES, TEST, boundary
from tutor.course.draws import drawn_choice, fixed, points
from tutor.course.question import (
    ByHand,
    Choice,
    Curve,
    Draws,
    GuessModel,
    ReadPlot,
    Scores,
    Slip,
    Split,
    Threshold,
    Worked,
)
from tutor.grading.answer import Drawn, Placed
from tutor.grading.split import best_centres, best_split
from tutor.grading.threshold import cheapest
from tutor.run import RunResult
from tutor.ui.widgets.answers.drawing import Drawing
from tutor.ui.widgets.choice_list import ChoiceList

CURVE = Curve(id="c", stem="", explain="It turns.", setting="s", line="test", x=LEAVES, low=0.5, high=1.0)
THRESHOLD = Threshold(
    id="t",
    stem="",
    explain="Misses are dear.",
    positive=Scores(40, 0.62, 0.15),
    negative=Scores(160, 0.35, 0.14),
    false_positive=1,
    false_negative=8,
    unit="€",
)
PLOT = ReadPlot(id="p", stem="", explain="At the top.", setting="s", figure=1, key="best", abs_tol=1)
MODEL = GuessModel(
    id="m",
    stem="",
    explain="Axes.",
    choices=(
        Choice("A tree", False, "Its cuts are straight.", setting="tree"),
        Choice("A line", False, "It has one angle.", setting="line"),
        Choice("A neighbour", False, "It winds.", setting="neighbour"),
    ),
)
HAND = ByHand(
    id="h",
    stem="{a} and {b}",
    explain="Squares.",
    draws=Draws({"a": (2, 4), "b": (6, 9)}),
    key="1 - (a / (a + b))**2 - (b / (a + b))**2",
    worked=(Worked("Share of the first", "a / (a + b)"),),
    abs_tol=0.002,
    slips=(Slip("(a / (a + b))**2 + (b / (a + b))**2", "That two agree."),),
)
SPLIT = Split(
    id="s", stem="", explain="Purest.", task="split", n=40, centres=((0.3, 0.4), (0.7, 0.6)), spread=0.12
)
CENTROIDS = Split(
    id="k", stem="", explain="Means.", task="centroids", n=60, centres=((0.2, 0.3), (0.8, 0.7)), spread=0.06
)
RUN = RunResult("ok", 0.1, figures=(boundary("tree"), ACCURACY), metrics={"best": 10.0})


async def click(pilot: Pilot[None], drawing: Drawing, x: float, y: float) -> None:
    """Click on a value of a drawing."""
    assert drawing.ground is not None
    await pilot.click(drawing, offset=(drawing.ground.column(x), drawing.ground.row(y)))
    await pilot.pause()


def enlarged(pilot: Pilot[None]) -> bool:
    """Whether one widget is over the whole screen."""
    return pilot.app.screen.maximized is not None


async def submit(pilot: Pilot[None], desk: Desk) -> float:
    """Commit, and the score."""
    await press(pilot, "enter")
    assert desk.grade is not None, desk.refusals
    return desk.grade.score


class TestCurve:
    async def test_the_truth_drawn_is_right_and_lies_over_it(self) -> None:
        async with answering(CURVE, result=RUN) as (pilot, desk):
            for height in TEST:
                tenths, rest = divmod(round((height - 0.5) * 100), 5)
                await press(pilot, str(tenths), *(["left", *["up"] * rest, "right"] if rest else []))
            assert "the run" not in seen(pilot)
            assert await submit(pilot, desk) == 1.0
            assert "● the run" in seen(pilot)
            assert "▲ yours" in seen(pilot)

    async def test_the_right_shape_at_wrong_heights_is_half_right(self) -> None:
        async with answering(CURVE, result=RUN) as (pilot, desk):
            await press(pilot, *"134320")
            assert 0.5 <= await submit(pilot, desk) < 1

    async def test_a_curve_that_runs_the_other_way_earns_nothing_and_is_told_where(self) -> None:
        async with answering(CURVE, result=RUN) as (pilot, desk):
            await press(pilot, *"973003")
            assert await submit(pilot, desk) == 0
            await press(pilot, *["left"] * 5)
            assert "at 1  yours 0.95 · the run 0.6" in seen(pilot)
            assert "0.35 too high" in " ".join(seen(pilot).split())

    async def test_arrows_set_one_height_and_the_others_follow(self) -> None:
        async with answering(CURVE, result=RUN) as (pilot, desk):
            await press(pilot, "up", "shift+up")
            assert desk.drafts[-1] == Drawn((0.81,) * 6)
            await press(pilot, "right", "right", "9")
            assert desk.drafts[-1] == Drawn((0.81, 0.845, 0.95, 0.95, 0.95, 0.95))
            assert "4 of 6 follow" in " ".join(seen(pilot).split())

    async def test_all_heights_can_be_told_in_words(self) -> None:
        async with answering(CURVE, result=RUN) as (pilot, _):
            await press(pilot, "9", "t")
            assert "Drawn: 0.95 at 1, 0.95 at 2, 0.95 at 5" in " ".join(seen(pilot).split())
            await press(pilot, "enter", "t")
            assert "0.95 · the run 0.72" in " ".join(seen(pilot).split())

    async def test_heights_end_at_the_axis(self) -> None:
        async with answering(CURVE, result=RUN) as (pilot, desk):
            await press(pilot, "0", "left", "down")
            assert desk.drafts[-1] == Drawn((0.5,) * 6)
            await press(pilot, "9", "left", *["shift+up"] * 3)
            assert desk.drafts[-1] == Drawn((1.0,) * 6)

    async def test_nothing_drawn_is_refused_kindly(self) -> None:
        async with answering(CURVE, result=RUN) as (pilot, desk):
            await press(pilot, "enter")
            assert desk.grade is None
            assert "Set at least one height" in desk.refusals[0]

    async def test_a_settled_curve_cannot_be_changed(self) -> None:
        async with answering(CURVE, result=RUN) as (pilot, desk):
            await press(pilot, *"134320", "enter")
            drafts = len(desk.drafts)
            await press(pilot, "up", "5", "enter")
            await click(pilot, desk.query_one(Drawing), 5, 0.9)
            assert len(desk.drafts) == drafts


class TestThreshold:
    async def test_the_cheapest_place_is_right_and_only_then_costs_are_drawn(self) -> None:
        async with answering(THRESHOLD, size=(76, 40)) as (pilot, desk):
            best = cheapest(THRESHOLD, 0)[0]
            costs = desk.query_one("#costs", Drawing)
            assert not costs.display
            moves = round((0.5 - best) * 100)
            await press(pilot, *["shift+left"] * (moves // 10), *["left"] * (moves % 10))
            assert not desk.query_one("#costs", Drawing).display
            assert await submit(pilot, desk) == 1.0
            assert "■ best  ▲ yours" in seen(pilot)

    async def test_a_little_off_is_half_right(self) -> None:
        async with answering(THRESHOLD) as (pilot, desk):
            await press(pilot, *["left"] * 6)
            assert 0 < await submit(pilot, desk) < 1

    async def test_far_off_earns_nothing(self) -> None:
        async with answering(THRESHOLD) as (pilot, desk):
            await press(pilot, "9")
            assert await submit(pilot, desk) == 0
            assert "costs" in seen(pilot)

    async def test_the_mouse_moves_it_and_the_mistakes_are_counted(self) -> None:
        async with answering(THRESHOLD) as (pilot, desk):
            drawing = desk.query_one("#scores", Drawing)
            await click(pilot, drawing, 0.0, 0.5)
            assert "0 missed × 8 €" in seen(pilot)
            await click(pilot, drawing, 0.99, 0.5)
            assert "40 missed × 8 €" in seen(pilot)
            places = [draft.values[0] for draft in desk.drafts if isinstance(draft, Placed)]
            assert places == pytest.approx([0.0, 1.0], abs=0.05)

    async def test_an_untouched_threshold_is_refused(self) -> None:
        async with answering(THRESHOLD) as (pilot, desk):
            await press(pilot, "enter")
            assert desk.grade is None
            assert "Move the threshold first" in desk.refusals[0]

    async def test_it_never_leaves_the_axis(self) -> None:
        async with answering(THRESHOLD) as (pilot, desk):
            await press(pilot, "0", "left", "shift+left")
            assert desk.drafts[-1] == Placed((0.0,))


class TestPlot:
    @pytest.mark.parametrize(("typed", "score"), [("10", 1.0), ("12", 0.5), ("30", 0.0)])
    async def test_a_number_read_off_is_judged(self, typed: str, score: float) -> None:
        async with answering(PLOT, result=RUN) as (pilot, desk):
            assert "Accuracy against leaves" in seen(pilot)
            await press(pilot, *typed)
            assert await submit(pilot, desk) == score

    async def test_its_sentence_is_told_only_once_it_is_settled(self) -> None:
        async with answering(PLOT, result=RUN) as (pilot, _):
            assert "train, test: accuracy over leaves" in seen(pilot)
            assert "rises to 0.9" not in seen(pilot)
            await press(pilot, "9", "enter")
            assert "rises to 0.9" in " ".join(seen(pilot).split())

    async def test_it_can_be_enlarged_from_the_field_and_back(self) -> None:
        async with answering(PLOT, result=RUN) as (pilot, _):
            before = pilot.app.focused
            await press(pilot, "f8")
            assert enlarged(pilot)
            await press(pilot, "z")
            assert not enlarged(pilot)
            await press(pilot, "f8", "escape")
            await pilot.pause()
            assert not enlarged(pilot)
            assert pilot.app.focused is before

    async def test_nothing_is_asked_of_a_figure_that_is_not_there_yet(self) -> None:
        async with answering(PLOT) as (pilot, _):
            assert "Accuracy" not in seen(pilot)


class TestModel:
    @pytest.mark.parametrize("right", [True, False])
    async def test_the_model_that_drew_it_is_right(self, right: bool) -> None:
        async with answering(MODEL, result=RUN) as (pilot, desk):
            options = desk.query_one(ChoiceList)
            wanted = drawn_choice(MODEL, 0) if right else (drawn_choice(MODEL, 0) + 1) % 3
            rows = [option.place for option in options._options]
            await press(pilot, str(rows.index(wanted) + 1))
            assert await submit(pilot, desk) == float(right)

    async def test_the_title_is_told_only_afterwards(self) -> None:
        async with answering(MODEL, result=RUN) as (pilot, _):
            assert "What a tree draws" not in seen(pilot)
            await press(pilot, "1", "enter")
            assert "What a tree draws" in seen(pilot)

    async def test_a_table_stands_in_for_the_figure(self) -> None:
        async with answering(MODEL, result=RUN) as (pilot, _):
            await press(pilot, "t")
            assert "region no" in seen(pilot)
            await press(pilot, "t")
            assert "region no" not in seen(pilot)


class TestHand:
    async def test_right_half_right_and_wrong_with_numbers_of_their_own(self) -> None:
        for change, score in ((0.0, 1.0), (0.008, 0.5), (0.2, 0.0)):
            async with answering(HAND, seed=3) as (pilot, desk):
                assert isinstance(desk.question, ByHand)
                drawn = fixed(desk.question.draws)
                share = drawn["a"] / (drawn["a"] + drawn["b"])
                key = 1 - share**2 - (1 - share) ** 2
                await press(pilot, *f"{key + change:.4f}")
                assert await submit(pilot, desk) == score
                assert desk.grade is not None
                assert any("Share of the first" in each.text for each in desk.grade.feedback)

    async def test_words_are_no_number(self) -> None:
        async with answering(HAND) as (pilot, desk):
            await press(pilot, *"many", "enter")
            assert desk.refusals
            assert desk.grade is None


class TestSplit:
    async def test_the_best_split_is_right_and_shown_beside(self) -> None:
        async with answering(SPLIT) as (pilot, desk):
            feature, value, _ = best_split(SPLIT, points(SPLIT, 0))
            await press(pilot, "xy"[feature])
            away = int(value * 100 + 1e-6) - 50
            keys = (("left", "right"), ("down", "up"))[feature]
            await press(pilot, *[keys[away > 0]] * abs(away))
            assert await submit(pilot, desk) == 1.0
            assert "┊ best: x1 ≤" in seen(pilot)

    async def test_near_it_is_half_right_and_at_the_edge_wrong(self) -> None:
        for at, low, high in ((0.62, 0.2, 0.98), (0.01, 0.0, 0.1)):
            async with answering(SPLIT) as (pilot, desk):
                await click(pilot, desk.query_one(Drawing), at, 0.5)
                assert low <= await submit(pilot, desk) < high

    async def test_an_arrow_across_the_cut_turns_it(self) -> None:
        async with answering(SPLIT) as (pilot, desk):
            await press(pilot, "up")
            assert desk.drafts[-1] == Placed((1.0, 0.51))
            assert "x2 ≤ 0.51" in seen(pilot)
            await press(pilot, "shift+left")
            assert desk.drafts[-1] == Placed((0.0, 0.4))
            await press(pilot, "y")
            assert desk.drafts[-1] == Placed((1.0, 0.4))

    async def test_an_untouched_cut_is_refused(self) -> None:
        async with answering(SPLIT) as (pilot, desk):
            await press(pilot, "enter")
            assert desk.grade is None
            assert "Move the cut first" in desk.refusals[0]


class TestCentroids:
    async def test_centroids_in_their_middles_are_right(self) -> None:
        async with answering(CENTROIDS, size=(76, 30)) as (pilot, desk):
            drawing = desk.query_one(Drawing)
            (x, y), (u, v) = best_centres(CENTROIDS, points(CENTROIDS, 0), 0)
            await click(pilot, drawing, x, y)
            await press(pilot, "tab")
            await click(pilot, drawing, u, v)
            assert await submit(pilot, desk) == 1.0
            assert "✕ best: inertia" in seen(pilot)

    async def test_near_is_half_right_and_a_corner_wrong(self) -> None:
        for place, low, high in (((0.25, 0.4), 0.1, 0.99), ((0.99, 0.01), 0.0, 0.1)):
            async with answering(CENTROIDS) as (pilot, desk):
                await click(pilot, desk.query_one(Drawing), *place)
                assert low <= await submit(pilot, desk) < high

    async def test_tab_takes_up_the_next_and_leaves_after_the_last(self) -> None:
        async with answering(CENTROIDS) as (pilot, desk):
            assert "▸1◂" in seen(pilot)
            await press(pilot, "tab", "right", "up")
            assert desk.drafts[-1] == Placed((0.25, 0.5, 0.77, 0.54))
            assert "▸2◂" in seen(pilot)
            assert desk.widget.check_action("take", (1,)) is False
            await press(pilot, "shift+tab")
            assert "▸1◂" in seen(pilot)

    async def test_a_click_on_another_one_takes_it_up(self) -> None:
        async with answering(CENTROIDS) as (pilot, desk):
            await click(pilot, desk.query_one(Drawing), 0.75, 0.5)
            assert desk.drafts == []
            assert "▸2◂" in seen(pilot)
            assert "nearest points  1:" in seen(pilot)
