"""A reply read: whatever the server sent, either verdicts on points or nothing."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias, get_args

Says: TypeAlias = Literal["covered", "partly", "missed", "contradicted"]
SAYS: tuple[Says, ...] = get_args(Says)

THOUGHT = "</think>"
"""Ends what some models write before they reply."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a model says about one point."""

    says: Says
    quote: str


def verdicts(reply: str, points: Collection[str]) -> dict[str, Verdict]:
    """Point → verdict, the first one counts; points that nobody asked about and broken rows are left out.

    Raises ValueError for a reply without any verdict.
    """
    body = _read(reply)
    try:
        content = body["choices"][0]["message"]["content"]
    except (TypeError, KeyError, IndexError):
        raise ValueError("this is no chat completion") from None
    if not isinstance(content, str):
        raise ValueError("the message is no text")
    rows = _read(_object(content))
    rows = rows.get("verdicts") if isinstance(rows, Mapping) else rows
    found: dict[str, Verdict] = {}
    for row in rows if isinstance(rows, list) else ():
        if isinstance(row, Mapping) and row.get("point") in tuple(points):
            says = next((each for each in SAYS if each == row.get("verdict")), None)
            if says is not None:
                found.setdefault(row["point"], Verdict(says, _text(row.get("quote"))))
    if not found:
        raise ValueError("there is no verdict in it")
    return found


def _object(content: str) -> str:
    """The JSON object in a message: some models think aloud before it, or put it in a fence."""
    content = content.rpartition(THOUGHT)[2]
    first, last = content.find("{"), content.rfind("}")
    return content[first : last + 1] if 0 <= first < last else content


def _read(text: str) -> Any:
    """The JSON value of a text; raises ValueError, also for one that is nested without end."""
    try:
        return json.loads(text)
    except RecursionError:
        raise ValueError("it is nested too deeply") from None


def _text(value: object) -> str:
    """A text; nothing for anything else."""
    return value if isinstance(value, str) else ""
