"""A question's fingerprint: the same as long as it asks the same thing, however its text is laid out."""

from __future__ import annotations

import hashlib
import json

from tutor.course.model import MultipleChoice, Numeric, Prediction, Question, SingleChoice


def fingerprint(question: Question) -> str:
    """Sixteen hex digits of a hash over what is asked and what counts as right; explanations do not count."""
    match question:
        case SingleChoice() | MultipleChoice():
            asked: list[object] = [[_plain(each.text), each.right] for each in question.choices]
        case Numeric():
            asked = [_plain(question.key), question.unit, question.abs_tol, question.rel_tol]
        case Prediction():
            asked = [[_plain(each.text), _plain(each.when)] for each in question.choices]
            asked += [question.setting, _plain(question.key), question.unit]
            asked += [question.abs_tol, question.rel_tol]
    text = json.dumps([question.kind, _plain(question.stem), asked], ensure_ascii=False)
    return hashlib.blake2b(text.encode(), digest_size=8).hexdigest()


def _plain(text: str) -> str:
    """The text with each stretch of white space as one space."""
    return " ".join(text.split())
