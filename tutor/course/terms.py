"""Glossary terms marked in prose: `[[gini impurity]]`, or `[[shown text|gini impurity]]`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tutor.course.placeholder import CODE

MARK = re.compile(r"\[\[(?=[^\W\d_])([^\[\]|]+)(?:\|([^\[\]|]+))?\]\]")


@dataclass(frozen=True, slots=True)
class Marked:
    """One mark: the words that are shown, the term that is meant, and its line (from 0) in the text."""

    shown: str
    term: str
    line: int


def marked(text: str) -> Iterator[Marked]:
    """The marks of a Markdown text in order; what stands in code is none."""
    for found in _marks(text):
        yield Marked(found[1], spaced(found[2] or found[1]), text.count("\n", 0, found.start()))


def unmarked(text: str) -> str:
    """The text with each mark replaced by the words that it shows."""
    parts = []
    at = 0
    for found in _marks(text):
        parts += [text[at : found.start()], found[1]]
        at = found.end()
    return "".join((*parts, text[at:]))


def spaced(term: str) -> str:
    """The term with single spaces, wherever its line was broken."""
    return " ".join(term.split())


def _marks(text: str) -> Iterator[re.Match[str]]:
    """The marks outside code."""
    at = 0
    for code in CODE.finditer(text):
        yield from MARK.finditer(text, at, code.start())
        at = code.end()
    yield from MARK.finditer(text, at)
