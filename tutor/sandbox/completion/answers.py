"""What completion tells: names, a call's signature, documentation; and how it passes the wire."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from tutor.sandbox.sanitise import sanitise
from tutor.sandbox.wire import DONE, MIB, REQUEST, WAITING, Json

Asked: TypeAlias = Literal["complete", "signature", "docs"]

TO_JEDI: Mapping[bytes, int] = {REQUEST: 2 * MIB}
FROM_JEDI: Mapping[bytes, int] = {WAITING: 0, DONE: MIB}
"""Kind of frame → the largest payload, in bytes."""

LONGEST_SOURCE: Final = 200_000
"""Characters; longer sources are not read."""
MOST_NAMES = 1000
MOST_PARAMS = 100
LONGEST_NAME = 100
LONGEST_TAIL = 200
LONGEST_DOCS = 40_000


@dataclass(frozen=True, slots=True)
class Completion:
    """A name that may stand at the cursor."""

    name: str
    kind: str = ""
    """`function`, `class`, `module` …; empty if it would take long to tell."""
    tail: str = ""
    """The parameters of a function, in parentheses; empty if unknown."""


@dataclass(frozen=True, slots=True)
class Signature:
    """The call around the cursor."""

    name: str
    params: tuple[str, ...]
    current: int | None
    """Index of the parameter that the cursor is at."""


def to_completions(answer: Json) -> tuple[Completion, ...]:
    """The names in an answer; nothing if it is malformed."""
    if not isinstance(answer, list):
        return ()
    return tuple(found for each in answer[:MOST_NAMES] if (found := _to_completion(each)) is not None)


def _to_completion(answer: Json) -> Completion | None:
    match answer:
        case [str(name), str(kind), str(tail)]:
            words = sanitise(name, LONGEST_NAME), sanitise(kind, LONGEST_NAME), sanitise(tail, LONGEST_TAIL)
            return Completion(*(word.replace("\n", " ") for word in words))
    return None


def to_signature(answer: Json) -> Signature | None:
    """The call in an answer; None if there is none or it is malformed."""
    match answer:
        case [str(name), [*params], int() | None as current]:
            texts = tuple(
                sanitise(str(param), LONGEST_NAME).replace("\n", " ") for param in params[:MOST_PARAMS]
            )
            inside = current is not None and 0 <= current < len(texts)
            return Signature(sanitise(name, LONGEST_NAME), texts, current if inside else None)
    return None


def to_docs(answer: Json) -> str:
    """The documentation in an answer; empty if there is none."""
    return sanitise(answer, LONGEST_DOCS).strip() if isinstance(answer, str) else ""
