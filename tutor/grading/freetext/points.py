"""Whether an answer makes a key point: the best stretch for the best anchor, and what speaks against it."""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache

from tutor.course.rubric import KeyPoint
from tutor.grading.freetext.alike import nearest
from tutor.grading.freetext.integrity import bag
from tutor.grading.freetext.judgement import Heard, Status
from tutor.grading.freetext.match import Match, Text, match, prepare, prepared
from tutor.grading.freetext.polarity import denies
from tutor.grading.freetext.windows import Window
from tutor.grading.freetext.words import stems, words

COVERED, MISSED = 0.70, 0.25
"""From which probability on a point counts as made, and up to which as not made."""
TURNED = 0.34
"""Share of the matched words that are negated or opposed, above which the contrary is said."""
WEIGHTS = {
    "bias": -3.9,
    "recall": 4.2,
    "precision": 1.2,
    "pairs": 0.8,
    "groups": 1.5,
    "all_groups": 1.3,
    "against": -4.0,
}
"""Of a logistic model; no length among them."""

NUMBER = re.compile(r"\d+(?:[.,]\d+)?")


@dataclass(frozen=True, slots=True)
class Read:
    """A window, read once."""

    window: Window
    text: Text
    bag: bool
    denied: bool


@dataclass(frozen=True, slots=True)
class Signals:
    """What speaks for and against a point in the stretch that speaks for it most."""

    recall: float = 0.0
    precision: float = 0.0
    pairs: float = 0.0
    groups: float = 0.0
    all_groups: float = 0.0
    against: float = 0.0
    turned: float = 0.0
    denied: bool = False
    window: Window | None = None

    @property
    def probability(self) -> float:
        """That the point is made, were nothing denied."""
        total = WEIGHTS["bias"] + sum(
            weight * float(getattr(self, name)) for name, weight in WEIGHTS.items() if name != "bias"
        )
        return 1 / (1 + math.exp(-total))


def read(window: Window) -> Read:
    """A window, read once."""
    return Read(window, prepared(window.words), bag(window.words), denies(window.text))


def hear(point: KeyPoint, windows: Sequence[Read], asked: Collection[str]) -> Heard:
    """How the point fares in the answer."""
    best = max((signals(point, each, asked) for each in windows), key=_rank, default=Signals())
    probability = best.probability
    against = best.turned > TURNED or best.denied
    status: Status
    if against and probability >= COVERED / 2 + MISSED / 2:
        return Heard(point.id, "contradicted", 0.0, _quoted(best))
    if against:
        probability = min(probability, MISSED)
    if probability >= COVERED:
        status = "covered"
    elif probability <= MISSED:
        status = "missed"
    else:
        status = "unsure"
    return Heard(point.id, status, probability, _quoted(best) if status != "missed" else "")


def signals(point: KeyPoint, read_: Read, asked: Collection[str]) -> Signals:
    """What one stretch says about the point."""
    if read_.bag or not read_.text.stems:
        return Signals()
    close = max((match(read_.text, anchor, asked) for anchor in _texts(point.anchors)), key=_close)
    contrary = max(
        (match(read_.text, each, asked) for each in _texts(point.against)), key=_close, default=None
    )
    share = grouped(point, read_.text)
    return Signals(
        recall=close.recall,
        precision=close.precision,
        pairs=close.pairs,
        groups=share,
        all_groups=float(share == 1.0),
        against=_worse(close, contrary) + float(not _numbers_fit(point, read_.window.text)),
        turned=close.turned,
        denied=read_.denied,
        window=read_.window,
    )


def grouped(point: KeyPoint, said: Text) -> float:
    """The share of the point's word groups of which a member is said; 0 without groups."""
    if not point.groups:
        return 0.0
    every = [word.stem for word in said.words]
    return sum(any(_says(member, said, every) for member in group) for group in point.groups) / len(
        point.groups
    )


def _says(member: str, said: Text, every: Sequence[str]) -> bool:
    """Whether a word or phrase is said."""
    wanted = _stems(member)
    if len(wanted) == 1:
        return nearest(wanted[0], said.stems) >= 0.8 or wanted[0] in every
    return all(nearest(each, said.stems) >= 0.8 for each in wanted)


@lru_cache(10_000)
def _stems(phrase: str) -> tuple[str, ...]:
    """The stems of a phrase; of its small words if it has no others."""
    return stems(phrase) or tuple(word.stem for word in words(phrase))


@lru_cache(4_000)
def _texts(anchors: tuple[str, ...]) -> tuple[Text, ...]:
    """Anchors, read once."""
    return tuple(map(prepare, anchors))


def _close(found: Match) -> float:
    """How close a match is, as a whole."""
    return found.recall + 0.3 * found.precision + 0.2 * found.pairs - 0.5 * found.turned


def _rank(found: Signals) -> float:
    """Which stretch speaks most for a point: what is said plainly before what is negated."""
    return found.probability - (0.2 if found.turned > TURNED or found.denied else 0.0)


def _worse(close: Match, contrary: Match | None) -> float:
    """How much closer the stretch is to a near miss than to the point."""
    return max(0.0, _close(contrary) - _close(close)) if contrary is not None else 0.0


def _numbers_fit(point: KeyPoint, text: str) -> bool:
    """Whether a number that is given is one of the point's, as a fraction or as a percentage."""
    if not point.numbers:
        return True
    given = [float(each.replace(",", ".")) for each in NUMBER.findall(text)]
    if not given:
        return True
    wanted = [scale * each for each in point.numbers for scale in (1.0, 100.0, 0.01)]
    return any(abs(one - other) <= 0.02 * max(abs(other), 1e-9) for one in given for other in wanted)


def _quoted(found: Signals) -> str:
    """The learner's words."""
    return found.window.text if found.window is not None else ""
