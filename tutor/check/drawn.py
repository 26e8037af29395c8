"""Questions that draw: over many attempts nothing is degenerate, and no slip counts as right."""

from __future__ import annotations

from collections.abc import Iterator

from tutor.check.problem import Problem
from tutor.check.source import Source
from tutor.course.costs import telling
from tutor.course.draws import draw_of, fixed, points, scores, variant
from tutor.course.expression import parse
from tutor.course.lines import TablePath
from tutor.course.partition import best_centres, best_split, inertia
from tutor.course.question import ByHand, Question, Split, Threshold
from tutor.grading.numeric import within

ATTEMPTS = 200
"""How many attempts are drawn."""

SEARCHES = 10
"""Attempts for which centroids are searched: that takes its time."""

LARGEST = 1e9
"""Nobody calculates beyond this by hand."""

LEAST_GAIN = 0.05
"""A best split that gains less shows nothing."""

LOOSEST = 0.6
"""Points left with more than this share of the inertia of a single centroid lie in no clusters."""


def check_draws(source: Source) -> Iterator[Problem]:
    """Problems of the questions whose numbers, scores or points are drawn."""
    for place, question in enumerate(source.lesson.questions):
        path: TablePath = ("questions", place)
        for attempt in range(ATTEMPTS):
            message = _degenerate(question, attempt)
            if message:
                yield source.problem(path, f"{question.id}, attempt {attempt + 1}: {message}")
                break


def _degenerate(question: Question, attempt: int) -> str:
    """What is wrong with one attempt; empty if nothing is."""
    draw = draw_of(question.id, attempt)
    match question:
        case ByHand():
            return _hand(question, draw)
        case Threshold():
            right = telling(question, scores(question, draw))
            return "" if right else "one half is as good a threshold as any; move the classes or the costs"
        case Split(task="split"):
            gain = best_split(question, points(question, draw))[2]
            return (
                "" if gain >= LEAST_GAIN else f"the best split gains only {gain:.3f}; move the centres apart"
            )
        case Split() if attempt < SEARCHES:
            drawn = points(question, draw)
            middle = sum(each.x for each in drawn) / len(drawn), sum(each.y for each in drawn) / len(drawn)
            left = inertia(drawn, best_centres(question, drawn, draw)) / inertia(drawn, [middle])
            return "" if left < LOOSEST else "the points lie in no clusters; move the centres apart"
    return ""


def _hand(question: ByHand, draw: int) -> str:
    """What is wrong with one calculation by hand."""
    try:
        asked = variant(question, draw)
        if not isinstance(asked, ByHand):
            return ""
        drawn = fixed(asked.draws)
        key = parse(asked.key).number(drawn)
        slips = [parse(slip.key).number(drawn) for slip in asked.slips]
    except ValueError as fault:
        return str(fault)
    told = ", ".join(f"{name} = {value:g}" for name, value in drawn.items())
    if abs(key) > LARGEST:
        return f"the key is {key:g} ({told}); draw smaller numbers"
    for slip, value in zip(asked.slips, slips, strict=True):
        if within(value, key, asked.abs_tol, asked.rel_tol):
            return f"the slip {slip.key} counts as right ({told}); narrow the tolerance or say 'where'"
    return ""
