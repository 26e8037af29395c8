"""The key points that an interview's answers left out: to be learnt, and asked for again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tutor.course.rubric import KeyPoint, Prompt
from tutor.interview.session import Session, rubric_of
from tutor.interview.table import missed
from tutor.interview.transcript import Exchange, Turn


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A point that was asked for and not heard."""

    prompt: str
    follow_up: str
    """The follow-up's id; empty for the question itself."""
    point: KeyPoint
    lessons: tuple[str, ...]
    """Where it is taught, the nearest first."""


def left_out(session: Session) -> tuple[LeftOut, ...]:
    """The core points that were missed, the weightiest of each answer first.

    What the learner settled as said is not missed; a question that the end cut short missed nothing.
    """
    found = []
    for exchange in session.exchanges:
        prompt = session.bank.get(exchange.prompt)
        if prompt is not None:
            found += [
                LeftOut(prompt.id, follow_up, point, prompt.lessons)
                for follow_up, points in _answers(prompt, exchange)
                for point in points
            ]
    return tuple(found)


def of_question(prompt: Prompt, exchange: Exchange) -> tuple[KeyPoint, ...]:
    """The points that the first answer to the question itself left out."""
    return next((points for follow_up, points in _answers(prompt, exchange) if not follow_up), ())


def _answers(prompt: Prompt, exchange: Exchange) -> Iterator[tuple[str, tuple[KeyPoint, ...]]]:
    """What each answer left out, the question's own first; a retry is not counted."""
    main = exchange.main
    if exchange.skipped or (main is not None and main.skipped):
        yield "", tuple(each for each in prompt.rubric.points if each.need != "bonus")
    for turn in exchange.turns:
        if turn.kind == "follow-up" and turn.skipped:
            points = rubric_of(prompt, turn).points
            yield turn.follow_up, tuple(each for each in points if each.need != "bonus")
        elif turn.kind != "retry" and turn.judgement is not None:
            yield turn.follow_up, _of_turn(prompt, turn)


def _of_turn(prompt: Prompt, turn: Turn) -> tuple[KeyPoint, ...]:
    """What one judged answer left out."""
    if turn.judgement is None:
        return ()
    labels = dict(turn.labels)
    points = [*missed(rubric_of(prompt, turn), turn.judgement)]
    denied = [
        point
        for point in rubric_of(prompt, turn).points
        if point.need != "bonus" and labels.get(point.id) is False and point not in points
    ]
    return tuple(each for each in (*points, *denied) if labels.get(each.id) is not True)
