"""The stretches of an answer as seen by words or by meaning: how close each comes to what belongs to whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from tutor.grading.freetext.phrases import Phrases, Role
from tutor.grading.freetext.reading import Reading, Stretch

Sight: TypeAlias = Literal["words", "sense"]
"""Whether stretches are compared by words or by meaning."""


@dataclass(frozen=True, slots=True)
class Sighted:
    """One stretch."""

    stretch: Stretch
    whole: Sequence[float]
    """The closeness to each sentence of the rubric."""
    most: dict[Role, dict[str, float]]
    """The closeness to the closest sentence of each owner in each role."""

    def closest(self, role: Role, owner: str) -> float:
        """To the closest sentence of this owner; 0 if it has none."""
        return self.most.get(role, {}).get(owner, 0.0)

    def others(self, role: Role, owner: str = "") -> float:
        """To the closest sentence of anybody else in the role."""
        return max((most for each, most in self.most.get(role, {}).items() if each != owner), default=0.0)

    def typical(self, numbers: Sequence[int]) -> float:
        """The mean of the three closest of these sentences."""
        three = sorted((self.whole[number] for number in numbers), reverse=True)[:3]
        return sum(three) / len(three) if three else 0.0

    def turned(self, numbers: Sequence[int]) -> float:
        """How far it turns what the closest of these sentences says."""
        return self.stretch.words.turned[max(numbers, key=self.whole.__getitem__)]


def sighted(reading: Reading) -> dict[Sight, list[Sighted]]:
    """Every stretch, by words and, if the answer was read so, by meaning; nothing of an empty answer."""
    if not reading.stretches:
        return {}
    found: dict[Sight, list[Sighted]] = {
        "words": [_sighted(each, each.words.whole, reading.phrases) for each in reading.stretches]
    }
    senses = [(each, each.sense) for each in reading.stretches if each.sense is not None]
    if senses:
        found["sense"] = [_sighted(each, sense.whole, reading.phrases) for each, sense in senses]
    return found


def _sighted(stretch: Stretch, whole: Sequence[float], phrases: Phrases) -> Sighted:
    """One stretch."""
    most: dict[Role, dict[str, float]] = {}
    for (role, owner), numbers in phrases.owned.items():
        most.setdefault(role, {})[owner] = max(whole[number] for number in numbers)
    return Sighted(stretch, whole, most)
