"""The process that jedi runs in: confined like a run, asked and answering in frames, gone with the tutor."""

from __future__ import annotations

import contextlib
import gc
import os
import select
import signal
import sys
from collections.abc import Iterator
from importlib.machinery import PathFinder
from typing import TYPE_CHECKING, NoReturn, cast

from tutor.run import Limits
from tutor.sandbox import ceilings, kernel, landlock, readable, selftest
from tutor.sandbox.completion.answers import FROM_JEDI, TO_JEDI, Asked
from tutor.sandbox.confine import enter
from tutor.sandbox.wire import DONE, REQUEST, WAITING, Reader, dump, load_object, pack

if TYPE_CHECKING:
    from tutor.sandbox.completion.analysis import Analysis

LIMITS = Limits(wall_s=3600, memory_mb=1024)
"""Of all answers together."""
ANSWER_CPU_S = 10.0
"""Processor time of one answer, after which the process ends; reading a big package takes seconds, once."""
LEARNERS_OWN = ("__init__.py", "figure.py", "sandbox/__init__.py", "sandbox/displays")
"""What a lesson's code imports of our package."""


def serve(wire: int, level: int) -> NoReturn:
    """Be that process at this level, or exit 1."""
    from tutor.sandbox.completion import analysis

    os.set_inheritable(wire, False)
    paths = [path for path in sys.path if path]
    listed = analysis.listings(paths)
    try:
        _confine(level, paths)
    except OSError:
        os._exit(1)
    with contextlib.suppress(OSError):
        os.nice(5)
    ceilings.lower(LIMITS, ceilings.own_size())
    try:
        _send(wire, pack(WAITING, caps=FROM_JEDI))
        _answer_all(wire, analysis.Analysis(listed))
    except (OSError, MemoryError):
        os._exit(1)
    os._exit(0)


def _confine(level: int, paths: list[str]) -> None:
    """Give up everything but reading modules; raises OSError."""
    cage = enter(level, reads=_reads())
    through = selftest.run(cage)
    if through:
        raise OSError(f"the self-test got through: {', '.join(through)}")
    if sys.platform == "linux":
        kernel.prctl(kernel.PR_SET_PDEATHSIG, signal.SIGKILL)
    for name, parent in (("tutor", paths), ("tutor.sandbox", [str(readable.PACKAGE)])):
        # The import system remembers what lies in a folder that cannot be listed later.
        PathFinder.find_spec(name, parent)
    cage.confine()


def _reads() -> Iterator[tuple[str, int]]:
    """What is read besides the packages that a run reads."""
    for name in LEARNERS_OWN:
        yield str(readable.PACKAGE / name), landlock.READ


def _answer_all(wire: int, analysis: Analysis) -> None:
    """One answer for each question until the tutor has gone; read ahead while nothing is asked."""
    from tutor.sandbox.completion.analysis import AHEAD

    # A handler, because the first process of a namespace ignores what it does not handle.
    signal.signal(signal.SIGPROF, _give_up)
    ahead = list(AHEAD)
    reader = Reader(TO_JEDI)
    while True:
        while ahead and not select.select([wire], [], [], 0)[0]:
            analysis.warm_up(ahead.pop(0))
            gc.freeze()
        chunk = os.read(wire, 1 << 18)
        if not chunk:
            return
        for frame in reader.feed(chunk):
            if frame.kind == REQUEST:
                signal.setitimer(signal.ITIMER_PROF, ANSWER_CPU_S)
                answer = _answer(analysis, frame.payload)
                signal.setitimer(signal.ITIMER_PROF, 0)
                _send(wire, pack(DONE, answer, FROM_JEDI))


def _answer(analysis: Analysis, payload: bytes) -> bytes:
    """The answer to a question that our own side wrote."""
    match load_object(payload):
        case {"asked": str(asked), "source": str(source), "line": int(line), "column": int(column)}:
            return dump(analysis.answer(cast("Asked", asked), source, line, column))
    return dump(None)


def _give_up(*_: object) -> NoReturn:
    """An answer takes too long."""
    os._exit(1)


def _send(wire: int, frame: bytes) -> None:
    rest = memoryview(frame)
    while rest:
        rest = rest[os.write(wire, rest) :]
