"""At which line of the learner's code something happens."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, redirect_stdout
from types import FrameType, FunctionType, TracebackType
from typing import Any


def first_change(run: Callable[[], object], changed: Callable[[], bool], file: str) -> int | None:
    """The line of this file after which `changed` holds for the first time while `run` runs; None if none."""
    last: int | None = None
    found: int | None = None

    def step(frame: FrameType, event: str, _: object) -> Any:
        nonlocal last, found
        if found is None and last is not None and changed():
            found = last
        last = frame.f_lineno if event != "return" else last
        return step

    _traced(run, lambda frame: step if frame.f_code.co_filename == file else None)
    return found


def line_given_back(function: object, *given: Any) -> int | None:
    """The line from which the function returns for these values; None for what has no lines."""
    if not isinstance(function, FunctionType):
        return None
    found: int | None = None

    def step(frame: FrameType, event: str, _: object) -> Any:
        nonlocal found
        if event == "return":
            found = frame.f_lineno
        return step

    code = function.__code__
    _traced(lambda: function(*given), lambda frame: step if frame.f_code is code else None)
    return found


def quiet() -> AbstractContextManager[object]:
    """What is printed meanwhile is not shown: hundreds of calls would each print the same."""
    return redirect_stdout(io.StringIO())


def line_of_failure(trace: TracebackType | None, file: str) -> int | None:
    """The innermost line of this file that was running."""
    found = None
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == file:
            found = trace.tb_lineno
        trace = trace.tb_next
    return found


def _traced(run: Callable[[], object], watched: Callable[[FrameType], Any]) -> None:
    """Run with a watch on some frames; a failure of it is nobody's concern here."""

    def enter(frame: FrameType, event: str, argument: object) -> Any:
        step = watched(frame)
        return step(frame, event, argument) if step is not None else None

    before = sys.gettrace()
    sys.settrace(enter)
    try:
        with quiet():
            run()
    except Exception:
        return
    finally:
        sys.settrace(before)
