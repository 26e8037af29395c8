"""In which events a misconception is met: in answers, in code, and in what was said in an interview."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tutor.learner.event import Event, Json

JUDGED = "interview-judged"
"""The grader has heard an answer of an interview."""
DISOWNED = "interview-disowned"
"""The learner says whether a misconception that was heard there is what they think."""


def met_in(event: Event) -> list[str]:
    """The misconceptions that an answer or a try shows; of an interview those that the grader is sure of."""
    several: Json = event.body.get("misconceptions")
    one: Json = event.body.get("misconception")
    if event.kind == JUDGED:
        several, one = heard(event.body.get("judgement")), None
    if event.kind == DISOWNED and event.body.get("own") is not True:
        one = None
    found = several if isinstance(several, Sequence) and not isinstance(several, str) else []
    return list(dict.fromkeys(each for each in (*found, one) if isinstance(each, str) and each))


def disowned_in(event: Event) -> str:
    """The misconception that the learner says they do not hold; empty for any other event."""
    name = event.body.get("misconception")
    disowned = event.kind == DISOWNED and event.body.get("own") is False
    return name if disowned and isinstance(name, str) else ""


def heard(judgement: Json) -> list[Json]:
    """The misconceptions that a judgement is sure of."""
    rows = judgement.get("misconceptions") if isinstance(judgement, Mapping) else None
    if not isinstance(rows, Sequence) or isinstance(rows, str):
        return []
    return [
        each.get("misconception") for each in rows if isinstance(each, Mapping) and each.get("sure") is True
    ]
