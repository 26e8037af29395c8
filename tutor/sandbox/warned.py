"""Warnings for the learner: each once, as one line with the line of theirs that caused it."""

from __future__ import annotations

import re
import sys
import types
import warnings
from typing import TextIO

from tutor.sandbox.advice.advise import advise_on_warning

QUIET = (DeprecationWarning, PendingDeprecationWarning, ImportWarning, ResourceWarning)
OF_PLOTTING = (
    "FigureCanvasAgg is non-interactive",
    "The figure layout has changed to tight",
    "This figure was using a layout engine that is incompatible with subplots_adjust",
)
"""What matplotlib says about our way of showing its figures, not about the learner's code."""
LETTERS = 400


def show_warnings(filename: str, stream: TextIO) -> None:
    """From now on a warning is one line, with advice below it; deprecations only of the learner's doing."""
    seen: set[tuple[str, int, str]] = set()

    def write(
        message: Warning | str,
        category: type[Warning],
        where: str,
        lineno: int,
        file: TextIO | None = None,
        _line: str | None = None,
    ) -> None:
        number = lineno if where == filename else _own_line(filename)
        text = one_line(str(message))
        # Folds and iterations warn again with other numbers in the same words.
        key = (category.__name__, number, re.sub(r"\d+", "#", text))
        if key in seen:
            return
        seen.add(key)
        lead = f"line {number}: " if number else ""
        hint = advise_on_warning(category, str(message))
        print(f"{lead}{category.__name__}: {text}", file=file or stream)
        if hint:
            print(f"  → {hint}", file=file or stream)

    warnings.resetwarnings()
    warnings.simplefilter("default")
    for quiet in QUIET:
        warnings.simplefilter("ignore", quiet)
    warnings.filterwarnings("default", category=DeprecationWarning, module="__main__")
    for message in OF_PLOTTING:
        warnings.filterwarnings("ignore", message)
    warnings.showwarning = write  # type: ignore[assignment]


def one_line(text: str) -> str:
    """A message without line breaks and without the addresses that libraries append."""
    kept = [line.strip() for line in text.splitlines() if "http" not in line and line.strip()]
    flat = " ".join(kept).removesuffix("You might also want to scale the data as shown in:")
    flat = flat.replace("Please also refer to the documentation for alternative solver options:", "").strip()
    return flat if len(flat) <= LETTERS else f"{flat[:LETTERS]}…"


def _own_line(filename: str) -> int:
    """The learner's line that is running, 0 in a thread that has none."""
    frame: types.FrameType | None = sys._getframe(2)
    while frame is not None and frame.f_code.co_filename != filename:
        frame = frame.f_back
    return frame.f_lineno if frame is not None else 0
