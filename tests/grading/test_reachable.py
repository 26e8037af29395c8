"""Whoever places something by hand, in hundredths, can place it right, whatever was drawn."""

from __future__ import annotations

from tutor.course.draws import points
from tutor.course.question import Scores, Split, Threshold
from tutor.grading.answer import Placed
from tutor.grading.split import best_split, grade_split
from tutor.grading.threshold import cheapest, grade_threshold

SEEDS = range(100)
THRESHOLD = Threshold(
    id="t",
    stem="",
    explain="",
    positive=Scores(30, 0.62, 0.15),
    negative=Scores(160, 0.35, 0.14),
    false_positive=1,
    false_negative=8,
)
SPLIT = Split(id="s", stem="", explain="", task="split", n=40, centres=((0.3, 0.4), (0.7, 0.6)), spread=0.12)


def test_the_cheapest_threshold_lies_on_a_hundredth() -> None:
    for seed in SEEDS:
        best, _ = cheapest(THRESHOLD, seed)
        assert best == round(best, 2)
        assert grade_threshold(THRESHOLD, Placed((best,)), seed).right


def test_a_cut_in_hundredths_is_as_good_as_the_best_one() -> None:
    for seed in SEEDS:
        feature, value, _ = best_split(SPLIT, points(SPLIT, seed))
        below = int(value * 100 + 1e-6) / 100
        assert grade_split(SPLIT, Placed((float(feature), below)), seed).score == 1.0
