"""Numbers as the sandbox prints them."""

from __future__ import annotations

import math

MINUS = "−"


def brief(value: float) -> str:
    """At most three decimals; whole numbers without."""
    number = float(value)
    if not math.isfinite(number):
        text = str(number)
    elif number == int(number) and abs(number) < 1e9:
        text = f"{int(number)}"
    elif 0.001 <= abs(number) < 1e5:
        text = f"{number:.3f}"
    else:
        text = f"{number:.3g}"
    return text.replace("-", MINUS, 1) if text.startswith("-") else text


def change(value: float, before: float) -> str:
    """By how much it changed, signed; `=` for not at all."""
    difference = float(value) - float(before)
    words = brief(difference)
    if words in {"0", "0.000", MINUS + "0.000"}:
        return "="
    return f"+{words}" if difference > 0 else words


def seconds(elapsed_s: float) -> str:
    """A time as people say it."""
    return f"{elapsed_s:.2f} s" if elapsed_s < 10 else f"{elapsed_s:.0f} s"
