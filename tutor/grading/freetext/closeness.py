"""How close each stretch of an answer comes to each sentence of the rubric, by words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from tutor.grading.freetext.match import Text
from tutor.grading.freetext.phrases import Phrases
from tutor.grading.freetext.polarity import opposites

RECALL, PRECISION, PAIRS = 0.6, 0.25, 0.15
"""What the shares count in a closeness."""


@dataclass(frozen=True, slots=True)
class Closeness:
    """One stretch against every sentence, by number; shares between 0 and 1."""

    recall: Sequence[float]
    """Of the sentence's words, weighted by rarity, found in the stretch."""
    precision: Sequence[float]
    """Of the stretch's words, weighted by rarity, found in the sentence."""
    pairs: Sequence[float]
    """Of the sentence's neighbouring words that are neighbours in the stretch as well."""
    turned: Sequence[float]
    """Of the words found, those that stand under a negation on one side only, or whose opposite is said."""
    whole: Sequence[float]
    """The three shares in one."""


def closeness(said: Text, phrases: Phrases) -> Closeness:
    """Compare a stretch with all sentences at once."""
    best = _best(said, phrases)
    size = len(phrases.every)
    found, turned, heard = [0.0] * size, [0.0] * size, [0.0] * size
    for stem, (like, source) in best.items():
        weight = phrases.weights[stem] * like
        under = source in said.negated
        for number in phrases.places[stem]:
            found[number] += weight
            if (stem in phrases.every[number].text.negated) != under:
                turned[number] += weight
    for stem in said.stems:
        weight = phrases.weight(stem)
        for number, like in _nearest(stem, phrases).items():
            heard[number] += weight * like
    _oppose(said.stems, phrases, turned)
    total = sum(phrases.weight(stem) for stem in said.stems)
    recall = [one / whole if whole else 0.0 for one, whole in zip(found, phrases.totals, strict=True)]
    precision = [one / total if total else 0.0 for one in heard]
    pairs = [
        len(said.pairs & phrase.text.pairs) / len(phrase.text.pairs) if one and phrase.text.pairs else 0.0
        for one, phrase in zip(found, phrases.every, strict=True)
    ]
    return Closeness(
        recall,
        precision,
        pairs,
        [min(1.0, one / whole) if whole else 0.0 for one, whole in zip(turned, found, strict=True)],
        [
            RECALL * one + PRECISION * other + PAIRS * third
            for one, other, third in zip(recall, precision, pairs, strict=True)
        ],
    )


def _best(said: Text, phrases: Phrases) -> dict[str, tuple[float, str]]:
    """For each stem of the sentences that is said: how well, and by which word."""
    best: dict[str, tuple[float, str]] = {}
    for source in sorted(said.stems):
        for stem, like in phrases.near(source):
            if stem not in best or like > best[stem][0]:
                best[stem] = (like, source)
    return best


def _nearest(stem: str, phrases: Phrases) -> dict[int, float]:
    """How well each sentence that has a like word has this one."""
    best: defaultdict[int, float] = defaultdict(float)
    for other, like in phrases.near(stem):
        for number in phrases.places[other]:
            if like > best[number]:
                best[number] = like
    return best


def _oppose(said: Collection[str], phrases: Phrases, turned: list[float]) -> None:
    """Count the words of a sentence whose opposite is said, twice."""
    for stem in said:
        for wanted in opposites(stem):
            if wanted in said or wanted not in phrases.weights:
                continue
            for number in phrases.places[wanted]:
                if stem not in phrases.every[number].text.stems:
                    turned[number] += 2 * phrases.weights[wanted]
