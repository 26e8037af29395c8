"""What a sweep measured, as figures: a small chart for each metric, and everything in one table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from tutor.course.sweep import Sweep
from tutor.figure import Axis, Figure, Line, Mark, Points, Table
from tutor.run import Scalar

Column: TypeAlias = list[float | None]
Pairs: TypeAlias = list[tuple[int, float]]
"""Places among the sweep's values, and what was measured there."""

MOST_CHARTS = 6


def columns(sweep: Sweep, measured: Sequence[Mapping[str, float] | None]) -> dict[str, Column]:
    """Metric → its number at each value of the sweep; None where no run told one."""
    runs = [*measured, *[None] * (len(sweep.values) - len(measured))]
    names = dict.fromkeys(name for run in runs if run for name in run)
    return {name: [run.get(name) if run else None for run in runs] for name in names}


def charts(sweep: Sweep, found: Mapping[str, Column], now: Scalar | None = None) -> tuple[Figure, ...]:
    """The metrics that vary, six at most, else the first; `now` is the knob's present value, to be marked."""
    vary = [name for name, column in found.items() if len({*column} - {None}) > 1]
    return tuple(_chart(sweep, name, found[name], now) for name in (vary or list(found)[:1])[:MOST_CHARTS])


def table(sweep: Sweep, found: Mapping[str, Column]) -> Figure:
    """Every metric at every value."""
    rows = tuple(
        (
            written(value),
            *("–" if column[place] is None else written(column[place]) for column in found.values()),
        )
        for place, value in enumerate(sweep.values)
    )
    alt = f"{len(found)} metrics at {len(sweep.values)} values of {sweep.label}."
    return Figure(f"All numbers over {sweep.label}", (Table((sweep.label, *found), rows),), alt)


def written(value: Scalar | None) -> str:
    """A number to four digits, whole ones in full; anything else as it is."""
    if isinstance(value, bool | str) or value is None:
        return str(value)
    return f"{value:.0f}" if value == int(value) and abs(value) < 1e9 else f"{value:.4g}"


def _chart(sweep: Sweep, name: str, column: Column, now: Scalar | None) -> Figure:
    """One metric over the knob; options have no order, so no line joins them."""
    pairs: Pairs = [(place, value) for place, value in enumerate(column) if value is not None]
    options = tuple(map(str, sweep.values)) if sweep.param.options else ()

    def points(chosen: Pairs) -> tuple[list[float], list[float]]:
        at = [float(place) if options else float(sweep.values[place]) for place, _ in chosen]
        return at, [value for _, value in chosen]

    here = [pair for pair in pairs if now is not None and sweep.values[pair[0]] == now]
    others = [pair for pair in pairs if pair not in here]
    marks: list[Mark] = [Points(*points(others)) if options else Line(*points(pairs))]
    if here:
        marks.append(Points(*points(here), "now", color=1))
    return Figure(
        f"{name} over {sweep.label}",
        tuple(marks),
        _sentence(sweep, name, pairs),
        Axis(sweep.label, categories=options),
        Axis(name),
    )


def _sentence(sweep: Sweep, name: str, pairs: Pairs) -> str:
    """Where the metric begins and ends, and its extremes between."""
    if not pairs:
        return f"{name} was not measured."
    if len({value for _, value in pairs}) == 1:
        return f"{name} is {written(pairs[0][1])} whatever {sweep.label} is."

    def told(pair: tuple[int, float]) -> str:
        return f"{written(pair[1])} at {written(sweep.values[pair[0]])}"

    low, high = min(pairs, key=lambda pair: pair[1]), max(pairs, key=lambda pair: pair[1])
    ends = f"{name} over {sweep.label}: "
    if not sweep.param.options:
        ends += f"from {told(pairs[0])} to {told(pairs[-1])}; "
    return f"{ends}lowest {told(low)}, highest {told(high)}."
