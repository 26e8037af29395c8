"""Tracebacks for the learner: their own lines in full, everybody else's folded."""

from __future__ import annotations

import traceback
from itertools import groupby
from types import TracebackType

MOST_FRAMES = 30
"""Own frames shown, the innermost ones."""
PROJECTS = {"sklearn": "scikit-learn", "_pytest": "pytest"}


def own_part(trace: TracebackType | None, filename: str) -> TracebackType | None:
    """The traceback from the first frame in the learner's file on, or nothing."""
    while trace is not None and trace.tb_frame.f_code.co_filename != filename:
        trace = trace.tb_next
    return trace


def innermost(trace: TracebackType | None, filename: str) -> TracebackType | None:
    """The last step of the traceback that lies in the learner's file."""
    found = None
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == filename:
            found = trace
        trace = trace.tb_next
    return found


def format_frames(frames: traceback.StackSummary, filename: str) -> list[str]:
    """The learner's frames with their source, runs of other frames as one line each."""
    lines: list[str] = []
    left_out = sum(frame.filename == filename for frame in frames) - MOST_FRAMES
    if left_out > 0:
        lines.append(f"  … {left_out} frames before")
        while left_out > 0:
            left_out -= frames.pop(0).filename == filename
    for own, run in groupby(frames, lambda frame: frame.filename == filename):
        group = list(run)
        lines.extend(map(_own, group) if own else [_folded(group)])
    return lines


def format_syntax(error: SyntaxError) -> list[str]:
    """The line that is no Python, and where in it."""
    pointer = " " * max(0, (error.offset or 1) - 1) + "^"
    return [f"  line {error.lineno}", f"    {(error.text or '').rstrip()}", f"    {pointer}"]


def _own(frame: traceback.FrameSummary) -> str:
    """One frame with its source and a mark under the part that failed."""
    source = traceback.format_list([frame])[0].rstrip("\n").partition("\n")[2]
    head = f"  line {frame.lineno}, in {frame.name}"
    return f"{head}\n{source}" if source else head


def _folded(run: list[traceback.FrameSummary]) -> str:
    """How many frames lie in which library, and where they end."""
    last = run[-1]
    path = _short(last.filename)
    package = path.partition("/")[0]
    project = PROJECTS.get(package, package.removesuffix(".py"))
    count = "1 frame" if len(run) == 1 else f"{len(run)} frames"
    return f"  … {count} in {project}, down to {path}, line {last.lineno}, in {last.name}"


def _short(path: str) -> str:
    """A library file's path from its package on."""
    for root in ("site-packages/", "dist-packages/", "lib/python"):
        if root in path:
            return path.split(root, 1)[1]
    return path.rsplit("/", 1)[-1]
