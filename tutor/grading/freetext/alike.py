"""How alike two stems are: equal, the same word spelt otherwise, or words of one meaning."""

from __future__ import annotations

from difflib import SequenceMatcher
from functools import cache, lru_cache
from importlib.resources import files

from tutor.grading.freetext.words import stem

SPELT = 0.8
"""Worth of a word that begins alike or is misspelt."""
MEANT = 0.85
"""Worth of a word of the same meaning."""
ENOUGH = 0.8
"""Share of common letters from which on two words are the same, misspelt."""


@cache
def _meanings() -> dict[str, frozenset[int]]:
    """The groups of `synonyms.txt` (a line each) that a stem stands in."""
    groups: dict[str, set[int]] = {}
    lines = files("tutor.grading.freetext").joinpath("synonyms.txt").read_text("utf-8").splitlines()
    for number, line in enumerate(lines):
        for word in line.split():
            groups.setdefault(stem(word), set()).add(number)
    return {each: frozenset(numbers) for each, numbers in groups.items()}


def meanings(stem: str) -> frozenset[int]:
    """The groups of words of one meaning that a stem stands in, by number."""
    return _meanings().get(stem, frozenset())


@lru_cache(200_000)
def alike(one: str, other: str) -> float:
    """Between 0 and 1; symmetric."""
    if one == other:
        return 1.0
    if meanings(one) & meanings(other):
        return MEANT
    short, long = sorted((one, other), key=len)
    if len(short) < 4 or short[0].isdigit() or long[0].isdigit():
        return 0.0
    if long.startswith(short):
        return SPELT
    if short[0] != long[0] or len(long) - len(short) > 2:
        return 0.0
    return SPELT if _misspelt(short, long) else 0.0


def _misspelt(short: str, long: str) -> bool:
    """Whether four fifths of the letters of both stand in one order; the bound that is quick comes first."""
    matcher = SequenceMatcher(None, short, long, autojunk=False)
    return matcher.quick_ratio() >= ENOUGH and matcher.ratio() >= ENOUGH


@lru_cache(200_000)
def nearest(one: str, others: frozenset[str]) -> float:
    """How alike `one` is to the nearest of the others."""
    if one in others:
        return 1.0
    return max((alike(one, other) for other in others), default=0.0)
