"""Sentences that say what a figure shows, computed from its numbers."""

from __future__ import annotations

import math
from collections.abc import Sequence


def short(number: float) -> str:
    """Three significant digits, without an exponent where a person would not write one."""
    if math.isfinite(number) and abs(number) >= 1000:
        return f"{number:,.0f}"
    return f"{number:.3g}"


def listed(words: Sequence[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    return words[0] if len(words) == 1 else ", ".join(words[:-1]) + " and " + words[-1] if words else ""


def series(label: str, x: Sequence[str], y: Sequence[float], y_label: str = "") -> str:
    """Where a line starts and ends, and its highest and lowest point when they lie between."""
    points = [(where, value) for where, value in zip(x, y, strict=True) if math.isfinite(value)]
    name = label or y_label or "the line"
    if not points:
        return f"{name} has no values"
    (first_x, first), (last_x, last) = points[0], points[-1]
    if len(points) == 1:
        return f"{name} is {short(first)} at {first_x}"
    verb = "rises" if last > first else "falls" if last < first else "goes"
    text = f"{name} {verb} from {short(first)} at {first_x} to {short(last)} at {last_x}"
    top_x, top = max(points, key=lambda point: point[1])
    low_x, low = min(points, key=lambda point: point[1])
    extremes = []
    if top > max(first, last):
        extremes.append(f"at most {short(top)} at {top_x}")
    if low < min(first, last):
        extremes.append(f"at least {short(low)} at {low_x}")
    return f"{text} ({', '.join(extremes)})" if extremes else text


def bars(label: str, labels: Sequence[str], values: Sequence[float]) -> str:
    """Each value when there are few, else the largest and the smallest."""
    lead = f"{label}: " if label else ""
    if len(labels) <= 8:
        pairs = zip(labels, values, strict=True)
        return lead + listed([f"{name} {short(value)}" for name, value in pairs])
    order = sorted(range(len(labels)), key=lambda index: values[index])
    top, low = order[-1], order[0]
    return (
        f"{lead}{len(labels)} bars, highest {short(values[top])} at {labels[top]}, "
        f"lowest {short(values[low])} at {labels[low]}"
    )


def spread(label: str, values: Sequence[float]) -> str:
    """Count, median and extent of sorted `values`."""
    if not values:
        return f"{label or 'no values'}: none" if label else "no values"
    middle = values[len(values) // 2]
    lead = f"{label}: " if label else ""
    return (
        f"{lead}{len(values):,} values from {short(values[0])} to {short(values[-1])}, median {short(middle)}"
    )


def sentence(*parts: str) -> str:
    """The parts as one sentence: first letter large, a full stop at the end."""
    text = "; ".join(part for part in parts if part)
    return text[:1].upper() + text[1:] + ("" if text.endswith(".") else ".")
