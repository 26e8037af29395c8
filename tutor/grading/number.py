"""Numbers as people type them, and as they are shown back."""

from __future__ import annotations

import math
import re
import unicodedata

_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?")
_GROUP_SPACE = re.compile(r"(?<=\d)[ _'’](?=\d{3}(?!\d))")
_TIMES_TEN = re.compile(r"\s*[*×·x]\s*10\s*(?:\^|\*\*)\s*")
_SIGNS = str.maketrans({"−": "-", "–": "-", "⁄": "/", "÷": "/"})


class NumberError(ValueError):
    """What was typed cannot be read as a number; the message is for the learner."""


def read_number(text: str, unit: str = "") -> float:
    """The value of `16 %`, `.16`, `1/6`, `0,16`, `1 200`, `2e-3` or full-width digits; raises NumberError."""
    plain = unicodedata.normalize("NFKC", text).translate(_SIGNS).strip().lower()
    if not plain:
        raise NumberError("Type a number first.")
    plain, scale = _without_unit(plain, unit)
    plain = _TIMES_TEN.sub("e", _GROUP_SPACE.sub("", plain))
    match [_single(part.strip(), text) for part in plain.split("/")]:
        case [value]:
            pass
        case [_, 0.0]:
            raise NumberError("Nothing can be divided by zero; check the number after the slash.")
        case [above, below]:
            value = above / below
        case _:
            raise NumberError(_unreadable(text))
    if not math.isfinite(value * scale):
        raise NumberError("That number is too large to work with.")
    return value * scale


def show_number(value: float, unit: str = "") -> str:
    """The value with four significant digits at most, or all of a whole number's, and its unit."""
    short = f"{value:.0f}" if abs(value) >= 1000 else f"{value:.4g}"
    return f"{short} {unit}".rstrip()


def _without_unit(plain: str, unit: str) -> tuple[str, float]:
    """The number's text without its unit, and what a percent sign makes of it."""
    wanted = unicodedata.normalize("NFKC", unit).strip().lower()
    if wanted and plain.endswith(wanted):
        return plain.removesuffix(wanted).rstrip(), 1.0
    if plain.endswith("%"):
        return plain.removesuffix("%").rstrip(), 0.01
    return plain, 1.0


def _single(part: str, typed: str) -> float:
    """A single number with a point or a decimal comma."""
    if re.fullmatch(r"[+-]?[1-9]\d{0,2},\d{3}", part):
        point, whole = part.replace(",", "."), part.replace(",", "")
        raise NumberError(f"“{typed.strip()}” can be read in two ways; write {point} or {whole}.")
    if part.count(",") == 1 and "." not in part:
        part = part.replace(",", ".")
    elif re.fullmatch(r"[+-]?\d{1,3}(,\d{3})+(\.\d*)?", part):
        part = part.replace(",", "")
    if not part.isascii() or not _NUMBER.fullmatch(part):
        raise NumberError(_unreadable(typed))
    return float(part)


def _unreadable(typed: str) -> str:
    """What to say about text that is no number."""
    shown = typed.strip()
    shown = shown if len(shown) <= 20 else f"{shown[:19]}…"
    return f"“{shown}” does not read as a number; type one such as 0.16, 16 % or 1/6."
