"""The nouns of the course, frozen; `loader` makes them from files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias

from tutor.course.exercise import Exercise
from tutor.course.param import Param
from tutor.course.question import Choice, MultipleChoice, Numeric, Prediction, Question, SingleChoice, Slip
from tutor.course.road import Course, LessonSummary, Status, Unit

if TYPE_CHECKING:
    from tutor.run import Scalar

__all__ = [
    "Choice",
    "Claim",
    "Correction",
    "Course",
    "Exercise",
    "Experiment",
    "Lesson",
    "LessonSummary",
    "MultipleChoice",
    "Numeric",
    "Param",
    "Prediction",
    "Question",
    "Setting",
    "SingleChoice",
    "Slip",
    "Status",
    "Step",
    "StepKind",
    "Unit",
]


@dataclass(frozen=True, slots=True)
class Setting:
    """A named choice of params of one experiment; every experiment has one under its own id: the defaults."""

    id: str
    experiment: str
    params: Mapping[str, Scalar] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Claim:
    """What the lesson states about its numbers: words, and a comparison that must hold on every seed."""

    says: str
    test: str


Canvas: TypeAlias = Literal["points", "pixels"]


@dataclass(frozen=True, slots=True)
class Experiment:
    """A scikit-learn experiment of a lesson: its file, its params, its named settings, its claims."""

    id: str
    title: str
    path: Path
    params: tuple[Param, ...]
    settings: tuple[Setting, ...]
    claims: tuple[Claim, ...]
    budget_s: float = 1.0
    canvas: Canvas | None = None
    """What the learner may paint in place of the lesson's data."""

    def source(self) -> str:
        """The experiment's code; raises OSError."""
        return self.path.read_text(encoding="utf-8")

    def defaults(self) -> dict[str, Scalar]:
        """The default of each param by name."""
        return {param.name: param.default for param in self.params}


@dataclass(frozen=True, slots=True)
class Correction:
    """Something often written that is not so."""

    id: str
    often_written: str
    right: str
    as_of: str


StepKind: TypeAlias = Literal[
    "read", "predict", "experiment", "explain", "question", "exercise", "correction", "recap"
]


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the script; `ref` names the question, setting, exercise or correction."""

    id: str
    kind: StepKind
    title: str
    prose: str
    """Markdown, placeholders filled."""
    ref: str = ""


@dataclass(frozen=True, slots=True)
class Lesson:
    """A lesson, opened."""

    id: str
    title: str
    number: str
    folder: Path
    minutes: int
    objectives: tuple[str, ...]
    requires: tuple[str, ...]
    helpful: tuple[str, ...]
    experiments: tuple[Experiment, ...]
    questions: tuple[Question, ...]
    corrections: tuple[Correction, ...]
    steps: tuple[Step, ...]
    recorded: Mapping[str, Mapping[str, float]]
    """Recorded numbers: setting → metric → value."""
    exercises: tuple[Exercise, ...] = ()

    def experiment(self, setting: str) -> Experiment:
        """The experiment that the setting belongs to; raises KeyError."""
        for experiment in self.experiments:
            if any(each.id == setting for each in experiment.settings):
                return experiment
        raise KeyError(setting)

    def params(self, setting: str) -> dict[str, Scalar]:
        """Every param of the setting by name, defaults included; raises KeyError."""
        experiment = self.experiment(setting)
        chosen = next(each for each in experiment.settings if each.id == setting)
        return {**experiment.defaults(), **chosen.params}

    def question(self, question_id: str) -> Question:
        """The question with this id; raises KeyError."""
        for question in self.questions:
            if question.id == question_id:
                return question
        raise KeyError(question_id)

    def correction(self, correction_id: str) -> Correction:
        """The correction with this id; raises KeyError."""
        for correction in self.corrections:
            if correction.id == correction_id:
                return correction
        raise KeyError(correction_id)

    def exercise(self, exercise_id: str) -> Exercise:
        """The exercise with this id; raises KeyError."""
        for exercise in self.exercises:
            if exercise.id == exercise_id:
                return exercise
        raise KeyError(exercise_id)
