"""What is drawn afresh for each attempt: numbers, scores, points, the seed of a run; all from one seed."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from tutor.course.costs import telling
from tutor.course.drawn_text import fill_drawn, numbers_of, plain_number
from tutor.course.expression import parse
from tutor.course.question import (
    ByHand,
    Draws,
    GuessModel,
    Question,
    ReadPlot,
    Scores,
    Split,
    Threshold,
    Worked,
)
from tutor.run import Scalar

RUN_SEEDS = 5
"""The seeds, from 0, that a drawn run may have: those that `mltutor check` has proven."""

TRIES = 1000
"""How often numbers are drawn before `where` counts as impossible."""


TURNS = 50
"""How often something is drawn again before it counts as good enough."""


@dataclass(frozen=True, slots=True)
class Point:
    """A drawn point in the unit square and the place of the centre that it was drawn around."""

    x: float
    y: float
    group: int


def draw_of(question: str, attempt: int) -> int:
    """The seed of an attempt (from 0) at a question (its id): the same on every machine."""
    text = f"{question}\x00{attempt}".encode()
    return int.from_bytes(hashlib.blake2b(text, digest_size=4).digest()) >> 1


def draws_afresh(question: Question) -> bool:
    """Whether each attempt has numbers, scores, points or a figure of its own."""
    return isinstance(question, ByHand | Threshold | Split | ReadPlot | GuessModel)


def draw_for(question: Question, attempt: int) -> int:
    """The seed of an attempt (from 0) such that it differs from the attempt before; 0 if nothing is drawn."""
    if not draws_afresh(question):
        return 0
    draw = draw_of(question.id, 0)
    for place in range(1, attempt + 1):
        before = _drawn(question, draw)
        seeds = (draw_of(question.id + "+" * turn, place) for turn in range(TURNS))
        draw = next((seed for seed in seeds if _drawn(question, seed) != before), draw)
    return draw


def variant(question: Question, draw: int) -> Question:
    """The question as the seed `draw` makes it; only a calculation by hand changes.

    Its draws are narrowed to the one number each, its texts are filled, and each line of the worked
    solution gets its numbers.
    """
    if not isinstance(question, ByHand):
        return question
    drawn = numbers(question.draws, question.id, draw)
    return replace(
        question,
        draws=Draws({name: (value,) for name, value in drawn.items()}),
        stem=fill_drawn(question.stem, drawn),
        explain=fill_drawn(question.explain, drawn),
        hint=fill_drawn(question.hint, drawn),
        worked=tuple(_worked(each, drawn) for each in question.worked),
        slips=tuple(replace(each, why=fill_drawn(each.why, drawn)) for each in question.slips),
    )


def numbers(draws: Draws, name: str, draw: int) -> dict[str, Scalar]:
    """A value for each name such that every `where` holds; raises ValueError if none is found."""
    chance = random.Random(f"{draw}:{name}")
    for _ in range(TRIES):
        drawn = {each: chance.choice(values) for each, values in draws.numbers.items()}
        scope = numbers_of(drawn)
        if all(parse(each).holds(scope) for each in draws.where):
            return drawn
    raise ValueError(f"no numbers of {name} make {' and '.join(draws.where)} hold; offer others")


def fixed(draws: Draws) -> dict[str, float]:
    """The numbers of draws that were narrowed to one value each."""
    return numbers_of({name: values[0] for name, values in draws.numbers.items()})


def run_seed(draw: int) -> int:
    """The seed of the run of a plot or of a model to be guessed."""
    return draw % RUN_SEEDS


def drawn_choice(question: GuessModel, draw: int) -> int:
    """The place of the choice whose setting draws the figure."""
    return random.Random(f"{draw}:{question.id}").randrange(len(question.choices))


@lru_cache(maxsize=32)
def scores(question: Threshold, draw: int) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """The scores of the positive and of the negative cases, each ascending.

    They are drawn again as long as one half is about the cheapest threshold.
    """
    chance = random.Random(f"{draw}:{question.id}")
    for _ in range(TURNS):
        drawn = _scores(question.positive, chance), _scores(question.negative, chance)
        if telling(question, drawn):
            break
    return drawn


@lru_cache(maxsize=32)
def points(question: Split, draw: int) -> tuple[Point, ...]:
    """The points, as many around each centre as around the others, up to one."""
    chance = random.Random(f"{draw}:{question.id}")
    drawn = []
    for place in range(question.n):
        group = place % len(question.centres)
        x, y = (_clipped(chance.gauss(middle, question.spread)) for middle in question.centres[group])
        drawn.append(Point(x, y, group))
    return tuple(drawn)


def _drawn(question: Question, draw: int) -> object:
    """What tells one attempt from another."""
    match question:
        case ByHand():
            return numbers(question.draws, question.id, draw)
        case ReadPlot():
            return run_seed(draw)
        case GuessModel():
            return drawn_choice(question, draw), run_seed(draw)
    return draw


def _scores(drawn: Scores, chance: random.Random) -> tuple[float, ...]:
    """One class's scores, ascending."""
    return tuple(sorted(_clipped(chance.gauss(drawn.mean, drawn.sd)) for _ in range(drawn.n)))


def _clipped(value: float) -> float:
    """The value in [0, 1] in hundredths: whoever places something by hand places no finer."""
    return round(min(1.0, max(0.0, value)), 2)


def _worked(line: Worked, drawn: Mapping[str, Scalar]) -> Worked:
    """A line of the worked solution, its value as `arithmetic = result`."""
    says = fill_drawn(line.says, drawn)
    if not line.value:
        return Worked(says)
    expression = parse(line.value)
    result = plain_number(round(expression.number(numbers_of(drawn)), 10))
    text = expression.with_numbers(drawn)
    return Worked(says, result if text == result else f"{text} = {result}")
