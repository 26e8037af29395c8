"""A whole lesson as linear plain text, for screen readers and pipes."""

from __future__ import annotations

from collections.abc import Iterator

from tutor.course.model import Correction, Lesson, Step
from tutor.course.plain_answers import plain_answer
from tutor.course.plain_exercise import plain_exercise, plain_solutions
from tutor.course.plain_prose import plain_prose, stripped, wrapped
from tutor.course.plain_questions import plain_question
from tutor.course.question import Question


def plain_lesson(lesson: Lesson) -> str:
    """The lesson from its title to the answers."""
    questions = _asked(lesson)
    parts = [
        f"{lesson.number} {lesson.title}",
        f"About {lesson.minutes} minutes. Afterwards you can:\n"
        + "\n".join(wrapped(each, "- ") for each in lesson.objectives),
    ]
    for step in lesson.steps:
        parts.extend(_step(lesson, step, questions))
    if questions:
        parts.append("Answers")
        parts.extend(plain_answer(lesson, question, number) for question, number in questions.values())
    for exercise in lesson.exercises:
        parts.extend(plain_solutions(exercise))
    return "\n\n".join(part for part in parts if part) + "\n"


def _asked(lesson: Lesson) -> dict[str, tuple[Question, int]]:
    """The questions by id in the order in which the script asks them, each with its number."""
    refs = dict.fromkeys(step.ref for step in lesson.steps if step.kind in ("question", "predict"))
    return {ref: (lesson.question(ref), number) for number, ref in enumerate(refs, start=1)}


def _step(lesson: Lesson, step: Step, questions: dict[str, tuple[Question, int]]) -> Iterator[str]:
    """The paragraphs of one step."""
    match step.kind:
        case "question" | "predict":
            question, number = questions[step.ref]
            yield f"{'Prediction' if step.kind == 'predict' else 'Question'} {number}"
            yield plain_prose(step.prose)
            yield from plain_question(question, lesson.id)
        case "experiment":
            yield f"Experiment: {step.title}"
            yield _experiment(lesson, step.ref)
            yield plain_prose(step.prose)
        case "exercise":
            yield f"Exercise: {step.title}"
            yield plain_prose(step.prose)
            yield from plain_exercise(lesson.exercise(step.ref))
        case "correction":
            yield plain_prose(step.prose)
            yield _correction(lesson.correction(step.ref))
        case _:
            yield step.title
            yield plain_prose(step.prose)


def _experiment(lesson: Lesson, setting: str) -> str:
    """What to run, and at which params."""
    experiment = lesson.experiment(setting)
    params = lesson.params(setting)
    at = ", ".join(f"{param.label} {params[param.name]}" for param in experiment.params)
    return wrapped(f"Run: mltutor run {lesson.id}/{setting}{f' (with {at})' if at else ''}")


def _correction(correction: Correction) -> str:
    """What is often written, and what is right."""
    return "\n".join(
        (
            wrapped(stripped(correction.often_written), "Often written: "),
            wrapped(stripped(correction.right), f"What is right (as of {correction.as_of}): "),
        )
    )
