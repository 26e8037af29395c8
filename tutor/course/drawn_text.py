"""Drawn numbers in texts: `{n}`, `{p:.0%}` and, worked out, `{= 1 - p :.3f}`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from tutor.course.errors import nearest
from tutor.course.expression import parse
from tutor.course.placeholder import DECIMALS, braces, is_drawn
from tutor.run import Scalar

NAMED = re.compile(r"\s*([a-z_]\w*)\s*(?::([^:]+))?", flags=re.ASCII | re.IGNORECASE)
WORKED = re.compile(r"\s*=([^:]+?)\s*(?::([^:]+))?")


def check_drawn(text: str, names: Iterable[str]) -> None:
    """Raise ValueError, with a sentence for authors, for a brace that cannot be filled with `names`."""
    known = set(names)
    for _, brace in braces(text):
        if brace is None or len(brace[0]) <= 2 or not is_drawn(brace):
            continue
        used, shape = _used(brace)
        for name in sorted(used - known):
            raise ValueError(f"{brace[0]!r}: nothing is drawn as {name!r}{nearest(name, known)}")
        if shape and not DECIMALS.fullmatch(shape):
            raise ValueError(
                f"{brace[0]!r} has a format other than .0f to .9f, ,.0f or .0%; use one of these"
            )


def fill_drawn(text: str, drawn: Mapping[str, Scalar]) -> str:
    """The text with the numbers that were drawn; doubled braces become single ones."""
    filled = []
    for literal, brace in braces(text):
        filled.append(literal)
        if brace is None:
            continue
        if len(brace[0]) <= 2:
            filled.append(brace[0][0])
        else:
            filled.append(_filled(brace, drawn))
    return "".join(filled)


def numbers_of(drawn: Mapping[str, Scalar]) -> dict[str, float]:
    """What was drawn but for words, for expressions."""
    return {name: float(value) for name, value in drawn.items() if not isinstance(value, str)}


def plain_number(value: Scalar) -> str:
    """The value as it is written in a text without a format."""
    return f"{value:.6g}" if isinstance(value, float) else str(value)


def _used(brace: re.Match[str]) -> tuple[set[str], str]:
    """The names that a brace uses, and its format; raises ValueError."""
    inside = brace[1] or ""
    if found := WORKED.fullmatch(inside):
        return parse(found[1]).names(), found[2] or ""
    if found := NAMED.fullmatch(inside):
        return {found[1]}, found[2] or ""
    raise ValueError(f"{brace[0]!r} is no drawn number; write {{n}}, {{n:.2f}} or {{= 1 - n :.2f}}")


def _filled(brace: re.Match[str], drawn: Mapping[str, Scalar]) -> str:
    """One brace with its number."""
    inside = brace[1] or ""
    if found := WORKED.fullmatch(inside):
        value: Scalar = parse(found[1]).number(numbers_of(drawn))
        return format(value, found[2]) if found[2] else plain_number(value)
    found = NAMED.fullmatch(inside)
    if found is None:
        return brace[0]
    value = drawn[found[1]]
    return format(value, found[2]) if found[2] and not isinstance(value, str) else plain_number(value)
