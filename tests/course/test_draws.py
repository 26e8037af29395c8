"""What is drawn: the same from the same seed, and never degenerate over a thousand of them."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Callable
from dataclasses import replace

import pytest

from tutor.course.costs import DEFAULT, cheapest, cost, mistakes
from tutor.course.draws import (
    RUN_SEEDS,
    draw_for,
    draw_of,
    drawn_choice,
    fixed,
    numbers,
    points,
    run_seed,
    scores,
    variant,
)
from tutor.course.expression import parse
from tutor.course.partition import best_centres, best_split, gain, impurity, inertia
from tutor.course.question import (
    ByHand,
    Choice,
    Draws,
    GuessModel,
    Question,
    ReadPlot,
    Scores,
    SingleChoice,
    Slip,
    Split,
    Threshold,
    Worked,
)

SEEDS = [draw_of("q", attempt) for attempt in range(1000)]

BAYES = ByHand(
    id="q-bayes",
    stem="Prevalence {p:.0%}, sensitivity {s:.0%}, false alarms {f:.0%}: {{braces}}?",
    explain="Of the positives {= p * s :.3f} are true.",
    hint="Take {p}.",
    draws=Draws({"p": (0.01, 0.02, 0.05), "s": (0.8, 0.9), "f": (0.05, 0.1, 0.9)}, ("f < s", "p != f")),
    key="p*s / (p*s + (1-p)*f)",
    worked=(Worked("True positives", "p*s"), Worked("All done with {s}.")),
    abs_tol=0.005,
    slips=(Slip("s", "That is the sensitivity {s}."),),
)
CUT = Threshold(
    id="q-cut",
    stem="?",
    explain="!",
    positive=Scores(40, 0.6, 0.15),
    negative=Scores(160, 0.3, 0.15),
    false_positive=1,
    false_negative=8,
)
SPLIT = Split(
    id="q-split", stem="?", explain="!", task="split", n=40, centres=((0.3, 0.4), (0.7, 0.6)), spread=0.1
)
CENTROIDS = Split(
    id="q-centres",
    stem="?",
    explain="!",
    task="centroids",
    n=45,
    centres=((0.2, 0.2), (0.8, 0.3), (0.5, 0.8)),
    spread=0.08,
)


def test_an_attempt_has_the_same_seed_everywhere() -> None:
    assert draw_of("q-bayes", 0) == 1785229480
    assert len(set(SEEDS)) > 990
    assert all(0 <= seed < 2**31 for seed in SEEDS)


def test_a_thousand_calculations_by_hand_are_sound() -> None:
    seen = set()
    for seed in SEEDS:
        asked = variant(BAYES, seed)
        assert isinstance(asked, ByHand)
        drawn = fixed(asked.draws)
        assert all(parse(each).holds(drawn) for each in BAYES.draws.where)
        key, slip = (parse(each).number(drawn) for each in (asked.key, asked.slips[0].key))
        assert 0 < key < 1
        assert abs(key - slip) > 0.05
        assert "{braces}" in asked.stem
        assert f"{drawn['p']:.0%}" in asked.stem
        seen.add(tuple(drawn.values()))
    assert len(seen) == 10


def test_a_variant_is_worked_out_with_its_own_numbers() -> None:
    asked = variant(BAYES, 5)
    again = variant(BAYES, 5)
    assert asked == again
    assert isinstance(asked, ByHand)
    drawn = fixed(asked.draws)
    p, s = drawn["p"], drawn["s"]
    assert asked.worked[0] == Worked("True positives", f"{p}*{s} = {round(p * s, 10):g}")
    assert asked.worked[1] == Worked(f"All done with {s}.")
    assert asked.explain == f"Of the positives {p * s:.3f} are true."
    assert asked.slips[0].why == f"That is the sensitivity {s}."


def test_numbers_that_never_fit_are_told() -> None:
    with pytest.raises(ValueError, match="offer others"):
        numbers(Draws({"a": (1, 2)}, ("a > 3",)), "q", 0)


def test_negative_numbers_are_put_in_brackets() -> None:
    question = ByHand(
        id="q",
        stem="{a}",
        explain="!",
        draws=Draws({"a": (-2, -2)}),
        key="a",
        worked=(Worked("v", "1 - a**2"),),
    )
    asked = variant(question, 0)
    assert isinstance(asked, ByHand)
    assert asked.worked[0].value == "1 - (-2)**2 = -3"


def test_other_kinds_have_no_variants() -> None:
    question = SingleChoice(id="q", stem="{n}", explain="", choices=())
    assert variant(question, 3) is question


def test_two_attempts_in_a_row_differ() -> None:
    few = replace(BAYES, draws=Draws({"p": (0.01, 0.02), "s": (0.9,), "f": (0.1,)}))
    plot = ReadPlot(id="q", stem="", explain="", setting="s", key="k")
    asked: list[tuple[Question, Callable[[int], object]]] = [
        (few, lambda draw: variant(few, draw)),
        (plot, run_seed),
        (CUT, lambda draw: scores(CUT, draw)),
    ]
    for question, drawn in asked:
        told = [drawn(draw_for(question, attempt)) for attempt in range(40)]
        assert all(one != other for one, other in itertools.pairwise(told))
    assert draw_for(SingleChoice(id="q", stem="", explain="", choices=()), 3) == 0


def test_every_run_and_every_choice_is_drawn() -> None:
    question = GuessModel(
        id="q", stem="", explain="", choices=tuple(Choice(each, False, "", setting=each) for each in "abc")
    )
    assert set(map(run_seed, SEEDS)) == set(range(RUN_SEEDS))
    drawn = Counter(drawn_choice(question, seed) for seed in SEEDS)
    assert min(drawn.values()) > 250


def test_a_thousand_thresholds_can_be_won() -> None:
    for seed in SEEDS:
        positive, negative = scores(CUT, seed)
        assert (len(positive), len(negative)) == (40, 160)
        assert all(0 <= each <= 1 for each in (*positive, *negative))
        scored = positive, negative
        assert cheapest(CUT, scored)[1] < 0.9 * cost(CUT, scored, DEFAULT)


def test_no_threshold_is_cheaper_than_the_cheapest() -> None:
    for seed in SEEDS[:20]:
        scored = scores(CUT, seed)
        place, least = cheapest(CUT, scored)
        assert cost(CUT, scored, place) == least == min(cost(CUT, scored, at / 1000) for at in range(1001))


def test_mistakes_are_counted_by_their_definition() -> None:
    positive, negative = scores(CUT, 3)
    for at in (0.0, 0.25, positive[4], negative[100], 1.0):
        missed = sum(each < at for each in positive)
        alarms = sum(each >= at for each in negative)
        assert mistakes((positive, negative), at) == (missed, alarms)


def test_a_thousand_clouds_can_be_split() -> None:
    for seed in SEEDS:
        drawn = points(SPLIT, seed)
        assert len(drawn) == 40
        assert Counter(each.group for each in drawn) == {0: 20, 1: 20}
        assert best_split(SPLIT, drawn)[2] > 0.2


def test_no_split_gains_more_than_the_best() -> None:
    for seed in SEEDS[:10]:
        drawn = points(SPLIT, seed)
        feature, value, best = best_split(SPLIT, drawn)
        assert gain(SPLIT, drawn, feature, value) == best
        tried = [gain(SPLIT, drawn, each, at / 200) for each in (0, 1) for at in range(201)]
        assert max(tried) <= best + 1e-12


def test_impurity_is_that_of_the_books() -> None:
    assert impurity(SPLIT, [0, 0, 1, 1]) == 0.5
    assert impurity(SPLIT, []) == 0.0
    entropy = Split(
        id="q",
        stem="",
        explain="",
        task="split",
        n=8,
        centres=SPLIT.centres,
        spread=0.1,
        criterion="entropy",
    )
    assert impurity(entropy, [0, 0, 1, 1]) == 1.0
    assert impurity(entropy, []) == 0.0


def test_centroids_cannot_be_moved_to_a_better_place() -> None:
    for seed in SEEDS[:10]:
        drawn = points(CENTROIDS, seed)
        best = best_centres(CENTROIDS, drawn, seed)
        least = inertia(drawn, best)
        for place, (dx, dy) in itertools.product(range(3), ((0.01, 0), (-0.01, 0), (0, 0.01), (0, -0.01))):
            moved = [(x + dx, y + dy) if at == place else (x, y) for at, (x, y) in enumerate(best)]
            assert inertia(drawn, moved) >= least - 1e-12
        truth = [each for group in range(3) for each in [_middle(seed, group)]]
        assert least <= inertia(drawn, truth) + 1e-12


def _middle(seed: int, group: int) -> tuple[float, float]:
    """The mean of the points drawn around one centre."""
    mine = [each for each in points(CENTROIDS, seed) if each.group == group]
    return sum(each.x for each in mine) / len(mine), sum(each.y for each in mine) / len(mine)
