"""A question's fingerprint: the same as long as it asks the same thing, however its text is laid out."""

from __future__ import annotations

import hashlib
import json
from dataclasses import astuple

from tutor.course.question import (
    Blank,
    Bug,
    ByHand,
    Curve,
    FreeText,
    GuessModel,
    Match,
    MultipleChoice,
    Numeric,
    Order,
    Output,
    Prediction,
    Question,
    ReadPlot,
    SingleChoice,
    Split,
    Threshold,
)


def fingerprint(question: Question) -> str:
    """Sixteen hex digits of a hash over what is asked and what counts as right; explanations do not count."""
    text = json.dumps([question.kind, _plain(question.stem), _asked(question)], ensure_ascii=False)
    return hashlib.blake2b(text.encode(), digest_size=8).hexdigest()


def _asked(question: Question) -> list[object]:
    """What is asked and what counts as right."""
    match question:
        case SingleChoice() | MultipleChoice():
            return [[_plain(each.text), each.right] for each in question.choices]
        case Numeric():
            return [_plain(question.key), question.unit, question.abs_tol, question.rel_tol]
        case Prediction():
            return _by_run(question)
        case ReadPlot():
            return [*_by_run(question), question.figure]
        case Order():
            return [[_plain(each) for each in question.steps], question.peers]
        case Match():
            pairs = [[_plain(each.left), _plain(each.right)] for each in question.pairs]
            return [pairs, [_plain(each) for each in question.decoys]]
        case Blank():
            return [question.code, dict(question.probes)]
        case Bug():
            choices = [[_plain(each.text), each.right] for each in question.choices]
            return [question.code, question.lines, choices]
        case Output():
            return [question.code, [[each.text, each.right] for each in question.choices]]
        case GuessModel():
            return [[[_plain(each.text), each.setting] for each in question.choices], question.figure]
    return _placed(question)


def _placed(question: Curve | Threshold | ByHand | Split | FreeText) -> list[object]:
    """What is asked where something is drawn, placed or written."""
    match question:
        case Curve():
            return [question.setting, question.line, question.x, question.low, question.high]
        case Threshold():
            classes = [astuple(question.positive), astuple(question.negative)]
            return [classes, question.false_positive, question.false_negative]
        case ByHand():
            drawn = [
                {name: list(each) for name, each in question.draws.numbers.items()},
                question.draws.where,
            ]
            return [drawn, _plain(question.key), question.unit, question.abs_tol, question.rel_tol]
        case Split():
            return [question.task, question.n, question.centres, question.spread, question.criterion]
        case FreeText():
            return [[_plain(each) for each in question.points]]


def _by_run(question: Prediction | ReadPlot) -> list[object]:
    """What a run's numbers decide."""
    choices: list[object] = [[_plain(each.text), _plain(each.when)] for each in question.choices]
    return [
        *choices,
        question.setting,
        _plain(question.key),
        question.unit,
        question.abs_tol,
        question.rel_tol,
    ]


def _plain(text: str) -> str:
    """The text with each stretch of white space as one space."""
    return " ".join(text.split())
