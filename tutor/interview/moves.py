"""What can happen in an interview; each move is one event of the learner's record.

`at` is the reading of the interview's clock in seconds, which counts only while the interview is open.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from typing import TypeAlias, get_args

from tutor.course.rubric import Level
from tutor.grading.freetext.judgement import Judgement
from tutor.interview.judged import judged, written
from tutor.interview.transcript import Slot
from tutor.learner.event import Json


@dataclass(frozen=True, slots=True)
class Started:
    """An interview begins."""

    interview: str
    seed: int
    level: Level
    minutes: int
    pauses: bool
    slots: tuple[Slot, ...]
    recent: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """The next question."""

    at: float
    prompt: str
    slot: Slot


@dataclass(frozen=True, slots=True)
class Forecast:
    """The score that the learner expects, from 0 to 1."""

    at: float
    score: float


@dataclass(frozen=True, slots=True)
class Clarified:
    """The learner asked back."""

    at: float
    text: str
    reply: str


@dataclass(frozen=True, slots=True)
class Noted:
    """The learner thought aloud."""

    at: float
    text: str


@dataclass(frozen=True, slots=True)
class Ordered:
    """The steps were put in this order."""

    at: float
    places: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Coded:
    """Code was judged by the hidden cases."""

    at: float
    source: str
    passed: int
    total: int
    says: str


@dataclass(frozen=True, slots=True)
class CodingLeft:
    """The learner leaves the coding as it is."""

    at: float


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer in words was sent."""

    at: float
    text: str


@dataclass(frozen=True, slots=True)
class Ticked:
    """The learner said which points the answer makes, and how sure they are: 1 to 4, 0 unsaid."""

    at: float
    points: tuple[str, ...]
    sure: int = 0


@dataclass(frozen=True, slots=True)
class Judged:
    """The grader has judged the answer."""

    at: float
    judgement: Judgement


@dataclass(frozen=True, slots=True)
class Settled:
    """The learner says, against the grader, whether the answer makes a point: a label."""

    at: float
    point: str
    made: bool


@dataclass(frozen=True, slots=True)
class Disowned:
    """The learner says, against the grader, whether the answer's misconception is what they think."""

    at: float
    misconception: str
    own: bool


@dataclass(frozen=True, slots=True)
class FollowedUp:
    """The interviewer asks a follow-up."""

    at: float
    follow_up: str


@dataclass(frozen=True, slots=True)
class Retried:
    """The learner answers the question once more."""

    at: float


@dataclass(frozen=True, slots=True)
class ModelSeen:
    """The model answer was shown."""

    at: float


@dataclass(frozen=True, slots=True)
class ShowAsked:
    """The interviewer says "show me"; the learner may decline."""

    at: float


@dataclass(frozen=True, slots=True)
class ShowDeclined:
    """The learner would rather not show it."""

    at: float


@dataclass(frozen=True, slots=True)
class ShowBegun:
    """The learner begins to show it."""

    at: float


@dataclass(frozen=True, slots=True)
class Shown:
    """A run was made to carry the claim."""

    at: float
    source: str
    metrics: Mapping[str, float]
    holds: bool
    says: str


@dataclass(frozen=True, slots=True)
class ShowLeft:
    """The demonstration is over."""

    at: float


@dataclass(frozen=True, slots=True)
class Skipped:
    """The learner passes over what is asked now."""

    at: float


@dataclass(frozen=True, slots=True)
class Paused:
    """The clock stands still."""

    at: float


@dataclass(frozen=True, slots=True)
class Resumed:
    """The clock runs again."""

    at: float


@dataclass(frozen=True, slots=True)
class Ended:
    """The interview is over."""

    at: float


Move: TypeAlias = (
    Started
    | Asked
    | Forecast
    | Clarified
    | Noted
    | Ordered
    | Coded
    | CodingLeft
    | Answered
    | Ticked
    | Judged
    | Settled
    | Disowned
    | FollowedUp
    | Retried
    | ModelSeen
    | ShowAsked
    | ShowDeclined
    | ShowBegun
    | Shown
    | ShowLeft
    | Skipped
    | Paused
    | Resumed
    | Ended
)

