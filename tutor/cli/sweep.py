"""`mltutor run --sweep`: an experiment once for each value of a knob, its metrics drawn over that knob."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from time import perf_counter
from typing import cast

import click

from tutor.charts import preferred_height, render, render_panels, to_text
from tutor.cli.consent import permitted_sandbox
from tutor.cli.ending import bad_input, failed
from tutor.course.errors import nearest
from tutor.course.model import Experiment
from tutor.course.sweep import Sweep, asked
from tutor.course.sweep_charts import Column, charts, columns, table, written
from tutor.run import RunRequest, RunResult, Scalar
from tutor.sandbox.client import Sandbox
from tutor.sandbox.cluster import ClusterError, available, run_on_cluster
from tutor.sandbox.pictures import with_lists
from tutor.sandbox.wire import Json

AT_ONCE = 2
PANEL_COLUMNS, PANEL_GAP = 40, 2
"""What a chart wants before another stands beside it."""
NUMBER_COLUMNS, TABLE_GAP = 10, 2


@dataclass(frozen=True, slots=True)
class Swept:
    """A sweep and its runs; None where none was made, because one before it failed."""

    sweep: Sweep
    results: Sequence[RunResult | None]
    elapsed_s: float

    @property
    def failed(self) -> tuple[Scalar, RunResult] | None:
        """The first value whose run did not end well, and that run."""
        pairs = zip(self.sweep.values, self.results, strict=True)
        return next(((value, run) for value, run in pairs if run and run.status != "ok"), None)

    @property
    def found(self) -> dict[str, Column]:
        """Metric → numbers over the values."""
        runs = [run.metrics if run and run.status == "ok" else None for run in self.results]
        return columns(self.sweep, runs)


def sweep_of(experiment: Experiment, words: str) -> Sweep:
    """The sweep that `--sweep NAME=A:B:N` asks for."""
    name, equals, values = words.partition("=")
    params = {param.name: param for param in experiment.params}
    if not equals:
        bad_input(f"--sweep {words} says no values; write --sweep NAME=A:B:N, or NAME= for the whole knob")
    if name not in params:
        known = ", ".join(params) or "none"
        bad_input(f"{experiment.id} has no knob {name!r}{nearest(name, params)}; it has {known}")
    try:
        return asked(params[name], values)
    except ValueError as error:
        bad_input(str(error))


async def swept(sweep: Sweep, requests: Sequence[RunRequest]) -> Swept:
    """Make the runs, two at a time, until one fails; a bar on standard error says how far they are."""
    started = perf_counter()
    results: list[RunResult | None] = [None] * len(requests)
    seats = asyncio.Semaphore(AT_ONCE)

    async def run(sandbox: Sandbox, place: int) -> None:
        async with seats:
            if all(result is None or result.status == "ok" for result in results):
                results[place] = await sandbox.result(requests[place])
                bar.update(1)

    hidden = not sys.stderr.isatty()
    bar = click.progressbar(length=len(requests), label=sweep.label, file=sys.stderr, hidden=hidden)
    async with permitted_sandbox(requests[0].origin) as sandbox:
        with bar:
            await asyncio.gather(*(run(sandbox, place) for place in range(len(requests))))
    return Swept(sweep, results, perf_counter() - started)


def swept_on_cluster(sweep: Sweep, requests: Sequence[RunRequest], address: str) -> Swept:
    """Make the runs on a Dask cluster, which nothing confines: the code that comes with mltutor only."""
    if requests[0].origin != "shipped":
        bad_input("--cluster runs the lessons that come with mltutor only, not those of --lessons")
    if not available():
        bad_input("--cluster needs Dask; install it with: pip install 'mltutor[cluster]'")
    started = perf_counter()
    try:
        results = run_on_cluster(address, requests)
    except ClusterError as error:
        failed(str(error))
    return Swept(sweep, results, perf_counter() - started)


def sweep_record(swept: Swept) -> dict[str, Json]:
    """A sweep for programs."""
    bad = swept.failed
    error = bad[1].error if bad else None
    return {
        "status": bad[1].status if bad else "ok",
        "sweep": {"name": swept.sweep.param.name, "values": list(swept.sweep.values)},
        "metrics": cast("dict[str, Json]", swept.found),
        "figures": [with_lists(figure) for figure in charts(swept.sweep, swept.found)],
        "error": cast("Json", asdict(error)) if error else None,
        "elapsed_s": round(swept.elapsed_s, 6),
    }


def print_sweep(swept: Swept, width: int, *, color: bool, truecolor: bool) -> None:
    """The charts in as many columns as fit, their sentences, the table, and what went wrong."""
    figures = charts(swept.sweep, swept.found)
    beside = max(1, (width + PANEL_GAP) // (PANEL_COLUMNS + PANEL_GAP))
    for first in range(0, len(figures), beside):
        row = figures[first : first + beside]
        panel = (width + PANEL_GAP) // len(row) - PANEL_GAP
        height = max(preferred_height(figure, panel) for figure in row)
        cells = render_panels(row, width, height, color=color)
        click.echo(to_text(cells, ansi=color, truecolor=truecolor) + "\n", color=color)
    for figure in figures:
        click.echo(figure.alt)
    for some in _fitting(swept.found, width):
        numbers = table(swept.sweep, some)
        cells = render(numbers, width, preferred_height(numbers, width), color=color)
        click.echo("\n" + to_text(cells, ansi=color, truecolor=truecolor), color=color)
    if swept.failed:
        value, run = swept.failed
        why = f"{run.error.kind}: {run.error.message}" if run.error else run.status
        click.echo(f"mltutor: at {swept.sweep.param.name}={written(value)}: {why}", err=True)


def _fitting(found: Mapping[str, Column], width: int) -> Iterator[Mapping[str, Column]]:
    """The metrics in groups that a table of this width shows whole."""
    room, group = 0, dict[str, Column]()
    for name, column in found.items():
        wanted = max(NUMBER_COLUMNS, len(name)) + TABLE_GAP
        if group and wanted > room:
            yield group
            group = {}
        if not group:
            room = width - NUMBER_COLUMNS
        group[name] = column
        room -= wanted
    if group:
        yield group
