"""A rubric and an answer as a JSON line, and the judgement of it as another."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import Any

from tutor.course.rubric import KeyPoint, Rubric, WrongBelief
from tutor.grading.endpoint.settings import Endpoint, endpoint
from tutor.grading.freetext.judgement import Judgement

Judge = Callable[[Rubric, str], Judgement]
Second = Callable[[Judge, Endpoint], Judge]
"""Makes a judge that asks an endpoint, too."""


def question(rubric: Rubric, answer: str, second: Endpoint | None = None) -> bytes:
    """What is asked of the grader's process, with the endpoint to be asked for a second opinion."""
    body = {"rubric": asdict(rubric), "answer": answer}
    also = {} if second is None else {"endpoint": asdict(second)}
    return json.dumps({**body, **also}).encode() + b"\n"


def reply(line: bytes, judge: Judge, seconded: Second | None = None) -> bytes:
    """What the grader's process says to a line; an object with `fault` for one that it cannot judge."""
    try:
        body = json.loads(line)
        if seconded is not None and "endpoint" in body:
            also = body["endpoint"]
            judge = seconded(judge, endpoint(also["url"], also["model"], str(also["seconds"])))
        found = asdict(judge(rubric_of(body["rubric"]), str(body["answer"])))
    except (ValueError, KeyError, TypeError, RecursionError) as fault:
        found = {"fault": repr(fault)}
    return json.dumps(found).encode() + b"\n"


def rubric_of(body: Mapping[str, Any]) -> Rubric:
    """The rubric that `question` wrote; raises KeyError or TypeError."""
    points = tuple(KeyPoint(**_frozen(each)) for each in body["points"])
    beliefs = tuple(WrongBelief(**_frozen(each)) for each in body["misconceptions"])
    return Rubric(body["question"], body["reference"], points, beliefs)


def _frozen(row: Mapping[str, Any]) -> dict[str, Any]:
    """The row with tuples for its lists."""
    return {name: _tuple(value) for name, value in row.items()}


def _tuple(value: Any) -> Any:
    """A list and the lists in it as tuples."""
    return tuple(_tuple(each) for each in value) if isinstance(value, list) else value
