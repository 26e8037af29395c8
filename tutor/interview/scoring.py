"""What one question came to: its parts, each with the grader's score, and the whole."""

from __future__ import annotations

from dataclasses import dataclass

from tutor.course.rubric import Prompt, Rubric
from tutor.interview.transcript import Exchange, Turn

NOTHING = frozenset({"empty", "question", "instructions"})
"""Flags of texts that are no answer."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a question: the answer in words, the order of steps, the code, a follow-up, a run."""

    name: str
    weight: float
    score: float | None
    """From 0 to 1; None if the grader dared no grade."""


def parts(prompt: Prompt, exchange: Exchange) -> tuple[Part, ...]:
    """The parts that were asked; one that was skipped counts as 0, one that the end cut short does not."""
    found, main = [], exchange.main
    passed = main is not None or exchange.skipped
    if prompt.stage == "practical" and prompt.steps and (exchange.order or passed):
        found.append(Part("steps in order", 1, exchange.order_score or 0.0))
    if exchange.attempts or (prompt.exercise and exchange.slot == "practical" and passed):
        best = max((each.share for each in exchange.attempts), default=0.0)
        found.append(Part("code", 3, best))
    if main is not None:
        found.append(Part("answer", 2 if prompt.stage == "practical" else 3, spoken(main)))
    elif passed:
        found.append(Part("answer", 3, 0.0))
    found += [Part("follow-up", 1, spoken(turn)) for turn in exchange.follow_ups if turn.judgement]
    if exchange.demonstrations:
        shown = any(each.holds for each in exchange.demonstrations)
        found.append(Part("shown by a run", 1, float(shown)))
    return tuple(found)


def score(prompt: Prompt, exchange: Exchange) -> float | None:
    """The weighted mean of the parts that have a score, from 0 to 1; None if none has."""
    scored = [(part.weight, part.score) for part in parts(prompt, exchange) if part.score is not None]
    weights = sum(weight for weight, _ in scored)
    return sum(weight * value for weight, value in scored) / weights if weights else None


def spoken(turn: Turn) -> float | None:
    """The grader's score of an answer in words; None without a grade, 0 if there was no answer."""
    if turn.skipped:
        return 0.0
    if turn.judgement is None:
        return None
    if NOTHING & set(turn.judgement.flags):
        return 0.0
    if turn.judgement.grade is None:
        return None
    return turn.judgement.score


def own_score(rubric: Rubric, turn: Turn) -> float | None:
    """The score that the learner's ticks give; None without ticks."""
    if turn.ticks is None:
        return None
    core = [point for point in rubric.points if point.need != "bonus"]
    due = sum(point.weight for point in core)
    return sum(point.weight for point in core if point.id in turn.ticks) / due if due else 0.0