KINDS: Mapping[str, type[Move]] = {
    "interview-started": Started,
    "interview-asked": Asked,
    "interview-forecast": Forecast,
    "interview-clarified": Clarified,
    "interview-noted": Noted,
    "interview-ordered": Ordered,
    "interview-coded": Coded,
    "interview-coding-left": CodingLeft,
    "interview-answered": Answered,
    "interview-ticked": Ticked,
    "interview-judged": Judged,
    "interview-settled": Settled,
    "interview-disowned": Disowned,
    "interview-followed-up": FollowedUp,
    "interview-retried": Retried,
    "interview-model-seen": ModelSeen,
    "interview-show-asked": ShowAsked,
    "interview-show-declined": ShowDeclined,
    "interview-show-begun": ShowBegun,
    "interview-shown": Shown,
    "interview-show-left": ShowLeft,
    "interview-skipped": Skipped,
    "interview-paused": Paused,
    "interview-resumed": Resumed,
    "interview-ended": Ended,
}
"""Event kind → the move that it tells."""

NAMES: Mapping[type[Move], str] = {move: kind for kind, move in KINDS.items()}


def kind_of(move: Move) -> str:
    """The kind of event that tells the move."""
    return NAMES[type(move)]


def body_of(move: Move, interview: str) -> dict[str, Json]:
    """The event's body."""
    values = {each.name: _plain(getattr(move, each.name)) for each in fields(move)}
    return {"interview": interview, **values}


def move_of(kind: str, body: Mapping[str, Json]) -> Move | None:
    """The move that an event tells; None for an event that this version cannot read."""
    if kind not in KINDS:
        return None
    make: Callable[..., Move] = KINDS[kind]
    try:
        values = {each.name: READERS[str(each.type)](body[each.name]) for each in fields(KINDS[kind])}
        return make(**values)
    except (KeyError, ValueError):
        return None


def _plain(value: object) -> Json:
    """A field's value as JSON."""
    match value:
        case Judgement():
            return written(value)
        case tuple():
            return [_plain(each) for each in value]
        case Mapping():
            return {str(name): _plain(each) for name, each in value.items()}
        case bool() | int() | float() | str() | None:
            return value
    raise TypeError(f"{type(value).__name__} cannot be written")


def _text(value: Json) -> str:
    if not isinstance(value, str):
        raise ValueError("a text is needed")
    return value


def _number(value: Json) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise ValueError("a number is needed")
    return float(value)


def _whole(value: Json) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise ValueError("a whole number is needed")
    return value


def _flag(value: Json) -> bool:
    if not isinstance(value, bool):
        raise ValueError("true or false is needed")
    return value


def _row(value: Json) -> list[Json]:
    if not isinstance(value, list | tuple):
        raise ValueError("a list is needed")
    return list(value)


def _metrics(value: Json) -> dict[str, float]:
    if not isinstance(value, Mapping):
        raise ValueError("an object is needed")
    return {str(name): _number(each) for name, each in value.items()}


def _one_of(known: tuple[str, ...]) -> Callable[[Json], str]:
    """A reader of one of these words."""

    def read(value: Json) -> str:
        if value not in known:
            raise ValueError(f"one of {', '.join(known)} is needed")
        return str(value)

    return read


_slot = _one_of(get_args(Slot))

READERS: Mapping[str, Callable[[Json], object]] = {
    "str": _text,
    "int": _whole,
    "float": _number,
    "bool": _flag,
    "Level": _one_of(get_args(Level)),
    "Slot": _slot,
    "Judgement": judged,
    "Mapping[str, float]": _metrics,
    "tuple[str, ...]": lambda value: tuple(_text(each) for each in _row(value)),
    "tuple[int, ...]": lambda value: tuple(_whole(each) for each in _row(value)),
    "tuple[Slot, ...]": lambda value: tuple(_slot(each) for each in _row(value)),
}
"""Field type → what reads it; each raises ValueError."""
