"""The four rungs of help with an exercise, and what each costs."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from types import MappingProxyType
from typing import Literal, TypeAlias

Rung: TypeAlias = Literal["nudge", "idea", "skeleton", "parsons"]

RUNGS: tuple[Rung, ...] = ("nudge", "idea", "skeleton", "parsons")
"""In the order in which they are taken."""

COST: Mapping[Rung, float] = MappingProxyType(
    {"nudge": 0.05, "idea": 0.10, "skeleton": 0.15, "parsons": 0.20}
)
"""What each takes off the credit."""


def next_rung(taken: Collection[Rung]) -> Rung | None:
    """The rung above those taken; None at the top."""
    return next((rung for rung in RUNGS if rung not in taken), None)


def credit(taken: Collection[Rung]) -> float:
    """The share of the score that is left after these rungs."""
    return round(1 - sum(COST[rung] for rung in set(taken)), 2)


def score(share: float, taken: Collection[Rung]) -> float:
    """The score of an exercise: the share of cases passed, times the credit."""
    return share * credit(taken)
