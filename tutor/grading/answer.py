"""An answer as the learner gave it, and its JSON form."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from tutor.learner.event import Json


@dataclass(frozen=True, slots=True)
class Picked:
    """Options by their place in the question's own order, ascending."""

    choices: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Entered:
    """A number as it was typed."""

    text: str


@dataclass(frozen=True, slots=True)
class Ordered:
    """The steps as arranged, each by its place in the question's own order."""

    places: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Matched:
    """For each left side the place of a right side in the question's own order; −1 for none."""

    rights: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Filled:
    """What was typed into each gap."""

    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Marked:
    """Lines from 1, ascending, and the place of the reason; −1 for none yet."""

    lines: tuple[int, ...]
    reason: int = -1


@dataclass(frozen=True, slots=True)
class Drawn:
    """A height for each x of a curve."""

    heights: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Placed:
    """A threshold; or a split's feature (0 or 1) and value; or the x and y of each centroid in turn."""

    values: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Written:
    """Words, and the points of the model answer that the learner found in them."""

    text: str
    points: tuple[int, ...] = ()


Answer: TypeAlias = Picked | Entered | Ordered | Matched | Filled | Marked | Drawn | Placed | Written


def to_json(answer: Answer) -> dict[str, Json]:
    """The answer as it is kept in events and drafts."""
    match answer:
        case Picked(choices):
            return {"picked": list(choices)}
        case Entered(text):
            return {"entered": text}
        case Ordered(places):
            return {"ordered": list(places)}
        case Matched(rights):
            return {"matched": list(rights)}
        case Filled(texts):
            return {"filled": list(texts)}
        case Marked(lines, reason):
            return {"marked": list(lines), "reason": reason}
        case Drawn(heights):
            return {"drawn": list(heights)}
        case Placed(values):
            return {"placed": list(values)}
        case Written(text, points):
            return {"written": text, "points": list(points)}


def from_json(body: object) -> Answer | None:
    """The answer kept as `body`; None if it is none of ours."""
    match body:
        case {"entered": str(text)}:
            return Entered(text)
        case {"filled": [*texts]} if all(isinstance(each, str) for each in texts):
            return Filled(tuple(str(each) for each in texts))
        case {"picked": [*choices]} if _whole(choices):
            return Picked(tuple(sorted(choices)))
        case {"ordered": [*places]} if _whole(places):
            return Ordered(tuple(places))
        case {"matched": [*rights]} if _whole(rights):
            return Matched(tuple(rights))
        case {"marked": [*lines], "reason": int(reason)} if _whole(lines):
            return Marked(tuple(sorted(lines)), reason)
        case {"written": str(text), "points": [*points]} if _whole(points):
            return Written(text, tuple(sorted(points)))
        case {"drawn": [*heights]} if _finite(heights):
            return Drawn(tuple(float(each) for each in heights))
        case {"placed": [*values]} if _finite(values):
            return Placed(tuple(float(each) for each in values))
    return None


def _whole(values: Sequence[object]) -> bool:
    """Whether all are whole numbers."""
    return all(isinstance(each, int) and not isinstance(each, bool) for each in values)


def _finite(values: Sequence[object]) -> bool:
    """Whether all are finite numbers."""
    numbers = (each for each in values if isinstance(each, int | float) and not isinstance(each, bool))
    return sum(map(math.isfinite, numbers)) == len(values)
