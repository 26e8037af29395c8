"""Misconceptions in an answer: like an anchor, more than like the right thing, and not denied."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache

from tutor.course.rubric import KeyPoint, Rubric, WrongBelief
from tutor.grading.freetext.judgement import Believed
from tutor.grading.freetext.match import Match, Text, match, prepare
from tutor.grading.freetext.points import Read
from tutor.grading.freetext.polarity import framed

LIKE = 0.72
"""How like an anchor a stretch must be for a misconception to be reported."""
MAYBE = 0.60
"""… to be worth checking."""
MARGIN = 0.06
"""How much more like it than like the right thing that sounds alike."""


def believed(rubric: Rubric, windows: Sequence[Read], asked: Collection[str]) -> Iterator[Believed]:
    """The misconceptions that are heard."""
    for belief in rubric.misconceptions:
        right = _right(rubric, belief)
        best, where = 0.0, ""
        for each in windows:
            if each.bag or each.window.span != "sentence" or framed(each.window.text):
                continue
            like = max(map(_like, _matches(each.text, belief.anchors, asked)), default=0.0)
            if right is not None:
                sound = max(map(_like, _matches(each.text, (*right.anchors, right.say), asked)), default=0.0)
                like = like if like > sound + MARGIN else min(like, MAYBE - 0.01)
            if like > best:
                best, where = like, each.window.text
        if best >= MAYBE:
            yield Believed(belief.id, best >= LIKE, where)


def _right(rubric: Rubric, belief: WrongBelief) -> KeyPoint | None:
    """The point that sounds like the misconception."""
    return rubric.point(belief.confusable_with) if belief.confusable_with else None


def _matches(text: Text, anchors: tuple[str, ...], asked: Collection[str]) -> Iterator[Match]:
    """The window against each anchor."""
    return (match(text, anchor, asked) for anchor in _texts(anchors))


def _like(found: Match) -> float:
    """How like an anchor a window is; nothing if it is turned."""
    if found.turned > 0.15:
        return 0.0
    return 0.75 * found.recall + 0.15 * found.precision + 0.1 * found.pairs


@lru_cache(4_000)
def _texts(anchors: tuple[str, ...]) -> tuple[Text, ...]:
    """Anchors, read once."""
    return tuple(map(prepare, anchors))
