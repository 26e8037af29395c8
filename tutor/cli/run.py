"""`mltutor run`: one experiment or Python file, its charts as text."""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

import click

from tutor.charts import preferred_height, render, to_text
from tutor.cli.consent import permitted_sandbox
from tutor.cli.ending import bad_input
from tutor.cli.opening import course_at, lesson_of
from tutor.cli.sweep import Swept, print_sweep, sweep_of, sweep_record, swept, swept_on_cluster
from tutor.course.errors import nearest
from tutor.course.locate import origin_of
from tutor.course.model import Experiment, Lesson
from tutor.run import Limits, RunRequest, RunResult, Scalar
from tutor.sandbox.records import result_record

NARROWEST, WIDEST = 40, 100
LONGEST_S = 60.0
SEEDS = (1 << 32) - 1


@click.command(name="run", help="Run one experiment or a Python file, and draw its charts as text.")
@click.argument("target", metavar="LESSON[/EXPERIMENT] | FILE.py")
@click.option("--set", "choices", metavar="NAME=VALUE", multiple=True, help="Turn a knob; may be repeated.")
@click.option(
    "--sweep",
    "sweep_words",
    metavar="NAME=A:B:N",
    help="Run N times, the knob from A to B (NAME= for the whole knob), and draw the metrics over it.",
)
@click.option(
    "--cluster",
    metavar="ADDRESS",
    help="Make the sweep's runs on the Dask scheduler at ADDRESS; nothing confines them there.",
)
@click.option("--seed", type=click.IntRange(0, SEEDS), default=0, show_default=True, help="Seed of the run.")
@click.option("--width", type=click.IntRange(NARROWEST), default=None, help="Columns of the charts.")
@click.option("--json", "as_json", is_flag=True, help="Print status, metrics, figures and elapsed_s as JSON.")
@click.pass_obj
def command(
    lessons: Path | None,
    target: str,
    choices: tuple[str, ...],
    sweep_words: str | None,
    cluster: str | None,
    seed: int,
    width: int | None,
    as_json: bool,
) -> None:
    """Run and print; exit 1 when the run does not end well."""
    if cluster is not None and target.endswith(".py"):
        bad_input("--cluster runs the lessons that come with mltutor only, not your own files")
    if cluster is not None and sweep_words is None:
        bad_input("--cluster makes the runs of a sweep; add --sweep NAME=A:B:N")
    if target.endswith(".py"):
        if sweep_words is not None:
            bad_input("--sweep turns a knob of a lesson's experiment; a Python file has none")
        request = _file_request(Path(target), choices, seed)
    else:
        experiment, request = _lesson_request(lessons, target, choices, seed)
        if sweep_words is not None:
            _refuse_both(sweep_words, choices)
            _print_sweep(_swept(experiment, request, sweep_words, cluster), width, as_json)
    result = asyncio.run(_result(request))
    if as_json:
        click.echo(json.dumps(result_record(result), indent=1, ensure_ascii=False))
    else:
        _print(result, width)
    raise SystemExit(0 if result.status == "ok" else 1)


def _swept(experiment: Experiment, request: RunRequest, words: str, cluster: str | None) -> Swept:
    """Run over a knob, in the sandbox or on a cluster."""
    sweep = sweep_of(experiment, words)
    requests = [replace(request, params=params) for params in sweep.points(request.params)]
    if cluster is not None:
        return swept_on_cluster(sweep, requests, cluster)
    return asyncio.run(swept(sweep, requests))


def _print_sweep(done: Swept, width: int | None, as_json: bool) -> NoReturn:
    """Print a sweep; exit 1 when a run did not end well."""
    if as_json:
        click.echo(json.dumps(sweep_record(done), indent=1, ensure_ascii=False))
    else:
        print_sweep(done, _columns(width), color=_color(), truecolor="COLORTERM" in os.environ)
    raise SystemExit(1 if done.failed else 0)


