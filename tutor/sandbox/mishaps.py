"""Exceptions in the words of people: which line of theirs, what happened, their frames first."""

from __future__ import annotations

import re
import traceback

from tutor.run import RunError, Status
from tutor.sandbox.advice.advise import advise
from tutor.sandbox.tracebacks import format_frames, format_syntax, innermost, own_part

PLACE = re.compile(r" \((/[^)]*|unknown location)\)$")
"""Where a module lies, at the end of what Python says about a failed import."""


def explain(error: BaseException, filename: str) -> tuple[Status, RunError]:
    """The status that `error` ends a run with, and what to say about it; `filename` is the learner's."""
    status, kind, message = _classify(error)
    frames = traceback.extract_tb(own_part(error.__traceback__, filename))
    line = next((frame.lineno for frame in reversed(frames) if frame.filename == filename), None)
    if isinstance(error, SyntaxError) and error.filename == filename:
        line = error.lineno
    trace = _format(error, frames, filename, message)
    return status, RunError(
        kind, message, line, trace, advise(error, innermost(error.__traceback__, filename))
    )


def _classify(error: BaseException) -> tuple[Status, str, str]:
    """Status, kind and message."""
    kind = type(error).__name__
    match error:
        case KeyboardInterrupt():
            return "stopped", kind, "The run was stopped."
        case MemoryError():
            return "memory", kind, _words(error) or "The run needed more memory than it may use."
        case RuntimeError() if "can't start new thread" in _words(error):
            return "processes", kind, f"A run may start a few threads only: {_words(error)}."
        case BlockingIOError():
            return "processes", kind, "Other programs and processes cannot be started here."
        case SyntaxError():
            return "error", kind, error.msg or "This is not Python."
        case KeyError():
            return "error", kind, f"The key {_words(error)} is not there."
        case ImportError():
            return "error", kind, PLACE.sub("", _words(error))
        case EOFError():
            return "error", kind, "There is nothing to read here: input() has no keyboard in the sandbox."
        case NotImplementedError() if not _words(error):
            return "error", kind, "This part is not written yet."
        case SystemExit():
            return "error", kind, f"The program ended itself with the exit code {_words(error)}."
    return "error", kind, _words(error) or f"{kind} was raised without a message."


def _words(error: BaseException) -> str:
    """The message, whatever a hostile `__str__` does."""
    try:
        return str(error).strip()
    except BaseException:
        return "(the message cannot be shown)"


def _format(error: BaseException, frames: traceback.StackSummary, filename: str, message: str) -> str:
    """The learner's frames, those of libraries folded, then the message."""
    lines = (
        format_syntax(error)
        if isinstance(error, SyntaxError) and error.text
        else format_frames(frames, filename)
    )
    cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if cause is not None:
        lines.append(f"  because of {type(cause).__name__}: {_words(cause)}")
    return "\n".join([*lines, f"{type(error).__name__}: {message}"])
