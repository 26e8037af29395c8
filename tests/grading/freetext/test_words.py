"""Words, stretches and polarity."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.grading.freetext.alike import alike
from tutor.grading.freetext.polarity import denies, framed, negated, opposed, sweeping
from tutor.grading.freetext.rarity import rarity
from tutor.grading.freetext.windows import sentences, windows
from tutor.grading.freetext.words import stem, stems, words


@given(st.text(max_size=200))
def test_a_word_is_quoted_from_where_it_stands(text: str) -> None:
    for word in words(text):
        assert 0 <= word.start < word.end <= len(text)
        assert not text[word.start : word.end].isspace()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("regularisation", "regularization"),
        ("modelled", "modeled"),
        ("analyse", "analyze"),
        ("two", "2"),
        ("0,5", "0.5"),
    ],
)
def test_spellings_meet(one: str, other: str) -> None:
    assert stem(one) == stem(other)


def test_small_words_carry_nothing() -> None:
    assert stems("It is what it is, and that is that") == ()
    assert stems("more noise, less bias") == ("more", "noiz", "less", "bias")


@pytest.mark.parametrize(
    ("one", "other", "least"),
    [("increas", "increas", 1.0), ("predict", "forecast", 0.8), ("varianc", "varience", 0.8)],
)
def test_alike(one: str, other: str, least: float) -> None:
    assert alike(one, other) >= least
    assert alike(one, other) == alike(other, one)


@pytest.mark.parametrize(
    ("one", "other"), [("increas", "decreas"), ("supervis", "unsupervis"), ("l1", "l2"), ("10", "100")]
)
def test_unlike(one: str, other: str) -> None:
    assert alike(one, other) == 0


def test_rare_words_tell_more() -> None:
    assert 0 < rarity(stem("model")) < rarity(stem("heteroscedastic")) <= 1


def test_an_answer_falls_into_sentences_clauses_and_neighbours() -> None:
    text = "Bias is systematic, because the model is too rigid. Variance is the wobble.\n- bagging helps"
    assert sentences(text) == [
        "Bias is systematic, because the model is too rigid.",
        "Variance is the wobble.",
        "- bagging helps",
    ]
    found = [window.text for window in windows(text)]
    assert "because the model is too rigid." in found
    assert any("rigid. Variance" in each for each in found)


def test_negation_reaches_to_the_end_of_its_clause() -> None:
    assert negated(words("it does not shrink weights but removes noise")) == {"shrink", "weight"}
    assert negated(words("not only weights shrink")) == frozenset()
    assert negated(words("it isn't never stable")) == frozenset()


@pytest.mark.parametrize(
    "sentence",
    [
        "It is false that trees need scaling",
        "It's a myth that trees need scaling",
        "That trees need scaling is wrong.",
        "It does not hold that trees need scaling.",
        "I disagree that trees need scaling",
    ],
)
def test_denials(sentence: str) -> None:
    assert denies(sentence)


def test_saying_that_something_is_wrong_in_passing_denies_nothing() -> None:
    assert not denies("A wrong label is worse than a missing one")
    assert not denies("The model is not wrong often enough to matter")


def test_reports_of_what_others_believe() -> None:
    assert framed("Beginners often think that more data reduces bias")
    assert not framed("I think that more data reduces variance")


@pytest.mark.parametrize(
    "answer", ["A. B. None of this is true.", "All of the above is false.", "The opposite is true."]
)
def test_sweeping(answer: str) -> None:
    assert sweeping(answer)


def test_opposites() -> None:
    assert opposed({"decreas", "bias"}, {"increas", "bias"}) == {"increas"}
    assert opposed({"increas", "decreas"}, {"increas", "decreas"}) == frozenset()
