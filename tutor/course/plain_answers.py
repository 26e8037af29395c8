"""The answers to questions as plain text, and why they are right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tutor.course.costs import cheapest
from tutor.course.draws import drawn_choice, fixed, points, run_seed, scores
from tutor.course.expression import parse, scope
from tutor.course.model import Lesson
from tutor.course.partition import best_centres, best_split
from tutor.course.plain_prose import plain_prose, stripped, wrapped
from tutor.course.plain_questions import as_drawn, in_alphabet, letter
from tutor.course.question import (
    Blank,
    Bug,
    ByHand,
    Choice,
    Curve,
    FreeText,
    GuessModel,
    Match,
    MultipleChoice,
    Numeric,
    Order,
    Output,
    Prediction,
    Question,
    ReadPlot,
    SingleChoice,
    Slip,
    Split,
    Threshold,
)


def plain_answer(lesson: Lesson, question: Question, number: int) -> str:
    """The answer to a question, why it is right, and what to say to each option, slip or part."""
    drawn, draw = as_drawn(question)
    right = wrapped(_right(lesson, drawn, draw), f"{number}. ")
    proof = [wrapped(f"See: mltutor run {lesson.id}/{drawn.proof}")] if drawn.proof else []
    return "\n".join((right, plain_prose(drawn.explain), *_reasons(lesson, drawn), *proof))


def _right(lesson: Lesson, question: Question, draw: int) -> str:
    """What is right."""
    names = scope(lesson.recorded)
    match question:
        case SingleChoice() | MultipleChoice() | Output():
            return _letters(question.choices)
        case Numeric():
            return f"{_key(question.key, names)} {question.unit}".rstrip()
        case ByHand():
            return f"{_key(question.key, fixed(question.draws))} {question.unit}".rstrip()
        case Prediction() | ReadPlot():
            return f"{_came_true(lesson, question)} (mltutor run {lesson.id}/{question.setting} decides)"
        case GuessModel():
            right = drawn_choice(question, draw)
            setting = question.choices[right].setting
            run = f"mltutor run {lesson.id}/{setting} --seed {run_seed(draw)}"
            return f"{letter(right)} if the figure is that of {run}"
        case Order():
            shown = in_alphabet(question.steps)
            return ", ".join(letter(shown.index(place)) for place in range(len(question.steps)))
        case Match():
            shown = in_alphabet(question.rights)
            pairs = (f"{at + 1} {letter(shown.index(at))}" for at in range(len(question.pairs)))
            return ", ".join(pairs)
        case Blank():
            return " and ".join(each[0] for each in question.accepts)
        case Bug():
            lines = ", ".join(str(each) for each in question.lines)
            return f"Line {lines}; {_letters(question.choices)}"
    return _placed(lesson, question, draw)


def _placed(lesson: Lesson, question: Curve | Threshold | Split | FreeText, draw: int) -> str:
    """What is right where something is drawn, placed or written."""
    match question:
        case Curve():
            return f"mltutor run {lesson.id}/{question.setting} draws it"
        case Threshold():
            place, cost = cheapest(question, scores(question, draw))
            return f"{place:.2f}, which costs {cost:g} {question.unit}".rstrip()
        case Split(task="split"):
            feature, value, gain = best_split(question, points(question, draw))
            return f"x{feature + 1} at {value:.2f}, which gains {gain:.3f}"
        case Split():
            centres = best_centres(question, points(question, draw), draw)
            return " ".join(f"({x:.2f}, {y:.2f})" for x, y in sorted(centres))
        case FreeText():
            return stripped(question.model_answer)


def _reasons(lesson: Lesson, question: Question) -> list[str]:
    """What to say to each option, slip or part."""
    match question:
        case SingleChoice() | MultipleChoice() | Prediction() | Output() | Bug() | ReadPlot() | GuessModel():
            return [
                wrapped(stripped(choice.why), f"{letter(place)}) ")
                for place, choice in enumerate(question.choices)
            ]
        case Numeric():
            return _slips(question.slips, scope(lesson.recorded))
        case ByHand():
            names = fixed(question.draws)
            steps = (
                f"{line.says.rstrip(' :.')}: `{line.value}`" if line.value else line.says
                for line in question.worked
            )
            return [*(wrapped(stripped(each), "- ") for each in steps), *_slips(question.slips, names)]
        case Match():
            return [
                wrapped(stripped(pair.why), f"{place}. ")
                for place, pair in enumerate(question.pairs, start=1)
            ]
        case Blank():
            return [wrapped(f"{slip.key}: {stripped(slip.why)}", "- ") for slip in question.slips]
        case FreeText():
            return [wrapped(stripped(point), "- ") for point in question.points]
    return []


def _slips(slips: Sequence[Slip], names: Mapping[str, float]) -> list[str]:
    """Wrong numbers and how one gets there."""
    return [wrapped(f"{_key(slip.key, names)}: {stripped(slip.why)}", "- ") for slip in slips]


def _came_true(lesson: Lesson, question: Prediction | ReadPlot) -> str:
    """What the recorded run answers: a number or letters; `?` while its numbers are not recorded."""
    names = scope(lesson.recorded, lesson.recorded.get(question.setting))
    try:
        if question.key:
            return f"{_key(question.key, names)} {question.unit}".rstrip()
        true = [letter(at) for at, choice in enumerate(question.choices) if parse(choice.when).holds(names)]
    except ValueError:
        return "?"
    return ", ".join(true)


def _letters(choices: Sequence[Choice]) -> str:
    """The letters of the right options."""
    return ", ".join(letter(at) for at, choice in enumerate(choices) if choice.right)


def _key(key: str, names: Mapping[str, float]) -> str:
    """What a key comes to, or `?` while its numbers are not recorded."""
    try:
        value = parse(key).number(names)
    except ValueError:
        return "?"
    return f"{value:.0f}" if abs(value) >= 1000 else f"{value:.4g}"
