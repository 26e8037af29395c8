"""`mltutor interview`: the mock interview, on the screen or as a dialogue of lines."""

from __future__ import annotations

import secrets
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import click

from tutor.cli import endpoint as second
from tutor.cli.ending import bad_input, failed
from tutor.course.rubric import Level, Stage
from tutor.interview.plan import REAL_MINUTES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tutor.course.rubric import Prompt
    from tutor.grading.endpoint.settings import Endpoint
    from tutor.interview.conduct import Conduct
    from tutor.interview.session import Session
    from tutor.learner.store import Record

STAGES: tuple[Stage, ...] = get_args(Stage)
LEVELS: tuple[Level, ...] = get_args(Level)
SHORTEST, LONGEST = 5, 180
WAITS = "The interview waits; `mltutor interview --plain` goes on with it."


@click.command(name="interview", help="Hold a mock interview.")
@click.option(
    "--stage", "stages", type=click.Choice(STAGES), multiple=True, help="Only this stage; repeatable."
)
@click.option("--level", type=click.Choice(LEVELS), help="How hard; mid if nothing is said.")
@click.option("--minutes", type=click.IntRange(SHORTEST, LONGEST), help="How long; 30 if nothing is said.")
@click.option("--real", is_flag=True, help="The real thing: 45 minutes, all stages, no pauses.")
@click.option("--seed", type=click.IntRange(0, 2**63 - 1), help="The same seed asks the same questions.")
@click.option("--plain", is_flag=True, help="A dialogue of lines on standard input and output.")
@second.option("As in the settings of the app")
@click.pass_obj
def command(
    lessons: Path | None,
    stages: tuple[Stage, ...],
    level: Level | None,
    minutes: int | None,
    real: bool,
    seed: int | None,
    plain: bool,
    endpoint: second.Asked,
) -> None:
    """Go on with the interview under way if nothing is asked for, else begin one."""
    if real and (stages or minutes):
        bad_input("--real has its own stages and minutes; drop --stage and --minutes")
    if endpoint == "show":
        second.show(_named())
        return
    if not plain:
        if endpoint == "on":
            _named()
        open_app(lessons, stages, level, minutes, real, seed, endpoint)
        return
    chosen = bool(stages or level or minutes or real or seed is not None)
    length = REAL_MINUTES if real else minutes or 30
    _hold(lessons, stages or STAGES, level or "mid", length, not real, seed, endpoint, resume=not chosen)


def open_app(
    lessons: Path | None,
    stages: tuple[Stage, ...],
    level: Level | None,
    minutes: int | None,
    real: bool,
    seed: int | None,
    endpoint: second.Asked = None,
) -> None:
    """Open the app at the interview."""
    from tutor.cli.start import start
    from tutor.ui.screens.interviews import Wanted

    wanted = Wanted(level=level, minutes=minutes, stages=stages, real=real, seed=seed, endpoint=endpoint)
    start(lessons, at_home=True, interview=wanted)


def _hold(
    lessons: Path | None,
    stages: tuple[Stage, ...],
    level: Level,
    minutes: int,
    pauses: bool,
    seed: int | None,
    endpoint: second.Asked,
    *,
    resume: bool,
) -> None:
    """Hold the interview line by line, and print its report."""
    from tutor.cli.beliefs import met_again, register_of, truth
    from tutor.cli.bench import SandboxBench
    from tutor.cli.dialogue import Dialogue
    from tutor.cli.home import now
    from tutor.cli.opening import course_at
    from tutor.cli.record import opened_record
    from tutor.course.errors import ContentError
    from tutor.course.prompts import read_prompts
    from tutor.grading.freetext.tiers import best
    from tutor.interview.conduct import READ, sessions
    from tutor.interview.report import report
    from tutor.interview.report_text import counted, markdown
    from tutor.ui.sitting import Sitting

    course = course_at(lessons)
    register = register_of(course)
    try:
        bank = {prompt.id: prompt for prompt in read_prompts(course.root)}
    except ContentError as fault:
        failed(str(fault))
    with opened_record() as record:
        past = sessions(record.events(*READ), bank)
        try:
            conduct = _conduct(record, bank, past, stages, level, minutes, pauses, seed, resume=resume)
        except (EOFError, KeyboardInterrupt):
            click.echo(WAITS)
            return
        setup = conduct.session.setup
        about = f"{setup.level}, {setup.minutes} minutes, {counted(len(setup.slots))}, seed {setup.seed}"
        click.echo(f"Mock interview: {about}.")
        asked = second.wanted(endpoint, record.progress.settings)
        if asked is not None:
            click.echo(f"Your answers are sent to {asked.model} at {asked.host}, too.")
        sitting = Sitting(conduct, record)
        sitting.open()
        try:
            bench, judging = SandboxBench(setup.seed), second.seconded(best, asked)
            lines, truths = iter(sys.stdin.readline, ""), partial(truth, course, register)
            Dialogue(sitting, lines, click.echo, bench, judging, truths).hold()
        except (EOFError, KeyboardInterrupt):
            click.echo(WAITS)
            return
        finally:
            sitting.leave()
        every = sessions(record.events(*READ), bank)
        click.echo("\n" + markdown(report(conduct.session, every, course.lessons)))
        if again := met_again(course, register, record, conduct.session.beliefs, now()):
            click.echo(again)


def _continued(record: Record, going: Session) -> bool:
    """Whether the learner goes on with the interview under way; else it is ended. Raises EOFError."""
    from tutor.interview.clock import moment
    from tutor.interview.conduct import Conduct
    from tutor.interview.moves import Ended
    from tutor.ui.sitting import Sitting

    setup, sitting = going.setup, Sitting(Conduct(going, record.append), record)
    count = len(going.exchanges)
    click.echo(
        f"The interview of {moment(setup.interview)} is not over: {setup.level}, "
        f"question {count} of {max(count, len(setup.slots))}, {sitting.left}."
    )
    while True:
        click.echo("c continues it; e ends it, keeps its report among the past ones, and begins a new one:")
        line = sys.stdin.readline()
        if not line:
            raise EOFError
        match line.strip().lower():
            case "c":
                return True
            case "e":
                sitting.take(Ended(sitting.at))
                sitting.leave()
                return False


def _named() -> Endpoint:
    """The endpoint that is set up; bad input if none is."""
    from tutor.cli.record import opened_record

    with opened_record() as record:
        return second.named(record.progress.settings)


def _conduct(
    record: Record,
    bank: Mapping[str, Prompt],
    past: Sequence[Session],
    stages: tuple[Stage, ...],
    level: Level,
    minutes: int,
    pauses: bool,
    seed: int | None,
    *,
    resume: bool,
) -> Conduct:
    """The interview under way, or a new one; bad input if the bank has no question for it."""
    from tutor.cli.home import now
    from tutor.interview.conduct import Conduct, recent, start, unfinished
    from tutor.interview.plan import slots

    going = unfinished(past)
    if resume and going is not None:
        return Conduct(going, record.append)
    if not any(prompt.stage in stages for prompt in bank.values()):
        bad_input("the question bank has no question for these stages")
    if going is not None and _continued(record, going):
        return Conduct(going, record.append)
    return start(
        record.append,
        bank,
        interview=now().isoformat(timespec="microseconds"),
        seed=secrets.randbelow(10_000) if seed is None else seed,
        level=level,
        minutes=minutes,
        slots=slots(minutes, stages),
        pauses=pauses,
        recent=recent(past) if seed is None else (),
    )
