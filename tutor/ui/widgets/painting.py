"""What the learner has painted: points or pixels with their undo, kept as a draft, handed to a run."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from random import Random
from typing import Generic, TypeAlias, TypeVar

from tutor.course.model import Canvas
from tutor.run import Own, OwnPixels, OwnPoints

CLASSES = 4
MOST_POINTS = 2000
ENOUGH = 10
"""Points that two classes need before a run can split them into training and test."""
SPRAY = 8
"""Points that the brush throws at once."""
SPREAD = 0.12
"""Standard deviation of the brush."""
SIDE = 20
"""Pixels along an edge."""
STEPS_BACK = 200

Point: TypeAlias = tuple[float, float, int]
Place: TypeAlias = tuple[int, int]
"""A pixel: its row from the top, its column."""
T = TypeVar("T")


@dataclass(slots=True)
class Painting(Generic[T]):
    """A set of marks in the order they were made, and how to get back to what it was."""

    marks: tuple[T, ...] = ()
    _before: list[tuple[T, ...]] = field(default_factory=list)

    def put(self, marks: Iterable[T]) -> bool:
        """These marks from now on; whether they are other ones."""
        new = tuple(marks)
        if new == self.marks:
            return False
        self._before.append(self.marks)
        del self._before[:-STEPS_BACK]
        self.marks = new
        return True

    def join(self, steps: int) -> None:
        """Make a single step of all that was put since there were this many."""
        del self._before[steps + 1 :]

    @property
    def steps(self) -> int:
        """How many steps lead back."""
        return len(self._before)

    def undo(self) -> bool:
        """Back to before the last step; whether there was one."""
        if not self._before:
            return False
        self.marks = self._before.pop()
        return True


def spray(painting: Painting[Point], x: float, y: float, number: int) -> tuple[Point, ...]:
    """The points with some more around a place; the same ones whenever the same is done."""
    chance = Random(f"{len(painting.marks)} {x:.3f} {y:.3f} {number}")
    more = [(kept(chance.gauss(x, SPREAD)), kept(chance.gauss(y, SPREAD)), number) for _ in range(SPRAY)]
    return (*painting.marks, *more)[:MOST_POINTS]


def kept(value: float) -> float:
    """A coordinate inside the square, rounded so that a draft stays short."""
    return round(max(-1.0, min(1.0, value)), 4)


def own_points(points: tuple[Point, ...]) -> OwnPoints | None:
    """The points for a run; None while there are too few."""
    return None if missing(points) else OwnPoints(points)


def missing(points: tuple[Point, ...]) -> str:
    """What is still to be painted before a run can use the points; empty if nothing is."""
    counts = Counter(number for _, _, number in points).most_common(2)
    if len(counts) < 2:
        return "paint a second class" if counts else "paint two classes"
    number, count = counts[1]
    return f"{ENOUGH - count} more of class {number}" if count < ENOUGH else ""


def own_pixels(lit: Iterable[Place]) -> OwnPixels | None:
    """The image for a run; None while nothing is lit."""
    found = frozenset(lit)
    if not found:
        return None
    rows = ("".join(".#"[(row, column) in found] for column in range(SIDE)) for row in range(SIDE))
    return OwnPixels(tuple(rows))


def counted(points: tuple[Point, ...]) -> str:
    """`34 points (2 classes)`."""
    classes = len({number for _, _, number in points})
    return f"{len(points)} point{'s' * (len(points) != 1)} ({classes} class{'es' * (classes != 1)})"


def draft(marks: tuple[Point, ...] | tuple[Place, ...], *, used: bool) -> str | None:
    """What to keep; None for nothing."""
    return json.dumps({"used": used, "marks": marks}, separators=(",", ":")) if marks else None


def restored(text: str | None, canvas: Canvas) -> tuple[tuple[Point, ...] | tuple[Place, ...], bool]:
    """What was kept, and whether runs use it; whatever is not painted on this canvas is left out."""
    try:
        body = json.loads(text or "{}")
        marks = [tuple(mark) for mark in body.get("marks", ())]
        used = bool(body.get("used", True))
    except (ValueError, TypeError, AttributeError):
        return (), True
    sound: Callable[[tuple[object, ...]], bool] = _is_point if canvas == "points" else _is_place
    return tuple(mark for mark in marks if sound(mark))[:MOST_POINTS], used


def brought(canvas: Canvas, marks: tuple[Point, ...] | tuple[Place, ...]) -> Own | None:
    """What a run is given; None while that is not enough."""
    if canvas == "points":
        return own_points(marks)  # type: ignore[arg-type]
    return own_pixels(marks)  # type: ignore[arg-type]


def _is_point(mark: tuple[object, ...]) -> bool:
    match mark:
        case (int() | float() as x, int() | float() as y, int(number)):
            return -1 <= x <= 1 and -1 <= y <= 1 and 1 <= number <= CLASSES
    return False


def _is_place(mark: tuple[object, ...]) -> bool:
    match mark:
        case (int(row), int(column)):
            return 0 <= row < SIDE and 0 <= column < SIDE
    return False
