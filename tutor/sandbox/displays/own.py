"""The learner's own points, pixels and files, where a run was given some in place of the lesson's."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from tutor.run import Own, OwnFile, OwnPixels, OwnPoints

brought: Own | None = None
"""What the run under way was given."""
files: dict[str, bytes] = {}
"""Every file that this session was given, by name."""


def bring(own: Own | None) -> None:
    """Give this to the next run."""
    global brought
    brought = own
    if isinstance(own, OwnFile):
        files[own.name] = own.content


def painted_points(X: ArrayLike, y: ArrayLike, *, turned: float = 0.0) -> tuple[Any, Any]:
    """The points (n × 2) and classes that the learner painted, else `X` and `y`.

    Painted ones are turned around the middle by `turned` degrees, anticlockwise.
    """
    if not isinstance(brought, OwnPoints):
        return X, y
    across, up, classes = zip(*brought.points, strict=True)
    angle = np.radians(turned)
    turn = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    return np.column_stack([across, up]) @ turn, np.array(classes)


def painted_pixels(image: NDArray[Any]) -> NDArray[Any]:
    """The image of zeros and ones that the learner painted, the first row on top, else `image`."""
    if not isinstance(brought, OwnPixels):
        return image
    return np.array([[float(pixel == "#") for pixel in row] for row in brought.rows])


def reach(low: float, high: float) -> tuple[float, float]:
    """What an axis spans: of painted points the whole square that they were painted in."""
    return (min(low, -1.0), max(high, 1.0)) if isinstance(brought, OwnPoints) else (low, high)


def names_of(known: Iterable[Any]) -> tuple[str, ...] | None:
    """What painted classes are called; None for any other."""
    return tuple(f"class {each}" for each in known) if isinstance(brought, OwnPoints) else None
