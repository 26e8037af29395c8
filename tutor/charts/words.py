"""Words in a grid of cells: how wide they are, and how they are cut."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

UNPRINTABLE = {"Cc", "Cf", "Cs", "Zl", "Zp"}
ELLIPSIS = "…"


@lru_cache(maxsize=4096)
def printable(character: str) -> str:
    """The character itself, a space for white space, `�` for what would control a terminal."""
    if character.isspace():
        return " "
    return "�" if unicodedata.category(character) in UNPRINTABLE else character


@lru_cache(maxsize=4096)
def columns(character: str) -> int:
    """How many cells a printable character takes: 0, 1 or 2."""
    if unicodedata.category(character) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def clean(text: str) -> str:
    """`text` as it may be printed."""
    return "".join(map(printable, text))


def width(text: str) -> int:
    """How many cells a clean text takes."""
    return sum(map(columns, text))


def clip(text: str, room: int) -> str:
    """A clean text in at most `room` cells; what is cut ends in an ellipsis."""
    if width(text) <= room:
        return text
    if room < 1:
        return ""
    kept, used = [], 1
    for character in text:
        used += columns(character)
        if used > room:
            break
        kept.append(character)
    return "".join(kept).rstrip() + ELLIPSIS


def wrap(text: str, room: int, most: int) -> list[str]:
    """A clean text as at most `most` lines of `room` cells, broken between words; the last may be clipped."""
    lines: list[str] = []
    rest = text.split()
    while rest and len(lines) < most - 1:
        line = rest.pop(0)
        while rest and width(line) + 1 + width(rest[0]) <= room:
            line += " " + rest.pop(0)
        lines.append(clip(line, room))
    return [*lines, clip(" ".join(rest), room)] if rest else lines


def pad(text: str, room: int, *, right: bool = False) -> str:
    """A clean text clipped or filled with spaces to exactly `room` cells; `right` aligns it there."""
    text = clip(text, room)
    gap = " " * (room - width(text))
    return gap + text if right else text + gap
