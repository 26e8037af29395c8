"""An answer as the learner gave it, and its JSON form."""

from __future__ import annotations

from collections.abc import Mapping
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


Answer: TypeAlias = Picked | Entered


def to_json(answer: Answer) -> dict[str, Json]:
    """The answer as it is kept in events and drafts."""
    match answer:
        case Picked(choices):
            return {"picked": list(choices)}
        case Entered(text):
            return {"entered": text}


def from_json(body: object) -> Answer | None:
    """The answer kept as `body`; None if it is none of ours."""
    match body:
        case {"picked": [*choices]} if all(isinstance(each, int) for each in choices):
            return Picked(tuple(sorted(choices)))
        case {"entered": str(text)}:
            return Entered(text)
        case Mapping() | _:
            return None
