"""Whose sentences a stretch sounds like."""

from __future__ import annotations

from tests.grading.freetext.rubrics import RUBRIC
from tutor.grading.freetext.odds import contrasts, traits
from tutor.grading.freetext.phrases import phrases
from tutor.grading.freetext.words import words

SENTENCES = phrases(RUBRIC)


def odds(owner: tuple[str, str], text: str) -> tuple[float, float]:
    against = next(each for key, each in contrasts(SENTENCES).items() if key == owner)
    said = words(text)
    return against.others.odds(traits(said), len(said)), against.contrary.odds(traits(said), len(said))


def test_a_stretch_sounds_like_the_point_that_it_makes() -> None:
    said = "so many weights vanish and the lasso selects features"
    assert odds(("makes", "sparse"), said)[0] > max(0.0, 2 * odds(("makes", "correlated"), said)[0])


def test_small_words_tell_a_belief_from_its_denial() -> None:
    believed = odds(("believes", "l2-zeroes"), "ridge makes useless weights become exactly zero")
    denied = odds(("believes", "l2-zeroes"), "ridge never makes a weight exactly zero")
    assert believed[1] > 0 > denied[1]


def test_unknown_words_decide_nothing() -> None:
    assert odds(("makes", "sparse"), "bananas grow near tropical islands") == (0.0, 0.0)
