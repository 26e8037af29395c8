"""Grading over JSON lines: one request in, one record out."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from tutor.course.rubric import Prompt, Rubric
from tutor.grading.freetext.judge import judge
from tutor.grading.freetext.judgement import Judgement
from tutor.grading.freetext.reading import Encoder
from tutor.grading.freetext.reference import Likeness, against_reference
from tutor.learner.event import Json

Judge = Callable[[Rubric, str], Judgement]
"""What grades by a rubric: a tier's own judge."""

FORMS = ({"id", "question", "reference", "answer"}, {"id", "prompt", "answer"})


@dataclass(frozen=True, slots=True)
class Grader:
    """Answers lines from a bank of prompts."""

    prompts: Mapping[str, Prompt]
    judge: Judge = judge
    encode: Encoder | None = None
    """Compares by meaning where there is only a reference answer."""

    def answer(self, line: str | bytes) -> dict[str, Json]:
        """The record for one line; a line that cannot be read is answered by an error record."""
        try:
            body = _object(line)
            if body.keys() >= FORMS[0]:
                question, reference, answer = (
                    _text(body, key) for key in ("question", "reference", "answer")
                )
                found = against_reference(question, reference, answer, self.encode)
                return {"id": body["id"], **_likeness(found)}
            if body.keys() >= FORMS[1]:
                name, answer = _text(body, "prompt"), _text(body, "answer")
                if name not in self.prompts:
                    raise ValueError(f"there is no prompt {name!r}; `mltutor list --prompts` lists them")
                return {"id": body["id"], **_judgement(self.judge(self.prompts[name].rubric, answer))}
            raise ValueError('a line has "id", "answer", and either "prompt" or "question" and "reference"')
        except ValueError as error:
            return {"id": None, "event": "error", "message": f"a line that cannot be graded: {error}"}


def _object(line: str | bytes) -> dict[str, Json]:
    """The JSON object of a line; raises ValueError."""
    try:
        body = json.loads(line)
    except (ValueError, RecursionError):
        raise ValueError("it is no JSON") from None
    if not isinstance(body, dict):
        raise ValueError("it is no JSON object")
    return body


def _text(body: Mapping[str, Json], key: str) -> str:
    """A text of the line."""
    value = body[key]
    if not isinstance(value, str):
        raise ValueError(f'"{key}" is a string')
    return value


def _likeness(found: Likeness) -> dict[str, Json]:
    """The record of an answer that was compared with a reference."""
    return {
        "score": round(found.score, 4),
        "confidence": round(found.confidence, 4),
        "points": [],
        "misconceptions": [],
        "flags": list(found.flags),
        "grade": None,
        "interval": [round(each, 4) for each in found.interval],
        "tier": found.tier,
        "abstained": "",
    }


def _judgement(found: Judgement) -> dict[str, Json]:
    """The record of an answer that was judged by a rubric."""
    return {
        "score": round(found.score, 4),
        "confidence": round(found.confidence, 4),
        "points": [
            {
                "id": each.point,
                "status": each.status,
                "evidence": each.evidence,
                "probability": round(each.probability, 4),
            }
            for each in found.points
        ],
        "misconceptions": [
            {"id": each.misconception, "sure": each.sure, "evidence": each.evidence}
            for each in found.misconceptions
        ],
        "flags": list(found.flags),
        "grade": found.grade,
        "interval": [round(each, 4) for each in found.interval],
        "tier": found.tier,
        "abstained": found.abstained,
        **({"model": found.model, "notice": found.notice} if found.model or found.notice else {}),
    }
