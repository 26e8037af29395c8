"""Close by words: all sentences at once tell what one by one tells."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.grading.freetext.rubrics import REFERENCE, RUBRIC
from tutor.grading.freetext.closeness import closeness
from tutor.grading.freetext.match import match, prepare
from tutor.grading.freetext.phrases import phrases

WORDS = [*REFERENCE.replace(".", "").split(), "not", "ridge", "vanish", "big", "penalties", "banana", "the"]
SENTENCES = phrases(RUBRIC)


@settings(max_examples=80, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=12))
def test_the_shares_are_those_of_each_sentence_alone(words: list[str]) -> None:
    said = prepare(" ".join(words))
    found = closeness(said, SENTENCES)
    for number, phrase in enumerate(SENTENCES.every):
        alone = match(said, phrase.text, SENTENCES.asked)
        assert found.recall[number] == pytest.approx(alone.recall)
        assert found.precision[number] == pytest.approx(alone.precision if alone.recall else 0.0)
        assert found.pairs[number] == pytest.approx(alone.pairs if alone.recall else 0.0)
        assert 0 <= found.turned[number] <= 1


def test_a_sentence_is_closest_to_itself() -> None:
    for number, phrase in enumerate(SENTENCES.every):
        whole = closeness(phrase.text, SENTENCES).whole
        assert whole[number] == pytest.approx(1.0)


def test_what_stands_under_a_negation_is_turned() -> None:
    plain = next(n for n, each in enumerate(SENTENCES.every) if each.words.startswith("L1 drives"))
    said = prepare("L1 never drives some coefficients exactly to zero")
    assert closeness(said, SENTENCES).turned[plain] > 0.3
    assert closeness(prepare("L1 drives some coefficients exactly to zero"), SENTENCES).turned[plain] == 0
