"""How well a stretch of an answer says what an anchor says."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from tutor.grading.freetext.alike import nearest
from tutor.grading.freetext.polarity import negated, opposed
from tutor.grading.freetext.rarity import rarity
from tutor.grading.freetext.words import Word, words

ASKED = 0.3
"""Weight of a word that the question uses: repeating it tells little."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text to compare with: its words, once."""

    words: tuple[Word, ...]
    stems: frozenset[str]
    negated: frozenset[str]
    pairs: frozenset[tuple[str, str]]


def prepare(text: str) -> Text:
    """A text, read once."""
    return prepared(words(text))


def prepared(found: Sequence[Word]) -> Text:
    """Words, read once."""
    stems = frozenset(word.stem for word in found if word.carries)
    every = [word.stem for word in found]
    return Text(tuple(found), stems, negated(found), frozenset(itertools.pairwise(every)))


@dataclass(frozen=True, slots=True)
class Match:
    """Shares between 0 and 1."""

    recall: float
    """Of the anchor's words, weighted by rarity, found in the window."""
    precision: float
    """Of the window's words, weighted by rarity, found in the anchor."""
    pairs: float
    """Of the anchor's neighbouring words that are neighbours in the window as well."""
    turned: float
    """Of the words found, those that stand under a negation on one side only, or whose opposite is said."""

    @property
    def f(self) -> float:
        """The harmonic mean of recall and precision."""
        both = self.recall + self.precision
        return 2 * self.recall * self.precision / both if both else 0.0


def match(window: Text, anchor: Text, asked: Collection[str]) -> Match:
    """Compare; `asked` are the stems of the question."""
    total = found = turned = 0.0
    for each in anchor.stems:
        weight = _weight(each, asked)
        share = nearest(each, window.stems)
        total += weight
        found += weight * share
        if share and (each in anchor.negated) != (each in window.negated):
            turned += weight * share
    against = opposed(window.stems, anchor.stems)
    turned += sum(_weight(each, asked) for each in against) * 2
    said = sum(_weight(each, asked) for each in window.stems)
    heard = sum(_weight(each, asked) * nearest(each, anchor.stems) for each in window.stems)
    return Match(
        recall=found / total if total else 0.0,
        precision=heard / said if said else 0.0,
        pairs=len(window.pairs & anchor.pairs) / len(anchor.pairs) if anchor.pairs else 0.0,
        turned=min(1.0, turned / found) if found else 0.0,
    )


def _weight(stem: str, asked: Collection[str]) -> float:
    """What a word counts."""
    return rarity(stem) * (ASKED if stem in asked else 1.0)
