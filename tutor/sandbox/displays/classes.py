"""Class labels, their names, and the points that carry them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tutor.figure import Points
from tutor.sandbox.displays.numbers import floats
from tutor.sandbox.displays.own import names_of


def class_names(known: NDArray[Any], classes: Sequence[str] | None) -> tuple[str, ...]:
    """A name for each known class, in order; raises ValueError when the numbers differ.

    The lesson's names do not fit classes that the learner painted: those are called by their numbers.
    """
    if painted := names_of(known):
        return painted
    words = tuple(str(each) for each in (known if classes is None else classes))
    if len(words) != len(known):
        raise ValueError(f"classes has {len(words)} names for {len(known)} classes")
    return words


def class_points(
    points: NDArray[np.float64], y: NDArray[Any], known: NDArray[Any], words: Sequence[str]
) -> tuple[Points, ...]:
    """One Points for each class, in the class's colour."""
    return tuple(
        Points(floats(points[y == each, 0]), floats(points[y == each, 1]), word, color)
        for color, (each, word) in enumerate(zip(known, words, strict=True))
    )
