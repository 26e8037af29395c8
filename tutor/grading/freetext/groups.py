"""Word groups and numbers of a point: whether a stretch has a word of each group, and the right numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from tutor.course.rubric import KeyPoint
from tutor.grading.freetext.alike import nearest
from tutor.grading.freetext.match import Text
from tutor.grading.freetext.words import stems, words

NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
ALIKE = 0.8
"""How like a member of a group a word must be to stand for it."""
CLOSE = 0.02
"""How far off a number may be, as a share of the right one."""


def grouped(point: KeyPoint, said: Text) -> float:
    """The share of the point's word groups of which a member is said; 0 without groups."""
    if not point.groups:
        return 0.0
    every = [word.stem for word in said.words]
    held = sum(any(_says(member, said, every) for member in group) for group in point.groups)
    return held / len(point.groups)


def numbers_fit(point: KeyPoint, text: str) -> bool:
    """Whether a number that is given is one of the point's, as a fraction or as a percentage."""
    given = [float(each.replace(",", ".")) for each in NUMBER.findall(text)]
    if not point.numbers or not given:
        return True
    wanted = [scale * each for each in point.numbers for scale in (1.0, 100.0, 0.01)]
    return any(abs(one - other) <= CLOSE * max(abs(other), 1e-9) for one in given for other in wanted)


def _says(member: str, said: Text, every: Sequence[str]) -> bool:
    """Whether a word or phrase is said."""
    wanted = _stems(member)
    if len(wanted) == 1:
        return nearest(wanted[0], said.stems) >= ALIKE or wanted[0] in every
    return all(nearest(each, said.stems) >= ALIKE for each in wanted)


@lru_cache(10_000)
def _stems(phrase: str) -> tuple[str, ...]:
    """The stems of a phrase; of its small words if it has no others."""
    return stems(phrase) or tuple(word.stem for word in words(phrase))
