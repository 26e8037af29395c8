"""The answer sheet of one lesson: what was answered, what waits for its run, what to say about it."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Mapping
from dataclasses import replace

from tutor.course.draws import draw_for, draws_afresh, variant
from tutor.course.fingerprint import fingerprint
from tutor.course.model import Lesson
from tutor.course.question import Blank, Curve, FreeText, GuessModel, Prediction, Question, ReadPlot
from tutor.grading import Answer, Filled, evidence, fit, grade
from tutor.grading.answer import from_json, to_json
from tutor.grading.blank import needs_run
from tutor.grading.entry import Entry, Phase
from tutor.grading.evidence import Evidence
from tutor.grading.fit import possible
from tutor.learner.event import Json
from tutor.learner.store import Record
from tutor.learner.trail import Answered, Trail
from tutor.run import RunResult

__all__ = ["Entry", "Phase", "Sheet"]


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

    def commit(self, question: str, answer: Answer, confidence: int | None = None) -> Entry:
        """Answer, `confidence` from 1 to 4 if it was asked; raises NumberError or ValueError.

        Graded at once, but for what waits for its run (a prediction, a curve, a blank that nobody foresaw, a
        figure that is not there yet); and for words, which are graded when committed again with their points.
        """
        entry = self._entries[question]
        fit(entry.question, answer)
        entry = replace(entry, answer=answer, confidence=confidence or entry.confidence)
        if not _waits(entry, answer):
            return self._graded(entry, answer)
        self._record.save_draft(self.place(question), _draft(answer, entry.confidence, committed=True))
        return self._put(replace(entry, phase="committed", grade=None))

    def judge(self, setting: str, result: RunResult) -> tuple[Entry, ...]:
        """Grade what waits for a run of this setting; those graded."""
        waiting = [
            each
            for each in self._entries.values()
            if isinstance(each.question, Prediction | Curve)
            and each.question.setting == setting
            and each.phase == "committed"
        ]
        return tuple(self.arrived(each.question.id, result) for each in waiting)

    def arrived(self, question: str, result: RunResult) -> Entry:
        """The run ended that the question needs (see `wanted.wanted_run`): keep what it showed, and grade."""
        entry = self._entries[question]
        found = evidence.evidence(result)
        judges_failure = isinstance(entry.question, Blank) and result.status not in ("stopped", "crashed")
        if entry.phase in ("graded", "skipped") or (found.failure and not judges_failure):
            return entry
        entry = self._put(replace(entry, evidence=found))
        if entry.phase == "committed" and entry.answer is not None:
            with contextlib.suppress(ValueError):
                return self._graded(entry, entry.answer)
        return entry

    def skip(self, question: str) -> Entry:
        """Pass over a prediction."""
        self._record.append("prediction-skipped", {"lesson": self._lesson.id, "question": question})
        self._record.save_draft(self.place(question), None)
        return self._put(replace(self._entries[question], phase="skipped", answer=None, grade=None))

    def retry(self, question: str) -> Entry:
        """Open a question again, with fresh numbers where any are drawn; what was answered stays recorded."""
        return self._put(self._opened(self._lesson.question(question), self._entries[question].scores))

    def half_made(self, question: str, answer: Answer | None) -> str | None:
        """Note an answer in the making; the draft to keep for it."""
        self._put(replace(self._entries[question], answer=answer))
        return None if answer is None else _draft(answer, None, committed=False)

    def place(self, question: str) -> str:
        """Where the draft of an answer is kept."""
        return f"{self._lesson.id}/answer/{question}"

    def _put(self, entry: Entry) -> Entry:
        self._entries[entry.question.id] = entry
        return entry

    def _graded(self, entry: Entry, answer: Answer) -> Entry:
        """Grade, record, and only then tell."""
        asked = self._lesson.question(entry.question.id)
        result = grade(entry.question, answer, self._lesson.recorded, entry.evidence, draw=entry.draw)
        body: dict[str, Json] = {
            "lesson": self._lesson.id,
            "question": asked.id,
            "fingerprint": fingerprint(asked),
            "answer": to_json(answer),
            "score": result.score,
            "right": result.right,
            "confidence": entry.confidence,
            "draw": entry.draw if draws_afresh(asked) else None,
            "misconceptions": list(result.misconceptions),
        }
        if isinstance(asked, Prediction | Curve | ReadPlot):
            body["setting"] = asked.setting
        if entry.evidence is not None and not isinstance(asked, GuessModel):
            line = asked.line if isinstance(asked, Curve) else ""
            body["evidence"] = evidence.to_json(entry.evidence, line)
        self._record.append("answered", body)
        self._record.save_draft(self.place(asked.id), None)
        scores = (*entry.scores, result.score)
        return self._put(replace(entry, phase="graded", answer=answer, grade=result, scores=scores))

    def _opened(self, question: Question, scores: tuple[float, ...]) -> Entry:
        """The question, drawn for the next attempt."""
        draw = draw_for(question, len(scores))
        return Entry(variant(question, draw), scores=scores, draw=draw)

    def _restored(self, question: Question, trail: Trail) -> Entry:
        """The question as it was left."""
        past = trail.answers.get(question.id, ())
        fresh = self._opened(question, tuple(each.score for each in past))
        answer, committed, confidence = _from_draft(self._record.draft(self.place(question.id)))
        if answer is not None and possible(question, answer):
            return replace(
                fresh, phase="committed" if committed else "open", answer=answer, confidence=confidence
            )
        if past:
            return self._regraded(question, fresh, past[-1])
        return replace(fresh, phase="skipped") if question.id in trail.skipped else fresh

    def _regraded(self, question: Question, fresh: Entry, last: Answered) -> Entry:
        """The last answer with its feedback; open again if it no longer fits the question."""
        answer = from_json(last.answer)
        if answer is None:
            return fresh
        found = evidence.from_json(last.evidence)
        if found is None and isinstance(question, Prediction):
            found = Evidence(last.metrics)
        drawn = variant(question, last.draw)
        try:
            result = grade(drawn, answer, self._lesson.recorded, found, draw=last.draw)
        except ValueError:
            return fresh
        return replace(
            fresh,
            question=drawn,
            phase="graded",
            answer=answer,
            grade=result,
            draw=last.draw,
            confidence=last.confidence,
            evidence=found,
        )


def _waits(entry: Entry, answer: Answer) -> bool:
    """Whether the answer cannot be graded yet."""
    match entry.question, answer:
        case (Prediction() | Curve(), _):
            return True
        case (ReadPlot(), _):
            return entry.evidence is None
        case (Blank() as question, Filled()):
            return needs_run(question, answer)
        case (FreeText(), _):
            return entry.phase != "committed"
    return False


def _draft(answer: Answer, confidence: int | None, *, committed: bool) -> str:
    body: dict[str, Json] = {**to_json(answer), "committed": committed, "confidence": confidence}
    return json.dumps(body, ensure_ascii=False)


def _from_draft(text: str | None) -> tuple[Answer | None, bool, int | None]:
    """The answer of a draft, whether it was committed, and how certain it was."""
    try:
        body = json.loads(text or "null")
    except ValueError:
        return None, False, None
    if not isinstance(body, Mapping):
        return None, False, None
    confidence = body.get("confidence")
    known = confidence if isinstance(confidence, int) else None
    return from_json(body), body.get("committed") is True, known
