"""Opening the app: the course, the record and the sandbox are put together here, and a crash ends here."""

from __future__ import annotations

import gc
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tutor.cli.ending import bad_input, failed
from tutor.cli.home import log_file, now, record_folder

if TYPE_CHECKING:
    from tutor.course.model import Course, Lesson
    from tutor.ui.ports import Completer, Runner
    from tutor.ui.screens.interviews import Wanted


def start(
    lessons: Path | None = None,
    lesson: str | None = None,
    *,
    at_home: bool,
    interview: Wanted | None = None,
) -> None:
    """Open the app at home, at `lesson`, at the next one, or over home at the interview that is wanted.

    Exit 1 after a crash, 2 where it cannot open.
    """
    gc.disable()  # until the first paint: nothing that imports allocate is garbage
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        bad_input("the app needs a terminal; in a pipe, try `mltutor list`, `mltutor read` or `mltutor run`")
    from tutor.cli.opening import course_reader, listed, readable
    from tutor.learner.store import Record, RecordError

    read_course = course_reader(lessons)
    if lesson is not None:
        listed(readable(read_course), lesson)
    try:
        record = Record.open(record_folder(), now)
    except RecordError as error:
        failed(str(error))
    if lesson is None and not at_home:
        lesson = record.progress.next_lesson(readable(read_course))
    if record.progress.welcome is not None:
        readable(read_course)  # else the welcome comes first, and the course is read behind it
    from tutor.ui.app import TutorApp
    from tutor.ui.deferred import DeferredRunner

    app = TutorApp(
        read_course,
        lambda name: opened(read_course(), name),
        record,
        DeferredRunner(sandbox),
        now=now,
        lesson=lesson,
        completer=completer,
    )
    app.interview = interview
    try:
        app.run()
    finally:
        record.close()
    if app.fault:
        failed(app.fault)
    if app.crash is not None:
        file = log(app.crash)
        print(f"mltutor: it broke; nothing you did is lost. What happened is in {file}", file=sys.stderr)
        raise SystemExit(1)


def opened(course: Course, lesson: str) -> Lesson:
    """The lesson, read now."""
    from tutor.course.loader import open_lesson

    return open_lesson(course, lesson)


def sandbox() -> Runner:
    """The real sandbox."""
    from tutor.sandbox.client import Sandbox

    return Sandbox()


def completer() -> Completer:
    """The real one, in a process that starts when it is first asked."""
    from tutor.sandbox.completion.client import Completer

    return Completer()


def log(crash: BaseException) -> Path:
    """Append what happened to the log; the file that could be written."""
    import tempfile
    import traceback

    words = f"{now().isoformat()}\n{''.join(traceback.format_exception(crash))}\n"
    file = log_file()
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("a", encoding="utf-8") as stream:
            stream.write(words)
    except OSError:
        with tempfile.NamedTemporaryFile("w", prefix="mltutor-", suffix=".log", delete=False) as other:
            other.write(words)
        file = Path(other.name)
    return file
