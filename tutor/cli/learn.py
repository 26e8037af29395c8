"""`mltutor` and `mltutor learn`: the full-screen app."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from tutor.cli.ending import bad_input
from tutor.cli.home import cache_folder, log_file, now, record_folder


@click.command("learn")
@click.argument("lesson", required=False)
@click.pass_context
def command(ctx: click.Context, lesson: str | None) -> None:
    """Open guided lesson mode, at LESSON or at the next one."""
    from tutor.course.errors import ContentError
    from tutor.course.loader import load_course
    from tutor.course.locate import lessons_root
    from tutor.learner.store import Record, RecordError

    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        bad_input("the app needs a terminal; in a pipe, try `mltutor list`, `mltutor read` or `mltutor run`")
    try:
        course = load_course(lessons_root(ctx.obj), cache_folder())
    except ContentError as fault:
        bad_input(str(fault))
    if lesson is not None and lesson not in course.lessons:
        bad_input(unknown(lesson, list(course.lessons)))
    try:
        record = Record.open(record_folder(), now)
    except RecordError as error:
        bad_input(str(error))
    at_home = ctx.parent is not None and ctx.parent.invoked_subcommand is None
    if lesson is None and not at_home:
        lesson = record.progress.next_lesson(course)
    from tutor.course.loader import open_lesson
    from tutor.sandbox.client import Sandbox
    from tutor.ui.app import TutorApp

    app = TutorApp(course, lambda name: open_lesson(course, name), record, Sandbox(), now=now, lesson=lesson)
    try:
        app.run()
    finally:
        record.close()
    if app.crash is not None:
        click.echo(f"mltutor: it broke, and nothing you did is lost; details in {log(app.crash)}", err=True)
    if app.return_code:
        raise SystemExit(1)


def unknown(lesson: str, known: list[str]) -> str:
    """The sentence for a lesson that does not exist."""
    import difflib

    near = difflib.get_close_matches(lesson, known, n=3)
    remedy = f"perhaps {' or '.join(near)}" if near else "see `mltutor list`"
    return f"there is no lesson {lesson!r}; {remedy}"


def log(crash: BaseException) -> Path:
    """Append what happened to the log; the file, wherever it could be written."""
    import tempfile
    import traceback

    words = f"{now().isoformat()}\n{''.join(traceback.format_exception(crash))}\n"
    for file in (log_file(), Path(tempfile.gettempdir()) / "mltutor.log"):
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            with file.open("a", encoding="utf-8") as stream:
                stream.write(words)
        except OSError:
            continue
        return file
    return Path("(no log could be written)")
