"""The walk through a lesson: where the learner is, what waits for what, how much is left."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from tutor.course.model import Lesson, Step
from tutor.course.question import Curve, Prediction


@dataclass(frozen=True, slots=True)
class Wait:
    """What a step waits for: a prediction that is not made yet, or a run that is not done."""

    kind: Literal["prediction", "run"]
    ref: str
    """The question's id, or the setting's."""


@dataclass(frozen=True, slots=True)
class Walk:
    """A place in a lesson; every method gives a new one."""

    lesson: Lesson
    index: int = 0
    furthest: int = 0
    settled: frozenset[str] = frozenset()
    """Questions that were answered, and predictions that were made or skipped."""
    ran: frozenset[str] = frozenset()
    """Settings that were run, or whose run was skipped."""

    @property
    def step(self) -> Step:
        """The current step."""
        return self.lesson.steps[self.index]

    @property
    def last(self) -> bool:
        """Whether this is the last step."""
        return self.index == len(self.lesson.steps) - 1

    @property
    def done(self) -> bool:
        """Whether the last step has been reached."""
        return self.furthest == len(self.lesson.steps) - 1

    @property
    def minutes_left(self) -> int:
        """About how many minutes the rest takes, at least one before the last step."""
        if self.last:
            return 0
        left = len(self.lesson.steps) - 1 - self.index
        return max(1, round(self.lesson.minutes * left / max(1, len(self.lesson.steps) - 1)))

    def to(self, index: int) -> Walk:
        """The walk at another step, the nearest that exists."""
        index = max(0, min(len(self.lesson.steps) - 1, index))
        return replace(self, index=index, furthest=max(self.furthest, index))

    def settle(self, question: str) -> Walk:
        """The walk with a question answered, or a prediction made or skipped."""
        return replace(self, settled=self.settled | {question})

    def unsettle(self, question: str) -> Walk:
        """The walk with a prediction taken back."""
        return replace(self, settled=self.settled - {question})

    def run(self, setting: str) -> Walk:
        """The walk with a setting run, or its run skipped."""
        return replace(self, ran=self.ran | {setting})

    def gate(self, setting: str) -> str | None:
        """The first prediction, of those reached, that a run of this setting waits for."""
        reached = max(self.furthest, self.run_of(setting, start=0))
        asked = (step.ref for step in self.lesson.steps[: reached + 1] if step.kind == "predict")
        return next(
            (each for each in asked if each not in self.settled and self._decides(setting, each)), None
        )

    def run_of(self, setting: str, *, start: int) -> int:
        """The place of the first step from `start` on that runs this setting; `start` if none does."""
        wanted = ("experiment", setting)
        steps = list(enumerate(self.lesson.steps))[start:]
        return next((place for place, each in steps if (each.kind, each.ref) == wanted), start)

    def setting_of(self, index: int) -> str | None:
        """The step's own setting or its prediction's, else the last one before it, or the first."""
        settings = [self._own_setting(step) for step in self.lesson.steps]
        before = (each for each in reversed(settings[: index + 1]) if each)
        return next(before, None) or next(filter(None, settings), None)

    def waits_for(self, index: int) -> Wait | None:
        """What the step waits for: an experiment for its prediction, an explanation for its run."""
        step, setting = self.lesson.steps[index], self.setting_of(index)
        if setting is None:
            return None
        if step.kind == "experiment" and (question := self.gate(setting)):
            return Wait("prediction", question)
        return Wait("run", setting) if step.kind == "explain" and setting not in self.ran else None

    def open_questions(self) -> tuple[str, ...]:
        """Questions of steps already reached that have no answer, in the order of the script."""
        return tuple(dict.fromkeys(self._asked(range(self.furthest + 1))))

    def _own_setting(self, step: Step) -> str | None:
        """The setting of an experiment or of a prediction."""
        if step.kind == "predict":
            question = self.lesson.question(step.ref)
            return question.setting if isinstance(question, Prediction | Curve) else None
        return step.ref if step.kind == "experiment" else None

    def _decides(self, setting: str, question_id: str) -> bool:
        """Whether a run of this setting decides the prediction."""
        question = self.lesson.question(question_id)
        return isinstance(question, Prediction | Curve) and question.setting == setting

    def _asked(self, places: Iterable[int]) -> Iterable[str]:
        steps = (self.lesson.steps[place] for place in places)
        return (s.ref for s in steps if s.kind in ("question", "predict") and s.ref not in self.settled)
