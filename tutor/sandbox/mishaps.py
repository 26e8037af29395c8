"""Exceptions in the words of people: which line of theirs, what happened, their frames first."""

from __future__ import annotations

import traceback
from types import TracebackType

from tutor.run import RunError, Status

MOST_FRAMES = 30


def explain(error: BaseException, filename: str) -> tuple[Status, RunError]:
    """The status that `error` ends a run with, and what to say about it; `filename` is the learner's."""
    status, kind, message = _classify(error)
    frames = traceback.extract_tb(_cut(error.__traceback__, filename))
    line = next((frame.lineno for frame in reversed(frames) if frame.filename == filename), None)
    if isinstance(error, SyntaxError) and error.filename == filename:
        line = error.lineno
    return status, RunError(kind, message, line, _format(error, frames, filename, message))


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
        case EOFError():
            return "error", kind, "There is nothing to read here: input() has no keyboard in the sandbox."
        case SystemExit():
            return "error", kind, f"The program ended itself with the exit code {_words(error)}."
    return "error", kind, _words(error) or f"{kind} was raised without a message."


def _words(error: BaseException) -> str:
    """The message, whatever a hostile `__str__` does."""
    try:
        return str(error).strip()
    except BaseException:
        return "(the message cannot be shown)"


def _cut(trace: TracebackType | None, filename: str) -> TracebackType | None:
    """The traceback from the learner's first frame on, or nothing."""
    while trace is not None and trace.tb_frame.f_code.co_filename != filename:
        trace = trace.tb_next
    return trace


def _format(error: BaseException, frames: traceback.StackSummary, filename: str, message: str) -> str:
    """The learner's frames, then the library frame where it happened, then the message."""
    own = [frame for frame in frames if frame.filename == filename]
    lines = [f"  line {frame.lineno}, in {frame.name}\n    {frame.line}" for frame in own[-MOST_FRAMES:]]
    if len(own) > MOST_FRAMES:
        lines.insert(0, f"  … {len(own) - MOST_FRAMES} frames before")
    if frames and frames[-1].filename != filename:
        deepest = frames[-1]
        lines.append(f"  inside {_library(deepest.filename)}, line {deepest.lineno}, in {deepest.name}")
    if isinstance(error, SyntaxError) and error.text:
        pointer = " " * max(0, (error.offset or 1) - 1) + "^"
        lines = [f"  line {error.lineno}", f"    {error.text.rstrip()}", f"    {pointer}"]
    cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if cause is not None:
        lines.append(f"  because of {type(cause).__name__}: {_words(cause)}")
    return "\n".join([*lines, f"{type(error).__name__}: {message}"])


def _library(path: str) -> str:
    """A library file's path from its package on."""
    for root in ("site-packages/", "dist-packages/", "lib/python"):
        if root in path:
            return path.split(root, 1)[1]
    return path.rsplit("/", 1)[-1]
