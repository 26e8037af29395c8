"""What the grader says about an answer, frozen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Status: TypeAlias = Literal["covered", "missed", "unsure", "contradicted"]
Tier: TypeAlias = Literal["lexical", "semantic", "llm"]
Words: TypeAlias = Literal["strong", "adequate", "partial", "weak"]

BANDS: tuple[tuple[float, Words], ...] = (
    (0.8, "strong"),
    (0.6, "adequate"),
    (0.35, "partial"),
    (0.0, "weak"),
)
"""From which score on an answer is called so."""


@dataclass(frozen=True, slots=True)
class Heard:
    """How one key point fared."""

    point: str
    status: Status
    probability: float
    """That the answer makes the point."""
    evidence: str
    """The learner's own words; empty if nothing was found."""


@dataclass(frozen=True, slots=True)
class Believed:
    """A misconception that was heard."""

    misconception: str
    sure: bool
    """Otherwise it is worth checking only."""
    evidence: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """The whole."""

    score: float
    interval: tuple[float, float]
    """Holds the true score four times of five."""
    confidence: float
    points: tuple[Heard, ...]
    misconceptions: tuple[Believed, ...]
    flags: tuple[str, ...]
    tier: Tier
    grade: Words | None
    """None where no grade should be dared."""
    abstained: str = ""
    """Why not, in a sentence for the learner."""
    model: str = ""
    """The language model that gave the second opinion; empty without one."""
    notice: str = ""
    """What else the learner should know of how it came about."""


def band(score: float) -> Words:
    """The word for a score."""
    return next(word for least, word in BANDS if score >= least)