def _refuse_both(sweep_words: str, choices: Sequence[str]) -> None:
    """A knob is either set or swept."""
    name = sweep_words.partition("=")[0]
    if name in {choice.partition("=")[0] for choice in choices}:
        bad_input(f"--set {name} and --sweep {name} contradict each other; drop one of them")


def _color() -> bool:
    """Whether to write colours."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def _columns(width: int | None) -> int:
    """How wide charts are."""
    return width or max(NARROWEST, min(WIDEST, shutil.get_terminal_size().columns))


async def _result(request: RunRequest) -> RunResult:
    async with permitted_sandbox(request.origin) as sandbox:
        return await sandbox.result(request)


def _file_request(path: Path, choices: Sequence[str], seed: int) -> RunRequest:
    """A request to run the file as it stands."""
    if choices:
        bad_input("--set turns the knobs of a lesson's experiment; a Python file has none")
    try:
        source = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        bad_input(f"{path} cannot be read: {error}")
    return RunRequest(source, path.name, seed=seed, limits=Limits(wall_s=LONGEST_S))


def _lesson_request(
    lessons: Path | None, target: str, choices: Sequence[str], seed: int
) -> tuple[Experiment, RunRequest]:
    """An experiment, and a request to run it at one of its settings, some knobs turned."""
    name, _, wanted = target.partition("/")
    lesson = lesson_of(course_at(lessons), name)
    experiment, params = _setting(lesson, wanted)
    params.update(_turned(experiment, choices))
    limits = Limits(wall_s=max(LONGEST_S, 10 * experiment.budget_s))
    request = RunRequest(experiment.source(), experiment.path.name, "run", params, seed, limits=limits)
    return experiment, replace(request, origin=origin_of(experiment.path))


def _setting(lesson: Lesson, wanted: str) -> tuple[Experiment, dict[str, Scalar]]:
    """The experiment and params of the setting asked for, or of the lesson's first experiment."""
    if not lesson.experiments:
        bad_input(f"the lesson {lesson.id!r} has no experiment")
    wanted = wanted or lesson.experiments[0].id
    try:
        return lesson.experiment(wanted), lesson.params(wanted)
    except KeyError:
        known = [setting.id for experiment in lesson.experiments for setting in experiment.settings]
        hint = nearest(wanted, known)
        bad_input(f"{lesson.id} has no experiment {wanted!r}{hint}; it has {', '.join(known)}")


def _turned(experiment: Experiment, choices: Sequence[str]) -> dict[str, Scalar]:
    """The knobs that `--set` turns."""
    turned: dict[str, Scalar] = {}
    params = {param.name: param for param in experiment.params}
    for choice in choices:
        name, equals, value = choice.partition("=")
        if not equals:
            bad_input(f"--set {choice} says no value; write --set NAME=VALUE")
        if name not in params:
            known = ", ".join(params) or "none"
            bad_input(f"{experiment.id} has no knob {name!r}{nearest(name, params)}; it has {known}")
        try:
            turned[name] = params[name].accept(value)
        except ValueError as error:
            bad_input(str(error))
    return turned


def _print(result: RunResult, width: int | None) -> None:
    """What the run printed, its charts with their sentences, its metrics, and what went wrong."""
    color, columns = _color(), _columns(width)
    click.echo(result.stdout, nl=False)
    click.echo(result.stderr, nl=False, err=True)
    for figure in result.figures:
        cells = render(figure, columns, preferred_height(figure, columns), color=color)
        click.echo(to_text(cells, ansi=color, truecolor="COLORTERM" in os.environ), color=color)
        click.echo(f"\n{figure.alt}\n")
    longest = max(map(len, result.metrics), default=0)
    for name, value in result.metrics.items():
        click.echo(f"{name:<{longest}}  {value:.6g}")
    if result.error is not None:
        where = f" (line {result.error.line})" if result.error.line else ""
        trace = f"\n{result.error.traceback}" if result.error.traceback else ""
        hint = f"\n→ {result.error.hint}" if result.error.hint else ""
        click.echo(f"mltutor: {result.error.kind}: {result.error.message}{where}{trace}{hint}", err=True)
