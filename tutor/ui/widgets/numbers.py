"""Numbers as the sandbox prints them."""

from __future__ import annotations

from collections.abc import Mapping

from textual.content import Content

from tutor.run import Scalar

MINUS = "−"


def brief(value: float) -> str:
    """At most three decimals; whole numbers without."""
    number = float(value)
    if number == int(number) and abs(number) < 1e9:
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


def knob_words(params: Mapping[str, Scalar]) -> str:
    """The knobs of a run in one line."""
    return "  ".join(
        f"{name} {value:g}" if isinstance(value, float) else f"{name} {value}"
        for name, value in params.items()
    )


def metrics_line(
    number: int, elapsed_s: float, metrics: Mapping[str, float], before: Mapping[str, float]
) -> Content:
    """A finished run in one line: its number, its time, its metrics against those of the run before."""
    parts: list[Content | tuple[str, str]] = [(f"run {number} · {seconds(elapsed_s)}", "$quiet")]
    for name, value in metrics.items():
        parts += [(" · ", "$quiet"), (f"{name} ", ""), (brief(value), "bold")]
        if name in before:
            parts.append((f" ({change(value, before[name])})", "$quiet"))
    return Content.assemble(*parts)
