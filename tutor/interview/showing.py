"""Whether a run carries the claim that was to be shown."""

from __future__ import annotations

from collections.abc import Mapping

from tutor.course.expression import parse, scope
from tutor.course.rubric import ShowMe

MINUTES = 4
"""How long a demonstration may take."""

FILENAME = "show_me.py"
"""What the learner's code is called where it fails."""
SEED = 0
"""The seed of a demonstration."""


def wanted(claim: ShowMe) -> str:
    """What the interviewer says to have a claim shown."""
    lead = "" if "show me" in claim.ask.lower() else "Show me. "
    return f"{lead}{claim.ask} You have four minutes."


def shown(claim: ShowMe, metrics: Mapping[str, float]) -> tuple[bool, str]:
    """Whether the metrics of a run make the claim's test true, and what is said about it."""
    if not metrics:
        return False, "The run gave no metrics; return a Result with metrics that carry the claim."
    try:
        holds = parse(claim.test).holds(scope({}, metrics))
    except ValueError as fault:
        return False, f"This does not show it yet: {fault}. What has to hold: {claim.test}."
    if holds:
        return True, f"Shown: {claim.says}."
    return False, f"Not shown yet: it has to hold that {claim.test}."
