"""From signals to a probability: the sum of one monotone curve a signal, through the logistic function.

`tests/bench/fit_grader.py` fits the curves to the bank's labelled answers and keeps them in `weights.toml`:
for each signal the values at which its curve bends, and the evidence there, in natural log odds.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, TypeAlias

import tomli

Fitted: TypeAlias = Literal["points", "misconceptions"]
Signals: TypeAlias = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Curve:
    """Piecewise linear, level outside its values."""

    values: tuple[float, ...]
    evidence: tuple[float, ...]

    def at(self, value: float) -> float:
        """The evidence of a value."""
        if value <= self.values[0]:
            return self.evidence[0]
        if value >= self.values[-1]:
            return self.evidence[-1]
        place = bisect_right(self.values, value)
        low, high = self.values[place - 1], self.values[place]
        share = (value - low) / (high - low)
        return self.evidence[place - 1] + share * (self.evidence[place] - self.evidence[place - 1])


@dataclass(frozen=True, slots=True)
class Curves:
    """A fitted model."""

    bias: float
    curves: Mapping[str, Curve]

    def probability(self, signals: Signals) -> float:
        """The probability that the signals tell of; a signal that is missing counts as 0."""
        total = self.bias + sum(curve.at(signals.get(name, 0.0)) for name, curve in self.curves.items())
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


@cache
def fitted(tier: str, what: Fitted) -> Curves:
    """The model of a tier (`lexical` or `semantic`)."""
    text = files("tutor.grading.freetext").joinpath("weights.toml").read_text("utf-8")
    table = tomli.loads(text)[tier][what]
    return Curves(
        table["bias"],
        {
            name: Curve(tuple(bends["values"]), tuple(bends["evidence"]))
            for name, bends in table["curves"].items()
        },
    )
