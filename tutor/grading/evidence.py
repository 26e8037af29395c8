"""What a run shows, as far as answers are judged by it; and its JSON form, for grades that are restored."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from tutor.figure import Line
from tutor.learner.event import Json
from tutor.run import RunResult

Points: TypeAlias = tuple[tuple[float, float], ...]

LONGEST_LINE = 200
"""Points of a line that are kept; of a longer one, as many spread over it."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The numbers of a run, its lines by label, and what went wrong if it failed."""

    metrics: Mapping[str, float] = field(default_factory=dict)
    lines: Mapping[str, Points] = field(default_factory=dict)
    failure: str = ""


def evidence(result: RunResult) -> Evidence:
    """What a run shows; of lines with the same label the first."""
    lines: dict[str, Points] = {}
    for mark in (mark for figure in result.figures for mark in figure.marks):
        if isinstance(mark, Line) and mark.label:
            pairs = zip(map(float, mark.x), map(float, mark.y), strict=True)
            lines.setdefault(mark.label, tuple(pair for pair in pairs if all(map(math.isfinite, pair))))
    return Evidence(dict(result.metrics), lines, _failure(result))


def to_json(found: Evidence, line: str = "") -> dict[str, Json]:
    """The evidence as it is kept in events: all numbers, of the lines only the one that was asked for."""
    body: dict[str, Json] = {"metrics": dict(found.metrics)}
    if line in found.lines:
        points = found.lines[line]
        step = math.ceil(len(points) / LONGEST_LINE)
        kept = [*points[: -1 : step or 1], *points[-1:]]
        body["lines"] = {line: [[x, y] for x, y in kept]}
    if found.failure:
        body["failure"] = found.failure
    return body


def from_json(body: Json) -> Evidence | None:
    """The evidence kept as `body`; None if it is none of ours."""
    if not isinstance(body, Mapping):
        return None
    metrics, lines, failure = body.get("metrics"), body.get("lines"), body.get("failure")
    return Evidence(
        {name: each for name, each in metrics.items() if isinstance(each, int | float)}
        if isinstance(metrics, Mapping)
        else {},
        {name: _points(each) for name, each in lines.items()} if isinstance(lines, Mapping) else {},
        failure if isinstance(failure, str) else "",
    )


def _points(value: Json) -> Points:
    """The points of a line."""
    points = []
    for each in value if isinstance(value, list) else []:
        match each:
            case [int() | float() as x, int() | float() as y]:
                points.append((float(x), float(y)))
    return tuple(points)


def _failure(result: RunResult) -> str:
    """What went wrong, in words; empty if nothing did."""
    if result.status == "ok":
        return ""
    if result.error is None:
        return f"The run ended early ({result.status})."
    words = f"{result.error.kind}: {result.error.message}"
    return f"{words} {result.error.hint}".strip()
