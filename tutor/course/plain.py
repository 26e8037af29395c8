"""A whole lesson as linear plain text, for screen readers and pipes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tutor.course.expression import parse, scope
from tutor.course.model import (
    Choice,
    Correction,
    Lesson,
    MultipleChoice,
    Numeric,
    Prediction,
    Question,
    SingleChoice,
    Step,
)
from tutor.course.plain_prose import plain_prose, stripped, wrapped


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
        parts.extend(_answer(lesson, question, number) for question, number in questions.values())
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
            yield from _question(question)
        case "experiment":
            yield f"Experiment: {step.title}"
            yield _experiment(lesson, step.ref)
            yield plain_prose(step.prose)
        case "correction":
            yield plain_prose(step.prose)
            yield _correction(lesson.correction(step.ref))
        case _:
            yield step.title
            yield plain_prose(step.prose)


def _question(question: Question) -> Iterator[str]:
    """What is asked, and the lettered options."""
    yield plain_prose(question.stem)
    match question:
        case Numeric() | Prediction(choices=()):
            yield f"Answer with a number{f' ({question.unit})' if question.unit else ''}."
        case SingleChoice() | MultipleChoice() | Prediction():
            if question.kind == "multiple":
                yield "Pick all that are right."
            yield "\n".join(
                wrapped(choice.text, f"{_letter(place)}) ") for place, choice in enumerate(question.choices)
            )


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


def _answer(lesson: Lesson, question: Question, number: int) -> str:
    """The answer to a question, why it is right, and what to say to each option or slip."""
    names = scope(lesson.recorded)
    match question:
        case SingleChoice() | MultipleChoice():
            right = ", ".join(_letter(at) for at, choice in enumerate(question.choices) if choice.right)
            reasons = _reasons(question.choices)
        case Numeric():
            right = f"{_key(question.key, names)} {question.unit}".rstrip()
            reasons = [
                wrapped(f"{_key(slip.key, names)}: {stripped(slip.why)}", "- ") for slip in question.slips
            ]
        case Prediction():
            right = f"{_came_true(lesson, question)} (mltutor run {lesson.id}/{question.setting} decides)"
            reasons = _reasons(question.choices)
    return "\n".join((wrapped(right, f"{number}. "), plain_prose(question.explain), *reasons))


def _came_true(lesson: Lesson, question: Prediction) -> str:
    """What the recorded run answers: a number or letters; `?` while its numbers are not recorded."""
    names = scope(lesson.recorded, lesson.recorded.get(question.setting))
    try:
        if question.key:
            return f"{_key(question.key, names)} {question.unit}".rstrip()
        true = [_letter(at) for at, choice in enumerate(question.choices) if parse(choice.when).holds(names)]
    except ValueError:
        return "?"
    return ", ".join(true)


def _reasons(choices: tuple[Choice, ...]) -> list[str]:
    """The reason for each option."""
    return [wrapped(stripped(choice.why), f"{_letter(place)}) ") for place, choice in enumerate(choices)]


def _key(key: str, names: Mapping[str, float]) -> str:
    """What a key comes to, or `?` while its numbers are not recorded."""
    try:
        value = parse(key).number(names)
    except ValueError:
        return "?"
    return f"{value:.0f}" if abs(value) >= 1000 else f"{value:.4g}"


def _letter(place: int) -> str:
    """A for the first option, B for the second, and so on."""
    return chr(ord("A") + place)
