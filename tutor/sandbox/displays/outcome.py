"""What an experiment hands back: metrics and figures."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from numbers import Integral, Real
from typing import SupportsFloat

from tutor.figure import Figure


class Result:
    """Metrics (names → finite numbers) and figures; raises TypeError or ValueError for anything else."""

    __slots__ = ("figures", "metrics")

    metrics: dict[str, float]
    figures: tuple[Figure, ...]

    def __init__(self, metrics: Mapping[str, SupportsFloat], figures: Sequence[Figure] = ()) -> None:
        """Check and copy."""
        if not isinstance(metrics, Mapping):
            raise TypeError(f"metrics is a dict of names and numbers, not a {type(metrics).__name__}")
        self.metrics = {name: _number(name, value) for name, value in metrics.items()}
        if isinstance(figures, Figure) or not isinstance(figures, Sequence):
            raise TypeError(f"figures is a list of Figure, not a {type(figures).__name__}")
        for figure in figures:
            if not isinstance(figure, Figure):
                raise TypeError(f"figures holds Figure objects only, not a {type(figure).__name__}")
        if len({figure.title for figure in figures}) < len(figures):
            raise ValueError("every figure of a result has a title of its own")
        self.figures = tuple(figures)

    def __repr__(self) -> str:
        """The metrics, in short."""
        numbers = ", ".join(f"{name}={value:g}" for name, value in self.metrics.items())
        return f"Result({numbers}; {len(self.figures)} figures)"


def _number(name: object, value: object) -> float:
    """`value` as a plain int or float."""
    if not isinstance(name, str) or not name.isidentifier():
        raise ValueError(f"the metric name {name!r} is not a Python name")
    if hasattr(value, "item") and getattr(value, "shape", None) == ():
        value = value.item()
    if not isinstance(value, Real):
        raise TypeError(f"the metric {name} is a number, not a {type(value).__name__}")
    number: float = int(value) if isinstance(value, Integral) else float(value)
    if not math.isfinite(number):
        raise ValueError(f"the metric {name} is {number}; metrics are finite numbers")
    return number
