"""One learner in one lesson: the walk, the answers, the runs, each recorded as it happens."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Literal

from tutor.course.model import Lesson, Step
from tutor.course.question import Curve, Prediction
from tutor.grading import Answer, fit
from tutor.grading.sheet import Entry, Sheet
from tutor.grading.wanted import proof_run, wanted_run
from tutor.grading.workbench import Workbench, solved
from tutor.learner.drafts import Drafts
from tutor.learner.event import Json
from tutor.learner.store import Record
from tutor.learner.trail import KINDS, retrace
from tutor.learner.walk import Wait
from tutor.run import RunRequest, RunResult, Scalar


class Study:
    """Where the learner is in a lesson, restored from the record and kept there."""

    def __init__(self, lesson: Lesson, record: Record) -> None:
        self.lesson = lesson
        self.record = record
        self.drafts = Drafts(record)
        trail = retrace(lesson, record.events(*KINDS, lesson=lesson.id))
        self.sheet = Sheet(lesson, record, trail)
        self.walk = trail.walk
        for entry in self.sheet.entries():
            if entry.phase == "committed":
                self.walk = self.walk.settle(entry.question.id)
        self._held: tuple[str, Mapping[str, Json]] | None = None
        self.solved = solved(record, lesson.id)
        """The exercises that the learner has solved."""
        record.append("lesson-opened", {"lesson": lesson.id})

    def go(self, index: int) -> None:
        """Move to another step."""
        self.walk = self.walk.to(index)
        self._log("step-reached", {"step": self.walk.step.id, "index": self.walk.index})

    def entry_here(self) -> Entry | None:
        """The question that the current step is about: its own, or the prediction of its run."""
        step, index = self.walk.step, self.walk.index
        if step.kind in ("question", "predict"):
            return self.sheet.entry(step.ref)
        if step.kind not in ("experiment", "explain"):
            return None
        wait = self.walk.waits_for(index)
        if wait and wait.kind == "prediction":
            return self.sheet.entry(wait.ref)
        setting = self.walk.setting_of(index)
        before = [each.ref for each in self.lesson.steps[:index] if each.kind == "predict"]
        mine = [each for each in before if setting == self._setting(each)]
        return self.sheet.entry(mine[-1]) if mine else None

    def bench(self, exercise: str) -> Workbench:
        """What the learner does with an exercise of the lesson; raises OSError."""
        return Workbench(self.lesson.exercise(exercise), self.lesson.id, self.record)

    def leave_bench(self) -> None:
        """The learner comes back from an exercise."""
        self.solved = solved(self.record, self.lesson.id)

    def obvious(self) -> Literal["answer", "run", "exercise", "next"]:
        """What comes next here: an answer, a run, an exercise, or the next step."""
        step, entry = self.walk.step, self.entry_here()
        wait = self.walk.waits_for(self.walk.index)
        asked = step.kind in ("predict", "question") or (wait is not None and wait.kind == "prediction")
        if asked and entry is not None and entry.phase == "open":
            return "answer"
        if step.kind == "exercise" and step.ref not in self.solved:
            return "exercise"
        ready = step.kind == "experiment" and step.ref not in self.walk.ran
        return "run" if wait is not None or ready else "next"

    def half_answer(self, question: str, answer: Answer | None) -> None:
        """Keep an answer in the making."""
        self.drafts.keep(self.sheet.place(question), self.sheet.half_made(question, answer))

    def fits(self, question: str, answer: Answer) -> None:
        """Raise ValueError with a sentence for the learner unless the answer can be committed."""
        fit(self.sheet.entry(question).question, answer)

    def answer(self, question: str, answer: Answer, confidence: int | None = None) -> Entry:
        """Commit to an answer; raises ValueError with a sentence for the learner.

        Words are committed twice: as they are written, then with the points that were found in them.
        """
        entry = self.sheet.commit(question, answer, confidence)
        self.drafts.forget(self.sheet.place(question))
        self.walk = self.walk.settle(question)
        return entry

    def retry(self, question: str) -> None:
        """Answer once more; a prediction that was not judged yet waits for an answer again."""
        entry = self.sheet.retry(question)
        if not entry.scores:
            self.walk = self.walk.unsettle(question)

    def wanted_run(self, question: str) -> RunRequest | None:
        """The run that a question needs now, to be shown or to be judged; see `wanted.wanted_run`."""
        return wanted_run(self.lesson, self.sheet.entry(question))

    def proof_run(self, question: str) -> RunRequest | None:
        """The run that shows that the answer is right, once it is told."""
        return proof_run(self.lesson, self.sheet.entry(question))

    def arrived(self, question: str, result: RunResult) -> Entry:
        """The run that `wanted_run` gave ended."""
        return self.sheet.arrived(question, result)

    def to_skip(self) -> Wait | None:
        """What can be passed over here: the run that is waited for, else the prediction that is asked."""
        wait, entry = self.walk.waits_for(self.walk.index), self.entry_here()
        if wait is None and entry and isinstance(entry.question, Prediction | Curve) and not entry.settled:
            return Wait("prediction", entry.question.id)
        return wait

    def skip(self) -> None:
        """Go on without the prediction, or without the run."""
        match self.to_skip():
            case Wait("prediction", question):
                self._skip(question)
            case Wait("run", setting):
                for entry in self.sheet.entries():
                    if self._setting(entry.question.id) == setting and not entry.settled:
                        self._skip(entry.question.id)
                self.walk = self.walk.run(setting)

    def awaits_run(self, setting: str) -> bool:
        """Whether a prediction waits for a run of this setting."""
        return any(
            each.phase == "committed" and self._setting(each.question.id) == setting
            for each in self.sheet.entries()
        )

    def decides(self, request: RunRequest, setting: str, *, own_code: bool) -> bool:
        """Whether this is the run that predictions about the setting were made for."""
        return not own_code and request.own is None and dict(request.params) == self.lesson.params(setting)

    def ran(
        self, request: RunRequest, setting: str, result: RunResult, *, own_code: bool, held: bool
    ) -> None:
        """A run ended: record it and let it judge; of the runs of a held knob only the last is recorded."""
        body: dict[str, Json] = {
            "setting": setting,
            "params": dict(request.params),
            "seed": request.seed,
            "status": result.status,
            "metrics": dict(result.metrics),
            "elapsed_s": round(result.elapsed_s, 4),
            "own_code": own_code,
            **({"own_data": True} if request.own is not None else {}),
        }
        if held:
            self._held = ("ran", body)
        else:
            self.flush()
            self._log("ran", body)
        if result.status != "ok":
            return
        if not held and self.decides(request, setting, own_code=own_code):
            self.sheet.judge(setting, result)
        self.walk = self.walk.run(setting)

    def knobs(self, setting: str) -> dict[str, Scalar]:
        """The knobs as they were left; the setting's own while a prediction about it is open."""
        own = self.lesson.params(setting)
        if self._open(setting):
            return own
        self.drafts.flush()
        try:
            kept = json.loads(self.record.draft(self._knobs_place(setting)) or "{}")
        except ValueError:
            return own
        params = {each.name: each for each in self.lesson.experiment(setting).params}
        for name, value in kept.items() if isinstance(kept, dict) else ():
            if name in params and isinstance(value, bool | int | float | str):
                try:
                    own[name] = params[name].accept(value)
                except ValueError:
                    continue
        return own

    def code(self, setting: str) -> str | None:
        """The learner's own code for the experiment; None while it is the lesson's."""
        self.drafts.flush()
        return self.record.draft(self._code_place(setting))

    def painted(self, setting: str) -> tuple[str | None, bool]:
        """What the learner painted for the experiment, and whether a run may use it at once."""
        self.drafts.flush()
        return self.record.draft(self._painted_place(setting)), not self._open(setting)

    def keep(
        self, setting: str, params: Mapping[str, Scalar], code: str | None, painted: str | None = None
    ) -> None:
        """Keep knobs, code and what was painted as drafts."""
        self.drafts.keep(self._knobs_place(setting), json.dumps(dict(params)))
        self.drafts.keep(self._code_place(setting), code)
        self.drafts.keep(self._painted_place(setting), painted)

    def bookmark(self) -> bool:
        """Mark the current step, or take the mark back; whether it is marked now."""
        step = self.walk.step.id
        on = step not in self.record.progress.bookmarks(self.lesson.id)
        self._log("bookmarked", {"step": step, "on": on})
        return on

    def note(self, step: Step, text: str) -> None:
        """Keep a note on a step; an empty one takes it away."""
        self._log("noted", {"step": step.id, "text": text.strip()})

    def report(self, text: str) -> None:
        """Keep what the learner says is wrong in the current step."""
        self._log("mistake-reported", {"step": self.walk.step.id, "text": text})

    def finish(self) -> None:
        """The lesson is done."""
        if self.record.progress.lesson(self.lesson.id).state != "done":
            self._log("lesson-done", {})

    def flush(self) -> None:
        """Write what is not written yet."""
        self.drafts.flush()
        if self._held is not None:
            held, self._held = self._held, None
            self._log(*held)

    def _skip(self, question: str) -> None:
        self.drafts.forget(self.sheet.place(question))
        self.sheet.skip(question)
        self.walk = self.walk.settle(question)

    def _log(self, kind: str, body: Mapping[str, Json]) -> None:
        self.record.append(kind, {"lesson": self.lesson.id, **body})

    def _setting(self, question_id: str) -> str | None:
        question = self.lesson.question(question_id)
        return question.setting if isinstance(question, Prediction | Curve) else None

    def _open(self, setting: str) -> bool:
        """Whether a prediction about the setting is not decided yet."""
        return self.walk.gate(setting) is not None or self.awaits_run(setting)

    def _painted_place(self, setting: str) -> str:
        return f"{self.lesson.id}/painted/{self.lesson.experiment(setting).id}"

    def _knobs_place(self, setting: str) -> str:
        return f"{self.lesson.id}/knobs/{setting}"

    def _code_place(self, setting: str) -> str:
        return f"{self.lesson.id}/code/{self.lesson.experiment(setting).id}"
