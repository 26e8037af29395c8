"""An exercise, frozen: what is to be written, the rungs of help, the wrong solutions that are known."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class WrongSolution:
    """A wrong solution that people hand in, recognised by the cases it fails, and its diagnosis."""

    name: str
    """Its file is `<exercise>_wrong_<name>.py`."""
    says: str
    misconception: str = ""


@dataclass(frozen=True, slots=True)
class Exercise:
    """Code to be written, judged by hidden cases; its files in `folder` begin with its id."""

    id: str
    title: str
    task: str
    """Markdown."""
    entry: str
    """The name of the function or class that the learner defines."""
    folder: Path
    nudge: str
    idea: str
    skeleton: str
    """Python with gaps: the third rung of help."""
    wrong: tuple[WrongSolution, ...] = ()
    time_s: float = 5.0
    """The most seconds that one judging may take."""
