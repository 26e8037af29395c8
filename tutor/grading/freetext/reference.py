"""An answer against one reference answer: how much of it is said."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from tutor.grading.freetext.alike import nearest
from tutor.grading.freetext.integrity import LONGEST, flags, turned
from tutor.grading.freetext.judgement import Tier
from tutor.grading.freetext.match import match, prepare
from tutor.grading.freetext.polarity import denies, opposed
from tutor.grading.freetext.reading import Encoder
from tutor.grading.freetext.windows import sentences
from tutor.grading.freetext.words import Word

WEIGHTS = {"recall": 1.0, "f": 0.5, "words": 0.5, "pairs": 0.25, "grams": 0.25}
"""Chosen once on the training parts of SciEntsBank and Beetle (SemEval-2013 task 7); no length among them."""
STEEP, MIDDLE = 1.6, 1.2
"""From the weighted sum to a probability: a logistic regression on the same parts."""
WORDS, MEANING = 0.5, 4.0
"""What the sum and the recall by meaning count where there is an encoder; each then varies as it helps."""
STEEP_MEANING, MIDDLE_MEANING = 0.95, 3.1
"""From both to a probability, found likewise."""

SPREAD = 0.3
"""Half an interval: on answers of new questions scores were off by that much four times of five."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How far an answer says what a reference says."""

    score: float
    confidence: float
    flags: tuple[str, ...]
    tier: Tier = "lexical"

    @property
    def interval(self) -> tuple[float, float]:
        """Wide: one reference answer tells little of what else is right."""
        return max(0.0, self.score - SPREAD), min(1.0, self.score + SPREAD)


NEAR_COPY = 0.15
"""Share of the reference's neighbouring words above which an answer builds on its very sentence."""
STRAY = 0.34
"""A sentence with a smaller share of words on the topic has strayed from it."""


def against_reference(question: str, reference: str, answer: str, encode: Encoder | None = None) -> Likeness:
    """The likeness of an answer to its reference answer, between 0 and 1."""
    answer = answer[:LONGEST]
    asked, wanted, said = prepare(question), prepare(reference), prepare(answer)
    found = set(flags(answer, asked, wanted, copied=False))
    close = match(said, wanted, asked.stems)
    against = turned(said, wanted) or opposed(said.stems, wanted.stems)
    if close.recall > 0.5 and close.pairs > NEAR_COPY and against:
        found.add("contradicts")
    if denies(answer) and not denies(reference) and close.recall > 0.5:
        found.add("denied")
    if scattered(answer, wanted.stems | asked.stems):
        found.add("scattershot")
    sum_ = (
        WEIGHTS["recall"] * close.recall
        + WEIGHTS["f"] * close.f
        + WEIGHTS["words"] * _every_word(wanted.words, said.words)
        + WEIGHTS["pairs"] * close.pairs
        + WEIGHTS["grams"] * grams_alike(reference, answer)
    )
    score = 1 / (1 + math.exp(-STEEP * (sum_ - MIDDLE)))
    if encode is not None:
        both = WORDS * sum_ + MEANING * encode.recall(answer, reference, question)
        score = 1 / (1 + math.exp(-STEEP_MEANING * (both - MIDDLE_MEANING)))
    if not said.stems:
        score = 0.0
    tier: Tier = "lexical" if encode is None else "semantic"
    return Likeness(score, abs(2 * score - 1), tuple(sorted(found)), tier)


def scattered(answer: str, topic: frozenset[str]) -> bool:
    """Whether most of several sentences have next to nothing to do with the topic."""
    read = [prepare(part).stems for part in sentences(answer)]
    read = [each for each in read if len(each) >= 3]
    strange = [each for each in read if sum(nearest(stem, topic) > 0 for stem in each) < STRAY * len(each)]
    return len(read) >= 4 and len(strange) > 0.6 * len(read)


def _every_word(wanted: Sequence[Word], said: Sequence[Word]) -> float:
    """The share of the reference's words, small ones included, that are said."""
    own = {word.stem for word in wanted}
    return len(own & {word.stem for word in said}) / len(own) if own else 0.0


def grams_alike(one: str, other: str, length: int = 4) -> float:
    """The cosine of the counts of letter groups."""
    first, second = _grams(one, length), _grams(other, length)
    dot = sum(count * second[gram] for gram, count in first.items())
    norm = math.sqrt(sum(n * n for n in first.values()) * sum(n * n for n in second.values()))
    return dot / norm if norm else 0.0


def _grams(text: str, length: int) -> Counter[str]:
    """Letter groups of a text with a space at either end."""
    plain = f" {re.sub('[^a-z0-9]+', ' ', text.lower()).strip()} "
    return Counter(plain[start : start + length] for start in range(len(plain) - length + 1))
