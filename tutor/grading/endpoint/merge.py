"""A model's verdicts beside the grader's own: each verified by its quote, the score computed here."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from tutor.course.rubric import KeyPoint, Rubric
from tutor.grading.endpoint.ask import QUOTED
from tutor.grading.endpoint.verdicts import Says, Verdict, verdicts
from tutor.grading.freetext.integrity import LONGEST
from tutor.grading.freetext.judge import BLOCKING, FEW, score_of
from tutor.grading.freetext.judgement import Heard, Judgement, Status, band
from tutor.grading.freetext.match import prepare

Hears = Callable[[KeyPoint, str], Heard]
"""What the grader itself hears of a point in a stretch of the answer."""

STATUS: dict[Says, Status] = {
    "covered": "covered",
    "partly": "unsure",
    "missed": "missed",
    "contradicted": "contradicted",
}
WORTH: dict[Says, float] = {"covered": 0.95, "partly": 0.5, "missed": 0.05, "contradicted": 0.0}
"""What a verified verdict says of the probability that the point is made."""
BESIDE = 0.15
"""A quote in which the grader hears the point with less has nothing to do with it."""
TORN = 0.5
"""The probability at most where the grader heard a point and the model did not."""
APART = 0.35
"""Scores further apart are both shown."""
UNSURE = 0.4
"""The share of the weight above which no grade is dared."""

UNREADABLE = "its reply could not be read"


@dataclass(frozen=True, slots=True)
class Weighed:
    """A point after both were heard."""

    heard: Heard
    verdict: Verdict | None
    verified: bool


def no_opinion(local: Judgement, why: str) -> Judgement:
    """The grader's own judgement, with a word on why there is no other."""
    return replace(local, notice=f"No second opinion: {why}. This is the grader's own judgement.")


def merged(
    rubric: Rubric, answer: str, local: Judgement, reply: str, hears: Hears, model: str = ""
) -> Judgement:
    """The judgement of both; the grader's own for a reply that cannot be read, or an answer that is none.

    Never raises, whatever the reply.
    """
    if refused(local):
        return local
    try:
        said = verdicts(reply, [point.id for point in rubric.points])
    except ValueError:
        return no_opinion(local, UNREADABLE)
    weighed = [
        weigh(point, own, said.get(point.id), answer[:LONGEST], hears)
        for point, own in zip(rubric.points, local.points, strict=True)
    ]
    heard = tuple(each.heard for each in weighed)
    score = score_of(rubric, heard, local.misconceptions)
    low, high = _interval(local, score)
    reason = _abstains(rubric, heard, local, answer)
    apart = abs(score - local.score) > APART
    return replace(
        local,
        score=score,
        interval=(low, high),
        confidence=min(local.confidence, 1 - (high - low)) if apart else local.confidence,
        points=heard,
        tier="llm",
        grade=None if reason else band(score),
        abstained=reason,
        model=model,
        notice=" ".join(_notices(weighed, score, local, model or "the model")),
    )


def refused(local: Judgement) -> bool:
    """Whether the grader takes the answer for none, as one that gives orders: no opinion changes that."""
    return any(flag in BLOCKING for flag in local.flags)


def weigh(point: KeyPoint, own: Heard, verdict: Verdict | None, answer: str, hears: Hears) -> Weighed:
    """One point: a verdict counts if its quote bears it out; else the grader's own holds, in doubt."""
    if verdict is None:
        return Weighed(own, None, False)
    if verdict.says == "missed":  # what is not there cannot be quoted
        match own.status:
            case "covered":
                doubted = replace(own, status="unsure", probability=min(own.probability, TORN))
                return Weighed(doubted, verdict, False)
            case "contradicted":
                return Weighed(own, verdict, True)
        return Weighed(Heard(point.id, "missed", WORTH["missed"], ""), verdict, True)
    quote = quoted(verdict.quote, answer)
    if quote and _bears_out(verdict.says, hears(point, quote)):
        return Weighed(Heard(point.id, STATUS[verdict.says], WORTH[verdict.says], quote), verdict, True)
    same = own.status == STATUS[verdict.says]
    return Weighed(own if same else replace(own, status="unsure"), verdict, False)


def quoted(quote: str, answer: str) -> str:
    """The stretch of the answer that is quoted; nothing if it does not stand there, or is too long."""
    words = quote.strip(" \t\r\n\"'“”‘’.…").split()
    if not words or len(words) > QUOTED or len(quote) > 2 * len(answer):
        return ""
    found = re.search(r"\s+".join(map(re.escape, words)), answer, re.IGNORECASE)
    return found[0] if found else ""


def _bears_out(says: Says, heard: Heard) -> bool:
    """Whether what the grader hears in a quote has to do with the point; the contrary has, too."""
    if heard.status == "contradicted":
        return says == "contradicted"
    return heard.probability >= BESIDE


def _interval(local: Judgement, score: float) -> tuple[float, float]:
    """As wide as the grader's own; where the two are far apart it holds both."""
    low, high = local.interval
    half = max(local.score - low, high - local.score)
    scores = (score, local.score) if abs(score - local.score) > APART else (score,)
    return max(0.0, min(scores) - half), min(1.0, max(scores) + half)


def _abstains(rubric: Rubric, heard: Sequence[Heard], local: Judgement, answer: str) -> str:
    """Why no grade is dared: too few words, or too much in doubt now; empty if one is."""
    if local.abstained and len(prepare(answer[:LONGEST]).stems) < FEW:
        return local.abstained
    core = [pair for pair in zip(rubric.points, heard, strict=True) if pair[0].need != "bonus"]
    doubt = sum(point.weight for point, each in core if each.status == "unsure")
    if doubt > UNSURE * sum(point.weight for point, _ in core):
        return "Too much of this is in doubt; go through the points yourself."
    return ""


def _notices(weighed: Sequence[Weighed], score: float, local: Judgement, model: str) -> list[str]:
    """What is to be said of how the two were put together."""
    found = []
    if abs(score - local.score) > APART:
        found.append(
            f"The two graders are far apart: with {model} {score:.0%}, without {local.score:.0%}; "
            "look at the points yourself."
        )
    doubted = sum(each.verdict is not None and not each.verified for each in weighed)
    if doubted:
        found.append(f"{doubted} of {len(weighed)} verdicts of {model} were not borne out by your words.")
    silent = sum(each.verdict is None for each in weighed)
    if silent:
        found.append(f"On {silent} of {len(weighed)} points it said nothing.")
    return found
