"""`mltutor run`: one experiment or Python file, its charts as text."""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from tutor.charts import preferred_height, render, to_text
from tutor.cli.ending import bad_input
from tutor.cli.opening import course_at, lesson_of
from tutor.course.errors import nearest
from tutor.course.model import Experiment, Lesson
from tutor.run import Limits, RunRequest, RunResult, Scalar
from tutor.sandbox.client import Sandbox
from tutor.sandbox.records import result_record

NARROWEST, WIDEST = 40, 100
LONGEST_S = 60.0
SEEDS = (1 << 32) - 1


@click.command(name="run", help="Run one experiment or a Python file, and draw its charts as text.")
@click.argument("target", metavar="LESSON[/EXPERIMENT] | FILE.py")
@click.option("--set", "choices", metavar="NAME=VALUE", multiple=True, help="Turn a knob; may be repeated.")
@click.option("--seed", type=click.IntRange(0, SEEDS), default=0, show_default=True, help="Seed of the run.")
@click.option("--width", type=click.IntRange(NARROWEST), default=None, help="Columns of the charts.")
@click.option("--json", "as_json", is_flag=True, help="Print status, metrics, figures and elapsed_s as JSON.")
@click.pass_obj
def command(
    lessons: Path | None, target: str, choices: tuple[str, ...], seed: int, width: int | None, as_json: bool
) -> None:
    """Run and print; exit 1 when the run does not end well."""
    if target.endswith(".py"):
        request = _file_request(Path(target), choices, seed)
    else:
        request = _lesson_request(lessons, target, choices, seed)
    result = asyncio.run(_result(request))
    if as_json:
        click.echo(json.dumps(result_record(result), indent=1, ensure_ascii=False))
    else:
        _print(result, width)
    raise SystemExit(0 if result.status == "ok" else 1)


async def _result(request: RunRequest) -> RunResult:
    sandbox = Sandbox()
    try:
        return await sandbox.result(request)
    finally:
        await sandbox.close()


def _file_request(path: Path, choices: Sequence[str], seed: int) -> RunRequest:
    """A request to run the file as it stands."""
    if choices:
        bad_input("--set turns the knobs of a lesson's experiment; a Python file has none")
    try:
        source = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        bad_input(f"{path} cannot be read: {error}")
    return RunRequest(source, path.name, seed=seed, limits=Limits(wall_s=LONGEST_S))


def _lesson_request(lessons: Path | None, target: str, choices: Sequence[str], seed: int) -> RunRequest:
    """A request to run an experiment at one of its settings, some knobs turned."""
    name, _, wanted = target.partition("/")
    lesson = lesson_of(course_at(lessons), name)
    experiment, params = _setting(lesson, wanted)
    params.update(_turned(experiment, choices))
    limits = Limits(wall_s=max(LONGEST_S, 10 * experiment.budget_s))
    return RunRequest(experiment.source(), experiment.path.name, "run", params, seed, limits=limits)


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
    color = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    columns = width or max(NARROWEST, min(WIDEST, shutil.get_terminal_size().columns))
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
        click.echo(f"mltutor: {result.error.kind}: {result.error.message}{where}{trace}", err=True)
