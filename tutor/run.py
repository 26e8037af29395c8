"""What passes between the tutor and the sandbox: a request down, events up, a result last."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from tutor.figure import Figure

Scalar: TypeAlias = bool | int | float | str

Status: TypeAlias = Literal["ok", "error", "timeout", "memory", "output", "processes", "crashed", "stopped"]


Origin: TypeAlias = Literal["learner", "shipped", "pack"]
"""Whose code it is: typed by the learner, of the course that comes with mltutor, or of another course."""

CELL = "<cell>"
"""What code is called that comes from no file."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one run may use."""

    wall_s: float = 10.0
    memory_mb: int = 512
    """Megabytes on top of what the warm interpreter holds."""
    output_bytes: int = 1 << 20


@dataclass(frozen=True, slots=True)
class OwnPoints:
    """Points that the learner painted: x and y from −1 to 1, and the class from 1 to 4."""

    points: tuple[tuple[float, float, int], ...]


@dataclass(frozen=True, slots=True)
class OwnPixels:
    """A square image that the learner painted: rows from the top, `#` for a lit pixel, `.` for a dark one."""

    rows: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OwnFile:
    """A file of the learner's, as bytes: it is read in the sandbox only."""

    name: str
    content: bytes = field(repr=False)


Own: TypeAlias = OwnPoints | OwnPixels | OwnFile
"""What of the learner's stands in for the lesson's data."""


@dataclass(frozen=True, slots=True)
class RunRequest:
    """Source text to execute; then `entry`, if any, is called with `params` and `seed` as keywords."""

    source: str
    filename: str = CELL
    entry: str | None = None
    params: Mapping[str, Scalar] = field(default_factory=dict)
    seed: int | None = None
    session: str | None = None
    """Runs of one session share variables, like the cells of a notebook."""
    origin: Origin = "learner"
    limits: Limits = Limits()
    sitting: Mapping[str, str] | None = None
    """Of a part of an exercise's judging: texts for it; nothing but the sandboxed process reads them."""
    own: Own | None = None


@dataclass(frozen=True, slots=True)
class RunError:
    """What went wrong, for people."""

    kind: str
    """The exception's class name, or a word of ours such as `timeout`."""
    message: str
    line: int | None = None
    """The learner's line (1-based) that was running."""
    traceback: str = ""
    hint: str = ""
    """What to try, in plain language; empty if nothing is known."""


@dataclass(frozen=True, slots=True)
class RunResult:
    """The end of a run; what was printed and shown before stays valid whatever the status."""

    status: Status
    elapsed_s: float
    stdout: str = ""
    stderr: str = ""
    error: RunError | None = None
    figures: tuple[Figure, ...] = ()
    metrics: Mapping[str, float] = field(default_factory=dict)
    cpu_s: float = 0.0
    """Processor time that the run took; 0 if it was ended from outside."""
    reply: str = ""
    """What a part of an exercise's judging hands to the next: opaque text, untrusted like all the rest."""


@dataclass(frozen=True, slots=True)
class Started:
    """The code has been handed to a process."""


@dataclass(frozen=True, slots=True)
class Output:
    """Text that the code printed, sanitised."""

    stream: Literal["stdout", "stderr"]
    text: str


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a long run has come."""

    done: float
    total: float
    note: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """A figure that is ready before the run ends."""

    figure: Figure


@dataclass(frozen=True, slots=True)
class Finished:
    """The last event of every run."""

    result: RunResult


RunEvent: TypeAlias = Started | Output | Progress | Shown | Finished
