"""Code for the simulated cluster, and a runner that runs it in this process."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from tests.ui.fakes import FakeRunner
from tutor.run import Finished, RunError, RunEvent, RunRequest, RunResult, Started

RIGHT = """\
def map_part(part):
    return len(part), sum(part), sum(each * each for each in part)


def combine(a, b):
    return tuple(x + y for x, y in zip(a, b))


def finalise(total):
    n, s, q = total
    return s / n, q / n - (s / n) ** 2
"""
AVERAGES = """\
def map_part(part):
    m = sum(part) / max(1, len(part))
    return m, sum((x - m) ** 2 for x in part) / max(1, len(part))


def combine(a, b):
    return (a[0] + b[0]) / 2, (a[1] + b[1]) / 2 + (a[0] - b[0]) ** 2 / 4


def finalise(total):
    return total
"""
RACE = """\
total = [0, 0.0, 0.0]


def map_part(part):
    for x in part:
        total[0] += 1; total[1] += x; total[2] += x * x
    return tuple(total)


def combine(a, b):
    return tuple(x + y for x, y in zip(a, b))


def finalise(t):
    return t[1] / t[0], t[2] / t[0] - (t[1] / t[0]) ** 2
"""


def result(source: str) -> RunResult:
    """The end of a run of this program."""
    names: dict[str, Any] = {"__name__": "cell"}
    try:
        exec(compile(source, "show_me.py", "exec"), names)
        found = names["run"](seed=0)
    except Exception as error:
        return RunResult("error", 0.1, error=RunError(type(error).__name__, str(error), 2))
    return RunResult("ok", 0.1, figures=tuple(found.figures), metrics=dict(found.metrics))


def played(request: RunRequest) -> Iterable[RunEvent]:
    """The events of a run."""
    return (Started(), Finished(result(request.source)))


def here() -> FakeRunner:
    """A runner whose runs happen in this process."""
    return FakeRunner(script=played)
