"""An answer cut into what can carry a point: sentences, clauses, and neighbours together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from tutor.grading.freetext.words import Word, words

SENTENCE = re.compile(r"(?<=[.!?;])\s+|\s*\n\s*|\s+[-•*]\s+")
CLAUSE = re.compile(r"\s*[,:()]\s*|\s+[–—]\s+|\s+(?=(?:but|because|whereas|while|although|so that|which)\b)")
LEAST = 3
"""Words that a clause must have to stand alone."""
MOST = 60
"""Sentences that are looked at; a longer answer is read up to there, which is said."""


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of the answer."""

    text: str
    words: tuple[Word, ...]
    sentence: int
    """The number of the (first) sentence that it lies in, from 0."""
    span: Literal["sentence", "clause", "pair"] = "sentence"
    """A clause may lack its subject, a pair of sentences may have two."""

    @property
    def stems(self) -> frozenset[str]:
        """The stems that carry meaning."""
        return frozenset(word.stem for word in self.words if word.carries)


def sentences(text: str) -> list[str]:
    """The sentences, bullets and lines of a text."""
    return [part.strip() for part in SENTENCE.split(text) if part and part.strip()]


def windows(text: str) -> tuple[Window, ...]:
    """Every sentence, each of its clauses, and each pair of neighbouring sentences."""
    return tuple(_windows(sentences(text)[:MOST]))


def _windows(parts: list[str]) -> Iterator[Window]:
    """The windows of sentences."""
    for place, part in enumerate(parts):
        yield Window(part, words(part), place)
        clauses = [clause for clause in CLAUSE.split(part) if clause and clause.strip()]
        if len(clauses) > 1:
            for clause in clauses:
                found = words(clause)
                if len(found) >= LEAST:
                    yield Window(clause.strip(), found, place, "clause")
        if place + 1 < len(parts):
            both = f"{part} {parts[place + 1]}"
            yield Window(both, words(both), place, "pair")
