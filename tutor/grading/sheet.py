"""The answer sheet of one lesson: what was answered, what waits for its run, what to say about it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from tutor.course.fingerprint import fingerprint
from tutor.course.model import Lesson, Prediction, Question
from tutor.grading import Answer, Entered, Grade, Picked, grade
from tutor.grading.answer import from_json, to_json
from tutor.grading.number import read_number
from tutor.learner.event import Json
from tutor.learner.store import Record
from tutor.learner.trail import Answered, Trail

Phase: TypeAlias = Literal["open", "committed", "graded", "skipped"]


@dataclass(frozen=True, slots=True)
class Entry:
    """Where one question stands; a prediction is `committed` from the answer until its run."""

    question: Question
    phase: Phase = "open"
    answer: Answer | None = None
    """The answer, or the half-made one while the question is open."""
    grade: Grade | None = None
    scores: tuple[float, ...] = ()
    """Of each attempt in order."""

    @property
    def right_at_first(self) -> bool:
        """Whether the first attempt was right."""
        return bool(self.scores) and self.scores[0] == 1.0

    @property
    def settled(self) -> bool:
        """Whether nothing is waited for any more: judged, or passed over."""
        return self.phase in ("graded", "skipped")

    @property
    def can_retry(self) -> bool:
        """Whether another attempt makes sense: not on a judged prediction, nor on what is right."""
        if self.phase == "graded":
            judged = isinstance(self.question, Prediction) or self.grade is None or self.grade.right
            return not judged
        return self.phase != "open"


class Sheet:
    """Answers and their grades; everything is recorded before it is told."""

    def __init__(self, lesson: Lesson, record: Record, trail: Trail) -> None:
        self._lesson = lesson
        self._record = record
        self._entries = {question.id: self._restored(question, trail) for question in lesson.questions}

    def entry(self, question: str) -> Entry:
        """Where a question stands."""
        return self._entries[question]

    def entries(self) -> tuple[Entry, ...]:
        """Every question in the order of the lesson's file."""
        return tuple(self._entries.values())

    def commit(self, question: str, answer: Answer) -> Entry:
        """Answer: graded at once, a prediction by its run; raises NumberError or ValueError."""
        entry = self._entries[question]
        if isinstance(entry.question, Prediction):
            _check(entry.question, answer)
            self._record.save_draft(self.place(question), _draft(answer, committed=True))
            return self._put(replace(entry, phase="committed", answer=answer, grade=None))
        return self._graded(entry, answer, None, None)

    def judge(self, setting: str, metrics: Mapping[str, float]) -> tuple[Entry, ...]:
        """Grade the predictions that wait for a run of this setting; those graded."""
        waiting = [
            each
            for each in self._entries.values()
            if isinstance(each.question, Prediction)
            and each.question.setting == setting
            and each.phase == "committed"
        ]
        return tuple(self._graded(e, e.answer, setting, metrics) for e in waiting if e.answer is not None)

    def skip(self, question: str) -> Entry:
        """Pass over a prediction."""
        self._record.append("prediction-skipped", {"lesson": self._lesson.id, "question": question})
        self._record.save_draft(self.place(question), None)
        return self._put(replace(self._entries[question], phase="skipped", answer=None, grade=None))

    def retry(self, question: str) -> Entry:
        """Open a question again; what was answered stays recorded."""
        return self._put(replace(self._entries[question], phase="open", answer=None, grade=None))

    def half_made(self, question: str, answer: Answer | None) -> str | None:
        """Note an answer in the making; the draft to keep for it."""
        self._put(replace(self._entries[question], answer=answer))
        return None if answer is None else _draft(answer, committed=False)

    def place(self, question: str) -> str:
        """Where the draft of an answer is kept."""
        return f"{self._lesson.id}/answer/{question}"

    def _put(self, entry: Entry) -> Entry:
        self._entries[entry.question.id] = entry
        return entry

    def _graded(
        self, entry: Entry, answer: Answer, setting: str | None, metrics: Mapping[str, float] | None
    ) -> Entry:
        """Grade, record, and only then tell."""
        result = grade(entry.question, answer, self._lesson.recorded, metrics)
        body: dict[str, Json] = {
            "lesson": self._lesson.id,
            "question": entry.question.id,
            "fingerprint": fingerprint(entry.question),
            "answer": to_json(answer),
            "score": result.score,
            "right": result.right,
            **({"setting": setting} if setting else {}),
        }
        self._record.append("answered", body)
        self._record.save_draft(self.place(entry.question.id), None)
        scores = (*entry.scores, result.score)
        return self._put(replace(entry, phase="graded", answer=answer, grade=result, scores=scores))

    def _restored(self, question: Question, trail: Trail) -> Entry:
        """The question as it was left."""
        past = trail.answers.get(question.id, ())
        entry = Entry(question, scores=tuple(each.score for each in past))
        if past:
            entry = self._regraded(entry, past[-1])
        elif question.id in trail.skipped:
            entry = replace(entry, phase="skipped")
        answer, committed = _from_draft(self._record.draft(self.place(question.id)))
        if answer is None:
            return entry
        return replace(entry, phase="committed" if committed else "open", answer=answer, grade=None)

    def _regraded(self, entry: Entry, last: Answered) -> Entry:
        """The last answer with its feedback; open again if it no longer fits the question."""
        answer = from_json(last.answer)
        if answer is None:
            return entry
        metrics = last.metrics if isinstance(entry.question, Prediction) else None
        try:
            result = grade(entry.question, answer, self._lesson.recorded, metrics)
        except ValueError:
            return entry
        return replace(entry, phase="graded", answer=answer, grade=result)


def _check(question: Prediction, answer: Answer) -> None:
    """Raise NumberError or ValueError unless a run could judge the answer."""
    match answer:
        case Entered(text) if question.key:
            read_number(text, question.unit)
        case Picked((place,)) if place in range(len(question.choices)):
            pass
        case _:
            raise ValueError(f"the answer does not fit the prediction {question.id}")


def _draft(answer: Answer, *, committed: bool) -> str:
    return json.dumps({**to_json(answer), "committed": committed}, ensure_ascii=False)


def _from_draft(text: str | None) -> tuple[Answer | None, bool]:
    """The answer of a draft, and whether it was committed."""
    try:
        body = json.loads(text or "null")
    except ValueError:
        return None, False
    return from_json(body), isinstance(body, dict) and body.get("committed") is True
