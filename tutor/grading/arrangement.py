"""Steps in order: the share of pairs that stand right, beyond what reversing would leave."""

from __future__ import annotations

import itertools
from operator import itemgetter

from tutor.course.question import Order
from tutor.grading.answer import Ordered
from tutor.grading.grade import Feedback, Grade

TOLD = 4
"""The most pairs that are named."""


def grade_order(question: Order, answer: Ordered) -> Grade:
    """max(0, 1 − 2·violated/pairs) over the pairs whose order matters (Kendall's tau, clipped).

    Raises ValueError unless every step stands in the answer once.
    """
    if sorted(answer.places) != list(range(len(question.steps))):
        raise ValueError(f"the {len(question.steps)} steps must all stand in the answer once")
    wrong = violated(question, answer.places)
    pairs = sum(_matters(question, *pair) for pair in itertools.combinations(range(len(question.steps)), 2))
    score = max(0.0, 1 - 2 * len(wrong) / pairs) if pairs else 1.0
    said = [Feedback("explain", question.explain)]
    for first, told in itertools.groupby(wrong[:TOLD], key=itemgetter(0)):
        *others, last = (f"“{question.steps[second]}”" for _, second in told)
        later = f"{', '.join(others)} and {last}" if others else last
        words = f"“{question.steps[first]}” belongs before {later}."
        said.append(Feedback("misplaced", words, question.steps[first]))
    if len(wrong) > TOLD:
        said.append(Feedback("misplaced", f"{len(wrong) - TOLD} more pairs stand the wrong way round."))
    return Grade(
        score=score,
        right=not wrong,
        feedback=tuple(said),
        given=_listed(question, answer.places),
        wanted=_listed(question, tuple(range(len(question.steps)))),
    )


def violated(question: Order, places: tuple[int, ...]) -> tuple[tuple[int, int], ...]:
    """Pairs of steps (first, second) that stand the wrong way round in `places`."""
    stand = {step: at for at, step in enumerate(places)}
    return tuple(
        (first, second)
        for first, second in itertools.combinations(range(len(places)), 2)
        if stand[first] > stand[second] and _matters(question, first, second)
    )


def _matters(question: Order, first: int, second: int) -> bool:
    """Whether the two steps are no peers."""
    return not any(first in group and second in group for group in question.peers)


def _listed(question: Order, places: tuple[int, ...]) -> str:
    """The steps in one line."""
    return " → ".join(question.steps[place] for place in places)
