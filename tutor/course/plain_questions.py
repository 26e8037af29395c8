"""What questions ask, as plain text."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from tutor.course.draws import draw_for, points, scores, variant
from tutor.course.plain_prose import plain_prose, stripped, wrapped
from tutor.course.question import (
    GAP,
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
    Split,
    Threshold,
)

BINS = 10


def as_drawn(question: Question) -> tuple[Question, int]:
    """The question as the first attempt draws it, and the seed of that."""
    draw = draw_for(question, 0)
    return variant(question, draw), draw


def plain_question(question: Question, lesson: str) -> Iterator[str]:
    """The paragraphs of what is asked: the stem, then the options or what else there is to answer with."""
    drawn, draw = as_drawn(question)
    yield plain_prose(drawn.stem)
    match drawn:
        case SingleChoice() | MultipleChoice() | Prediction() | Output() if drawn.choices:
            if isinstance(drawn, Output):
                yield textwrap.indent(drawn.code, "    ")
            if isinstance(drawn, MultipleChoice):
                yield "Pick all that are right."
            yield _options(drawn.choices)
        case Numeric() | Prediction() | ByHand():
            yield _number(drawn.unit)
        case ReadPlot():
            yield wrapped(f"Look at figure {drawn.figure + 1} of: mltutor run {lesson}/{drawn.setting}")
            yield _options(drawn.choices) if drawn.choices else _number(drawn.unit)
        case GuessModel():
            yield "One of these runs is drawn without its title; look at how they differ."
            yield "\n".join(
                wrapped(f"{choice.text}: mltutor run {lesson}/{choice.setting}", f"{letter(place)}) ")
                for place, choice in enumerate(drawn.choices)
            )
        case Order():
            yield "Put the steps in order."
            yield "\n".join(
                wrapped(stripped(drawn.steps[place]), f"{letter(at)}) ")
                for at, place in enumerate(in_alphabet(drawn.steps))
            )
        case Match():
            yield from _match(drawn)
        case Blank():
            yield f"Fill each {GAP}."
            yield textwrap.indent(drawn.code, "    ")
        case Bug():
            yield "Name the line, then the reason."
            yield numbered(drawn.code)
            yield _options(drawn.choices)
    if isinstance(drawn, Curve | Threshold | Split | FreeText):
        yield from _placed(drawn, draw)


def numbered(code: str) -> str:
    """Code with the number of each line."""
    return "\n".join(f"{number:4} {line}".rstrip() for number, line in enumerate(code.splitlines(), start=1))


def in_alphabet(texts: Sequence[str]) -> list[int]:
    """The places of the texts in the order of the alphabet; the other way round if that is how they stand."""
    places = sorted(range(len(texts)), key=lambda place: texts[place].casefold())
    return places[::-1] if places == sorted(places) else places


def letter(place: int) -> str:
    """A for the first option, B for the second, and so on."""
    return chr(ord("A") + place)


def _options(choices: Sequence[Choice]) -> str:
    """The lettered options; one of several lines keeps them."""
    lines = []
    for place, choice in enumerate(choices):
        if "\n" in choice.text:
            lines += [f"{letter(place)})", textwrap.indent(choice.text, "    ")]
        else:
            lines.append(wrapped(choice.text, f"{letter(place)}) "))
    return "\n".join(lines)


def _number(unit: str) -> str:
    """That a number is asked for."""
    return f"Answer with a number{f' ({unit})' if unit else ''}."


def _match(question: Match) -> Iterator[str]:
    """The left sides by number and the right sides by letter."""
    yield "Give each its partner." + (" Some letters are left over." if question.decoys else "")
    yield "\n".join(
        wrapped(stripped(pair.left), f"{number}. ") for number, pair in enumerate(question.pairs, start=1)
    )
    yield "\n".join(
        wrapped(stripped(question.rights[place]), f"{letter(at)}) ")
        for at, place in enumerate(in_alphabet(question.rights))
    )


def _placed(question: Curve | Threshold | Split | FreeText, draw: int) -> Iterator[str]:
    """What is to be drawn, placed or written."""
    match question:
        case Curve():
            places = ", ".join(f"{x:g}" for x in question.x)
            yield wrapped(
                f"Say how high “{question.line}” stands, from {question.low:g} to {question.high:g}, "
                f"at each of {places}."
            )
        case Threshold():
            yield wrapped(
                f"A false alarm costs {question.false_positive:g} {question.unit}".rstrip()
                + f", a missed case {question.false_negative:g} {question.unit}".rstrip()
                + ". Which threshold costs least? A score from it on counts as positive."
            )
            yield _histogram(*scores(question, draw))
        case Split():
            yield _task(question)
            drawn = points(question, draw)
            for group in range(len(question.centres)) if question.task == "split" else [None]:
                pairs = [f"({each.x:.2f}, {each.y:.2f})" for each in drawn if group in (None, each.group)]
                yield wrapped(" ".join(pairs), "" if group is None else f"Class {group + 1}: ")
        case FreeText():
            yield f"Answer in a few sentences, with at most {question.longest} characters."


def _task(question: Split) -> str:
    """What is to be placed."""
    if question.task == "split":
        impurity = "entropy" if question.criterion == "entropy" else "Gini impurity"
        return wrapped(
            f"Choose x1 or x2 and a value so that splitting there lowers the {impurity} most. "
            "The points (x1, x2):"
        )
    return f"Place {len(question.centres)} centroids. The points (x1, x2):"


def _histogram(positive: Sequence[float], negative: Sequence[float]) -> str:
    """How many scores of each class lie in each tenth."""
    rows = ["score       positive  negative"]
    for place in range(BINS):
        counts = [
            sum(min(BINS - 1, int(each * BINS)) == place for each in scored)
            for scored in (positive, negative)
        ]
        rows.append(f"{place / BINS:.1f} to {(place + 1) / BINS:.1f}  {counts[0]:8}  {counts[1]:8}")
    return "\n".join(rows)
