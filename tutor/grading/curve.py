"""A drawn curve against the line of the run."""

from __future__ import annotations

import statistics
from collections.abc import Sequence

from tutor.course.question import Curve
from tutor.grading.answer import Drawn
from tutor.grading.evidence import Evidence
from tutor.grading.grade import Feedback, Grade

FULL = 0.9
"""From this score on a curve counts as right: nobody draws the last tenth by eye."""

NEAR = 0.03
"""So near, as a share of the y axis, a curve of the right shape is right."""

FLAT = 0.1
"""How far off, as a share of the y axis, a flat truth may be drawn and still earn something."""

STILL = 0.06
"""Rises and falls below this share of the y axis are no movement."""


def truth(question: Curve, found: Evidence) -> tuple[float, ...]:
    """The heights of the run's line at the question's x; raises ValueError if the run has no such line."""
    points = found.lines.get(question.line, ())
    if not points:
        raise ValueError(f"the run draws no line {question.line!r}")
    return tuple(height_at(sorted(points), x) for x in question.x)


def height_at(points: Sequence[tuple[float, float]], x: float) -> float:
    """The height of the line through the points (ascending in x) at `x`; level beyond its ends."""
    before, after = points[0], points[-1]
    for each in points:
        if each[0] <= x:
            before = each
        else:
            after = each
            break
    if x <= before[0] or after[0] <= before[0]:
        return before[1]
    share = min(1.0, (x - before[0]) / (after[0] - before[0]))
    return before[1] + share * (after[1] - before[1])


def grade_curve(question: Curve, answer: Drawn, found: Evidence) -> Grade:
    """1 − MAE / MAE of the best flat line, in [0, 1]; at least half for the right shape.

    Whole from .9 on, and for the right shape within three percent of the y axis. Where the truth itself is
    flat, a tenth of the y axis stands for the flat line's error.
    """
    real = truth(question, found)
    drawn = [min(question.high, max(question.low, each)) for each in answer.heights]
    seen = [min(question.high, max(question.low, each)) for each in real]
    flat = statistics.median(seen)
    moves, height = shape(question, seen), question.high - question.low
    worst = statistics.fmean(abs(each - flat) for each in seen) if moves else FLAT * height
    error = statistics.fmean(abs(mine - its) for mine, its in zip(drawn, seen, strict=True))
    score = min(1.0, max(0.0, 1 - error / worst))
    alike = shape(question, drawn) == moves
    if alike and moves:
        score = max(score, 0.5)
    if score >= FULL or (alike and error <= NEAR * height):
        score = 1.0
    said = [Feedback("explain", question.explain)]
    if score < 1:
        said += [Feedback("off", words) for words in _off(question, drawn, seen, alike)]
    return Grade(score, score == 1.0, tuple(said), _moves(question, drawn), _moves(question, seen))


def shape(question: Curve, heights: Sequence[float]) -> tuple[str, ...]:
    """Where the curve goes in turn, `rises` or `falls`; small wiggles do not count."""
    room = STILL * (question.high - question.low)
    moves: list[str] = []
    low = high = heights[0]
    for height in heights:
        low, high = min(low, height), max(high, height)
        if height - low > room and moves[-1:] != ["rises"]:
            moves.append("rises")
            high = height
        elif high - height > room and moves[-1:] != ["falls"]:
            moves.append("falls")
            low = height
        if moves[-1:] == ["rises"] and height >= high:
            low = height
        if moves[-1:] == ["falls"] and height <= low:
            high = height
    return tuple(moves)


def _moves(question: Curve, heights: Sequence[float]) -> str:
    """The shape in words, with both ends."""
    moves = ", then ".join(shape(question, heights)) or "stays level"
    return f"{moves}, from {heights[0]:.3g} to {heights[-1]:.3g}"


def _off(question: Curve, drawn: Sequence[float], seen: Sequence[float], alike: bool) -> list[str]:
    """Where the drawn curve goes off, in words."""
    said = []
    if alike:
        said.append("The shape is right; the heights are not yet.")
    else:
        real = ", then ".join(shape(question, seen)) or "stays level"
        mine = ", then ".join(shape(question, drawn)) or "stays level"
        said.append(f"The real curve {real}; yours {mine}.")
    room = STILL * (question.high - question.low)
    for side, words in ((1, "above"), (-1, "below")):
        places = [
            x for x, mine, its in zip(question.x, drawn, seen, strict=True) if side * (mine - its) > room
        ]
        if places:
            where = f"from {places[0]:g} to {places[-1]:g}" if len(places) > 1 else f"at {places[0]:g}"
            said.append(f"Yours runs {words} it {where}.")
    worst = max(range(len(drawn)), key=lambda place: abs(drawn[place] - seen[place]))
    said.append(
        f"The widest gap is at {question.x[worst]:g}: you drew {drawn[worst]:.3g}, it is {seen[worst]:.3g}."
    )
    return said
