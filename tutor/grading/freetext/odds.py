"""Naive Bayes over the sentences of a rubric: whose sentences a stretch of an answer sounds like.

A stretch is taken as the set of its words (small words and negations, too) and of its neighbouring words. For
a point or a misconception the logarithm of the odds tells how much more often they occur in its own sentences
than in those of all others, or than in those that say the contrary. Smoothed counts keep a word that was
never seen from deciding alone (Manning, Raghavan and Schütze 2008, chapter 13).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from tutor.grading.freetext.phrases import Phrase, Phrases, Role
from tutor.grading.freetext.words import Word

SMOOTHING = 0.3
SHORT = 4
"""Words, below which a stretch counts as if it had so many: a short one tells little."""
LEAST = 3
"""Words of a stretch, below which it tells nothing."""

Traits = frozenset[str]


@dataclass(frozen=True, slots=True)
class Contrast:
    """Sentences on one side, sentences on the other."""

    evidence: Mapping[str, float]
    """The log odds of each trait that occurs on either side."""

    def odds(self, traits: Traits, length: int) -> float:
        """The log odds of a stretch of so many words, over the square root of their number."""
        total = sum(self.evidence.get(trait, 0.0) for trait in traits)
        return total / math.sqrt(max(SHORT, length))


@dataclass(frozen=True, slots=True)
class Contrasts:
    """What one owner's sentences are set against."""

    others: Contrast
    """All other sentences of the rubric."""
    contrary: Contrast
    """Those that sound alike and say something else."""


def traits(words: Sequence[Word]) -> Traits:
    """The words of a stretch and its neighbouring words, as stems."""
    stems = [word.stem for word in words]
    return frozenset((*stems, *(f"{one} {other}" for one, other in pairwise(stems))))


@lru_cache(128)
def contrasts(phrases: Phrases) -> Mapping[tuple[Role, str], Contrasts]:
    """The contrasts of every point (role `makes`) and every misconception (role `believes`)."""
    read = [(phrase, traits(phrase.text.words)) for phrase in phrases.every]
    found: dict[tuple[Role, str], Contrasts] = {}
    for role, owner in phrases.owned:
        if role not in ("makes", "believes"):
            continue
        mine = [each for phrase, each in read if (phrase.role, phrase.owner) == (role, owner)]
        others = [each for phrase, each in read if (phrase.role, phrase.owner) != (role, owner)]
        contrary = [each for phrase, each in read if _contrary(phrase, role, owner)]
        found[role, owner] = Contrasts(_contrast(mine, others), _contrast(mine, contrary))
    return found


def _contrary(phrase: Phrase, role: Role, owner: str) -> bool:
    """Whether a sentence sounds like the owner's and says something else."""
    if role == "believes":
        return (phrase.role, phrase.owner) == ("refutes", owner)
    return (phrase.role, phrase.owner) == ("misses", owner) or phrase.role == "believes"


def _contrast(mine: Collection[Traits], others: Collection[Traits]) -> Contrast:
    """The log odds of each trait."""
    here, there = _counts(mine), _counts(others)
    ratio = (max(1, len(others)) + 2 * SMOOTHING) / (len(mine) + 2 * SMOOTHING)
    return Contrast(
        {
            trait: math.log((here[trait] + SMOOTHING) / (there[trait] + SMOOTHING) * ratio)
            for trait in (*here, *there)
        }
    )


def _counts(sentences: Iterable[Traits]) -> Counter[str]:
    """In how many sentences each trait occurs."""
    return Counter(trait for each in sentences for trait in each)
