"""Placeholders such as `{pruning.full_test:.2f}`: numbers of a run inside prose."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

MISSING = "…"
"""What stands where a number has not been recorded yet."""

CODE = re.compile(
    r"^(?P<fence>`{3,}|~{3,})[^\n]*\n.*?^(?P=fence)`*\s*?$|(?P<ticks>`+).+?(?<!`)(?P=ticks)(?!`)", re.M | re.S
)
BRACE = re.compile(r"\{\{|\}\}|\{([^{}\n]*)\}|[{]")
INSIDE = re.compile(r"([a-z][a-z0-9_]*)\.([a-z_][a-z0-9_]*):([^:]+)", flags=re.ASCII | re.IGNORECASE)
DECIMALS = re.compile(r"\+?,?\.(\d)([f%])")


@dataclass(frozen=True, slots=True)
class Placeholder:
    """One number that prose prints, and how; `line` counts from 0 at the first line of its text."""

    setting: str
    metric: str
    format: str
    line: int

    @property
    def decimals(self) -> int:
        """How many decimals of the number itself are printed."""
        found = DECIMALS.fullmatch(self.format)
        return 0 if found is None else int(found[1]) + (2 if found[2] == "%" else 0)


@dataclass(eq=False)
class PlaceholderError(Exception):
    """A brace that is no placeholder; `line` counts from 0."""

    line: int
    message: str


def placeholders(text: str, *, drawn: bool = False) -> Iterator[Placeholder]:
    """The placeholders of the text in order; raises PlaceholderError.

    Where numbers are `drawn`, braces without a dot are theirs and are passed over.
    """
    for _, brace in braces(text):
        if brace and len(brace[0]) > 2 and not (drawn and is_drawn(brace)):
            yield _placeholder(brace, text.count("\n", 0, brace.start()))
        elif brace and brace[0] == "{":
            _placeholder(brace, text.count("\n", 0, brace.start()))


def fill(text: str, numbers: Mapping[str, Mapping[str, float]], *, drawn: bool = False) -> str:
    """The text with its numbers, `…` for each that is not recorded; raises PlaceholderError.

    Where numbers are `drawn` too, their braces and doubled braces stay for `drawn_text.fill_drawn`.
    """
    filled = []
    for literal, brace in braces(text):
        filled.append(literal)
        if brace is None:
            continue
        if brace[0] in ("{{", "}}"):
            filled.append(brace[0] if drawn else brace[0][0])
        elif drawn and is_drawn(brace):
            filled.append(brace[0])
        else:
            part = _placeholder(brace, text.count("\n", 0, brace.start()))
            value = numbers.get(part.setting, {}).get(part.metric)
            filled.append(MISSING if value is None else format(value, part.format))
    return "".join(filled)


def is_drawn(brace: re.Match[str]) -> bool:
    """Whether a brace is about drawn numbers: an expression behind `=`, or a name without a dot."""
    inside = (brace[1] or "").strip()
    return inside.startswith("=") or "." not in inside.partition(":")[0]


def braces(text: str) -> Iterator[tuple[str, re.Match[str] | None]]:
    """Literal text and the brace behind it, in order; code is literal."""
    at = 0
    for code in CODE.finditer(text):
        yield from _prose(text, at, code.start())
        yield code[0], None
        at = code.end()
    yield from _prose(text, at, len(text))


def _prose(text: str, start: int, end: int) -> Iterator[tuple[str, re.Match[str] | None]]:
    """The parts of a stretch without code."""
    at = start
    for brace in BRACE.finditer(text, start, end):
        yield text[at : brace.start()], brace
        at = brace.end()
    yield text[at:end], None


def _placeholder(brace: re.Match[str], line: int) -> Placeholder:
    """What stands in the braces; raises PlaceholderError."""
    inside = INSIDE.fullmatch(brace[1] or "")
    if inside is None:
        raise PlaceholderError(
            line, f"{brace[0]!r} is no placeholder; write {{setting.metric:.2f}}, or {{{{ for a brace"
        )
    if not DECIMALS.fullmatch(inside[3]):
        raise PlaceholderError(
            line, f"{brace[0]!r} has a format other than .0f to .9f, ,.0f or .0%; use one of these"
        )
    return Placeholder(inside[1], inside[2], inside[3], line)
