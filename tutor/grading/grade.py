"""A grade: the score, whether the answer counts as right, and what to tell the learner."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Role: TypeAlias = Literal[
    "explain", "right", "tempting", "missed", "slip", "close", "misplaced", "off", "worked", "failed", "model"
]
"""Why it is right, an option that is right or tempts or was missed, a wrong number or fill and how one gets
there, a near one, a part in the wrong place, where a drawing goes off, a line of the worked solution, words
of a run that failed, the model answer."""


@dataclass(frozen=True, slots=True)
class Feedback:
    """One thing to say about an answer; `about` quotes the option or the number that it concerns."""

    role: Role
    text: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class Grade:
    """The judgement of one answer; `score` lies between 0 and 1."""

    score: float
    right: bool
    feedback: tuple[Feedback, ...]
    given: str = ""
    """The learner's answer in words."""
    wanted: str = ""
    """The right answer in words."""
    misconceptions: tuple[str, ...] = ()
    """Those that the wrong parts of the answer show."""
