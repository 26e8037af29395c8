"""What the log tells about one lesson: where the learner went, what was run, every answer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from tutor.course.fingerprint import fingerprint
from tutor.course.model import Lesson
from tutor.course.question import Curve, Prediction
from tutor.learner.event import Event, Json
from tutor.learner.walk import Walk

KINDS = ("step-reached", "answered", "prediction-skipped", "ran", "lesson-reset")
"""The kinds of event that `retrace` reads."""


@dataclass(frozen=True, slots=True)
class Answered:
    """One answer as it was given and judged; `metrics` are those of the run that judged a prediction."""

    answer: Json
    score: float
    right: bool
    metrics: Mapping[str, float] = field(default_factory=dict)
    draw: int = 0
    """The seed of what was drawn for it."""
    confidence: int | None = None
    """From 1, a guess, to 4, certain; None if it was not asked."""
    evidence: Json = None
    """What the run showed that judged it, as the sheet wrote it."""


@dataclass(frozen=True, slots=True)
class Trail:
    """A lesson's past: the walk as it stands, and the answers to each question in order."""

    walk: Walk
    answers: Mapping[str, tuple[Answered, ...]] = field(default_factory=dict)
    skipped: frozenset[str] = frozenset()
    metrics: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    """Setting → metrics of its latest run that judged, or could have judged, a prediction."""


def retrace(lesson: Lesson, events: Iterable[Event]) -> Trail:
    """The lesson's past from its events; answers to questions that have changed since are left out."""
    trail = Trail(Walk(lesson))
    for event in events:
        trail = _after(trail, event)
    return trail


def _after(trail: Trail, event: Event) -> Trail:
    """The trail with one event more."""
    body, walk = event.body, trail.walk
    match event.kind:
        case "lesson-reset":
            return Trail(Walk(walk.lesson))
        case "step-reached":
            return replace(trail, walk=walk.to(_place(walk.lesson, body)))
        case "ran" if body.get("status") == "ok":
            setting = str(body.get("setting"))
            numbers = _numbers(body.get("metrics"))
            return replace(trail, walk=walk.run(setting), metrics={**trail.metrics, setting: numbers})
        case "prediction-skipped":
            question = str(body.get("question"))
            return replace(trail, walk=walk.settle(question), skipped=trail.skipped | {question})
        case "answered":
            return _answered(trail, body)
    return trail


def _answered(trail: Trail, body: Mapping[str, Json]) -> Trail:
    """The trail with one answer more, if its question still asks the same."""
    question_id = str(body.get("question"))
    try:
        question = trail.walk.lesson.question(question_id)
    except KeyError:
        return trail
    if body.get("fingerprint") != fingerprint(question):
        return trail
    score = body.get("score")
    metrics = trail.metrics.get(question.setting, {}) if isinstance(question, Prediction | Curve) else {}
    draw, confidence = body.get("draw"), body.get("confidence")
    given = Answered(
        body.get("answer"),
        float(score) if isinstance(score, int | float) else 0.0,
        body.get("right") is True,
        metrics,
        draw if isinstance(draw, int) else 0,
        confidence if isinstance(confidence, int) else None,
        body.get("evidence"),
    )
    answers = {**trail.answers, question_id: (*trail.answers.get(question_id, ()), given)}
    return replace(
        trail,
        walk=trail.walk.settle(question_id),
        answers=answers,
        skipped=trail.skipped - {question_id},
    )


def _place(lesson: Lesson, body: Mapping[str, Json]) -> int:
    """The step's place today: by its id, else by the number it had."""
    ids = [step.id for step in lesson.steps]
    if (step := body.get("step")) in ids:
        return ids.index(str(step))
    index = body.get("index")
    return index if isinstance(index, int) else 0


def _numbers(value: Json) -> dict[str, float]:
    """The numbers of a JSON object."""
    if not isinstance(value, Mapping):
        return {}
    return {name: float(each) for name, each in value.items() if isinstance(each, int | float)}
