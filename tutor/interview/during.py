"""How a move changes the question that is being asked."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeAlias

from tutor.course.question import Order
from tutor.course.rubric import Prompt
from tutor.grading.answer import Ordered as Arranged
from tutor.grading.arrangement import grade_order
from tutor.grading.grade import Grade
from tutor.interview.cluster import claim, on_cluster
from tutor.interview.moves import (
    Answered,
    Clarified,
    Coded,
    CodingLeft,
    Disowned,
    FollowedUp,
    Forecast,
    Judged,
    ModelSeen,
    Move,
    Noted,
    Ordered,
    Retried,
    Settled,
    ShowAsked,
    ShowBegun,
    ShowDeclined,
    ShowLeft,
    Shown,
    Skipped,
    Ticked,
)
from tutor.interview.transcript import Attempted, Demonstrated, Exchange, Phase, Turn, TurnKind

OPEN = ("forecast", "order", "code", "answer", "show")
"""Phases in which the learner works, and may ask back, think aloud and skip."""

Found: TypeAlias = tuple[Exchange, Phase]


def after(prompt: Prompt, exchange: Exchange, phase: Phase, move: Move) -> Found | None:
    """The question and its phase after a move; None if the move is not possible now."""
    match phase, move:
        case _, Clarified() if phase in OPEN:
            return replace(exchange, clarified=(*exchange.clarified, (move.text, move.reply))), phase
        case _, Noted() if phase in OPEN:
            return replace(exchange, notes=(*exchange.notes, move.text)), phase
        case _, Skipped() if phase in OPEN:
            return _skipped(prompt, exchange, phase, move.at)
        case "forecast", Forecast():
            share = min(1.0, max(0.0, move.score))
            return _onward(prompt, replace(exchange, forecast=share), "forecast", move.at)
        case "order", Ordered():
            return _ordered(prompt, exchange, move)
        case "code", Coded():
            attempt = Attempted(move.source, move.passed, move.total, move.says, move.at)
            return replace(exchange, attempts=(*exchange.attempts, attempt)), "code"
        case "code", CodingLeft():
            return _onward(prompt, exchange, "code", move.at)
        case "show", Shown():
            run = Demonstrated(move.source, move.metrics, move.holds, move.says, move.at)
            return replace(exchange, demonstrations=(*exchange.demonstrations, run)), "show"
        case "show", ShowLeft():
            return exchange, _behind(exchange)
        case "answer", ShowBegun() if on_cluster(prompt) and exchange.answers_itself:
            return exchange, "show"
        case "table", _:
            return _at_table(prompt, exchange, move)
    return _answering(exchange, phase, move)


def _answering(exchange: Exchange, phase: Phase, move: Move) -> Found | None:
    """After a move from the answer to its judgement."""
    turn = exchange.turn
    if turn is None:
        return None
    match phase, move:
        case "answer", Answered():
            sent = replace(turn, text=move.text, sent=max(turn.began, move.at))
            return _with(exchange, sent), "judging" if turn.kind == "follow-up" else "ticks"
        case "ticks", Ticked():
            return _with(exchange, replace(turn, ticks=move.points, sure=move.sure)), "judging"
        case "judging", Judged():
            return _with(exchange, replace(turn, judgement=move.judgement)), "table"
    return None


def _at_table(prompt: Prompt, exchange: Exchange, move: Move) -> Found | None:
    """After a move at the table of points."""
    match move:
        case Settled():
            settled = _settled(exchange, move)
            return None if settled is None else (settled, "table")
        case Disowned():
            told = _disowned(exchange, move)
            return None if told is None else (told, "table")
        case FollowedUp() if any(each.id == move.follow_up for each in prompt.follow_ups):
            return _turn(exchange, "follow-up", move.at, move.follow_up), "answer"
        case Retried():
            return _turn(exchange, "retry", move.at), "answer"
        case ModelSeen() if (turn := exchange.judged) is not None:
            return _changed(exchange, turn, replace(turn, model_seen=True)), "table"
        case ShowAsked() if claim(prompt) is not None and exchange.show_asked is None:
            return replace(exchange, show_asked=move.at), "table"
        case ShowDeclined() if exchange.called:
            return replace(exchange, show_declined=True), "table"
        case ShowBegun() if claim(prompt) is not None:
            return replace(exchange, show_began=move.at), "show"
        case Skipped():
            return exchange, "ready"
    return None


def _settled(exchange: Exchange, move: Settled) -> Exchange | None:
    """The question with a label on the answer whose table is shown; None if the table has no such point."""
    turn = exchange.judged
    if turn is None or turn.judgement is None:
        return None
    if all(each.point != move.point for each in turn.judgement.points):
        return None
    labelled = replace(turn, labels=tuple({**dict(turn.labels), move.point: move.made}.items()))
    return _changed(exchange, turn, labelled)


def _disowned(exchange: Exchange, move: Disowned) -> Exchange | None:
    """The question with a misconception disowned, or taken back; None if nothing would change."""
    turn = exchange.judged
    if turn is None or move.misconception not in turn.beliefs:
        return None
    others = tuple(each for each in turn.disowned if each != move.misconception)
    own = (*others, move.misconception) if not move.own else others
    if len(own) == len(turn.disowned):
        return None
    told = replace(turn, disowned=own)
    return _changed(exchange, turn, told)


def _behind(exchange: Exchange) -> Phase:
    """Where one is after a demonstration: at the table, or at the answer if that is not sent yet."""
    turn = exchange.turn
    return "answer" if turn is not None and turn.sent is None and not turn.skipped else "table"


def _onward(prompt: Prompt, exchange: Exchange, phase: Phase, at: float) -> Found:
    """The next part of the question: steps to order, then code, then words."""
    if phase == "forecast" and prompt.stage == "practical" and len(prompt.steps) > 1:
        return exchange, "order"
    if phase in ("forecast", "order") and prompt.exercise and exchange.slot == "practical":
        return exchange, "code"
    return _turn(exchange, "main", at), "answer"


def _ordered(prompt: Prompt, exchange: Exchange, move: Ordered) -> Found | None:
    """The steps were put in order."""
    try:
        grade = order_grade(prompt, move.places)
    except ValueError:
        return None
    ordered = replace(exchange, order=move.places, order_score=grade.score)
    return _onward(prompt, ordered, "order", move.at)


def order_grade(prompt: Prompt, places: tuple[int, ...]) -> Grade:
    """How well the steps stand in this order; raises ValueError unless every step does once."""
    question = Order(id=prompt.id, stem=prompt.question, explain="", steps=prompt.steps, peers=prompt.peers)
    return grade_order(question, Arranged(places))


def _skipped(prompt: Prompt, exchange: Exchange, phase: Phase, at: float) -> Found:
    """What is asked now is passed over: a part, a follow-up, or the whole question."""
    turn = exchange.turn
    if phase == "show":
        return exchange, _behind(exchange)
    if phase in ("order", "code"):
        return _onward(prompt, exchange, phase, at)
    if phase == "answer" and turn is not None:
        passed = _with(exchange, replace(turn, skipped=True))
        if turn.kind != "main":
            return passed, "table"
        return replace(passed, skipped=True), "ready"
    return replace(exchange, skipped=True), "ready"


def _turn(exchange: Exchange, kind: TurnKind, at: float, name: str = "") -> Exchange:
    """The question with a further turn."""
    return replace(exchange, turns=(*exchange.turns, Turn(kind, at, name)))


def _changed(exchange: Exchange, turn: Turn, now: Turn) -> Exchange:
    """The question with one of its turns changed."""
    return replace(exchange, turns=tuple(now if each is turn else each for each in exchange.turns))


def _with(exchange: Exchange, turn: Turn) -> Exchange:
    """The question with its latest turn changed."""
    return replace(exchange, turns=(*exchange.turns[:-1], turn))
