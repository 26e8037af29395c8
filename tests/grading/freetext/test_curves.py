"""From signals to probabilities: curves that only rise or only fall."""

from __future__ import annotations

from importlib.resources import files
from itertools import pairwise

import pytest
import tomli

from tutor.grading.freetext.curves import Curve, Curves, fitted
from tutor.grading.freetext.signals import AGAINST

CURVE = Curve((0.2, 0.4, 0.8), (0.0, 1.0, 1.5))


@pytest.mark.parametrize(("value", "evidence"), [(-1, 0), (0.2, 0), (0.3, 0.5), (0.6, 1.25), (5, 1.5)])
def test_a_curve_is_straight_between_its_bends_and_level_beyond(value: float, evidence: float) -> None:
    assert CURVE.at(value) == pytest.approx(evidence)


def test_evidence_adds_up_to_log_odds() -> None:
    model = Curves(-1.0, {"one": CURVE, "other": CURVE})
    assert model.probability({"one": 0.4, "other": 0.2}) == pytest.approx(0.5)
    assert model.probability({}) == pytest.approx(1 / (1 + 2.718281828), abs=1e-6)


SHIPPED = tomli.loads(files("tutor.grading.freetext").joinpath("weights.toml").read_text("utf-8"))
MODELS = [(tier, what) for tier in ("lexical", "semantic") for what in ("points", "misconceptions")]


@pytest.mark.parametrize(("tier", "what"), MODELS)
def test_what_speaks_against_only_takes_away_and_the_rest_only_adds(tier: str, what: str) -> None:
    for name, bends in SHIPPED[tier][what]["curves"].items():
        sign = -1 if name.rpartition(".")[2] in AGAINST else 1
        assert all(low < high for low, high in pairwise(bends["values"])), name
        assert all(sign * (high - low) >= 0 for low, high in pairwise(bends["evidence"])), name


def test_words_alone_need_no_encoder_and_nothing_counts_the_length_of_an_answer() -> None:
    assert not [name for name in fitted("lexical", "points").curves if name.startswith("sense.")]
    assert [name for name in fitted("semantic", "points").curves if name.startswith("sense.")]
    assert not [name for name in fitted("lexical", "points").curves if "length" in name]
