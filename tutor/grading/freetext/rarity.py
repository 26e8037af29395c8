"""How much a word tells: the rarer in our own lessons, the more."""

from __future__ import annotations

import math
from functools import cache
from importlib.resources import files


@cache
def _counts() -> tuple[int, dict[str, int]]:
    """Paragraphs in all, and in how many of them each stem occurs."""
    first, *rest = files("tutor.grading.freetext").joinpath("counts.txt").read_text("utf-8").splitlines()
    pairs = (line.split() for line in rest)
    return int(first), {stem: int(count) for stem, count in pairs}


@cache
def rarity(stem: str) -> float:
    """Inverse document frequency, ln((N + 1) / (n + 1/2)) scaled to 1 for a stem that occurs nowhere."""
    total, counts = _counts()
    return math.log((total + 1) / (counts.get(stem, 0) + 0.5)) / math.log(2 * (total + 1))
