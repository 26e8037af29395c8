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
    """The answer to a question, with the reason for each option."""
    lines: list[str] = []
    match question:
        case Prediction(choices=()):
            lines.append(wrapped(f"Run mltutor run {lesson.id}/{question.setting} and read {question.key}."))
        case Numeric():
            lines.append(wrapped(f"{_key(question.key, scope(lesson.recorded))} {question.unit}".strip()))
        case Prediction():
            right = _came_true(lesson, question)
            lines.append(wrapped(f"{right} (the run of {lesson.id}/{question.setting} decides)"))
            lines.extend(_reasons(question.choices))
        case SingleChoice() | MultipleChoice():
            lines.append(", ".join(_letter(at) for at, choice in enumerate(question.choices) if choice.right))
            lines.extend(_reasons(question.choices))
    if isinstance(question, Numeric):
        lines.extend(
            wrapped(f"{_key(slip.key, scope(lesson.recorded))}: {stripped(slip.why)}", "- ")
            for slip in question.slips
        )
    return "\n".join((wrapped(lines[0], f"{number}. "), *lines[1:], plain_prose(question.explain)))


def _came_true(lesson: Lesson, question: Prediction) -> str:
    """The letters of the options that the recorded run makes true; `?` while its numbers are not recorded."""
    names = scope(lesson.recorded, lesson.recorded.get(question.setting))
    try:
        true = [_letter(at) for at, choice in enumerate(question.choices) if parse(choice.when).holds(names)]
    except ValueError:
        return "?"
    return ", ".join(true)


def _reasons(choices: tuple[Choice, ...]) -> list[str]:
    """The reason for each option."""
    return [wrapped(stripped(choice.why), f"{_letter(place)}) ") for place, choice in enumerate(choices)]


def _key(key: str, names: Mapping[str, float]) -> str:
    """What a key comes to, or its own words while its numbers are not recorded."""
    try:
        return f"{parse(key).number(names):.6g}"
    except ValueError:
        return key


def _letter(place: int) -> str:
    """A for the first option, B for the second, and so on."""
    return chr(ord("A") + place)
