"""One sandboxed process: waits for one order, runs it, tells how it ended, and is gone.

Nothing here is trusted by the other side once the learner's code has run.
"""

from __future__ import annotations

import contextlib
import faulthandler
import io
import os
import random
import signal
import sys
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from tutor.figure import Figure
from tutor.run import RunError
from tutor.sandbox import callbacks
from tutor.sandbox.displays import emit
from tutor.sandbox.execute import execute, new_module
from tutor.sandbox.messages import (
    Ending,
    Order,
    dump_progress,
    load_order,
    pack_ending,
    pack_figure,
)
from tutor.sandbox.shown import plotting
from tutor.sandbox.warned import show_warnings
from tutor.sandbox.wire import BEGUN, PROGRESS, REQUEST, TO_CHILD, WAITING, Reader, WireError, pack

WIRE = 3
"""The descriptor of the wire; 0 is /dev/null, 1 and 2 are pipes to the tutor."""
LARGEST_SEED = 1 << 32


@dataclass(frozen=True, slots=True)
class Post:
    """The writing end of the wire."""

    descriptor: int

    def send(self, frames: bytes) -> None:
        """All of `frames`; ends the process when nobody listens any more."""
        rest = memoryview(frames)
        try:
            while rest:
                rest = rest[os.write(self.descriptor, rest) :]
        except BrokenPipeError:
            os._exit(0)

    def progress(self, done: float, total: float, note: str) -> None:
        """Report how far a loop has come."""
        self.send(pack(PROGRESS, dump_progress(done, total, note)))

    def figure(self, figure: Figure) -> None:
        """Show a figure."""
        if not isinstance(figure, Figure):
            raise TypeError(f"show takes a Figure, not a {type(figure).__name__}")
        self.send(pack_figure(figure))


def work(limit: Callable[[Order], None]) -> None:
    """Touch what a run needs, wait for the order, `limit` this process to it, run it, exit."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    post = Post(WIRE)
    touch()
    post.send(pack(WAITING))
    order = _receive()
    _open_streams()
    _connect(post)
    module = new_module(order.request)
    limit(order)
    for source, seed in order.before:
        _seed(seed)
        with _silence():
            execute(replace(order.request, source=source, entry=None), module)
    _seed(order.seed)
    show_warnings(order.request.filename, sys.stderr)
    post.send(pack(BEGUN))
    ending, result = execute(order.request, module)
    try:
        for figure in result.figures if result else ():
            post.figure(figure)
        frame = pack_ending(ending)
    except (WireError, TypeError, ValueError, AttributeError) as error:
        refused = RunError(type(error).__name__, f"This result cannot be shown: {error}")
        frame = pack_ending(Ending("error", ending.elapsed_s, refused))
    with contextlib.suppress(Exception):
        sys.stdout.flush()
        sys.stderr.flush()
    post.send(frame)
    os._exit(0)


def _receive() -> Order:
    """The one order; ends the process when the tutor has gone."""
    reader = Reader(TO_CHILD)
    while True:
        chunk = os.read(WIRE, 1 << 18)
        if not chunk:
            os._exit(0)
        for frame in reader.feed(chunk):
            if frame.kind == REQUEST:
                return load_order(frame.payload)


def _open_streams() -> None:
    """Python's streams on the pipes, line by line, unencodable characters escaped."""
    sys.stdin = io.TextIOWrapper(io.FileIO(0, closefd=False), "utf-8")
    for name, descriptor in (("stdout", 1), ("stderr", 2)):
        raw = io.FileIO(descriptor, "w", closefd=False)
        text = io.TextIOWrapper(io.BufferedWriter(raw), "utf-8", "backslashreplace", line_buffering=True)
        setattr(sys, name, text)
    faulthandler.enable(sys.stderr)


def _connect(post: Post) -> None:
    """Let progress and show reach the tutor."""
    emit.report = post.progress
    emit.display = post.figure
    plotting.connect()
    callbacks.connect()


@contextlib.contextmanager
def _silence() -> Iterator[None]:
    """Nothing that a replayed cell prints or shows is seen again."""
    report, display = emit.report, emit.display
    emit.report = emit.display = emit.nowhere
    try:
        with (
            open(os.devnull, "w", encoding="utf-8") as nothing,
            contextlib.redirect_stdout(nothing),
            contextlib.redirect_stderr(nothing),
        ):
            yield
    finally:
        emit.report, emit.display = report, display


def _seed(seed: int) -> None:
    """Every run starts the global generators where its order says."""
    import numpy

    random.seed(seed)
    numpy.random.seed(seed % LARGEST_SEED)


def touch() -> None:
    """Fit something tiny, so that the pages which a fit writes to are this process's own already."""
    from sklearn.datasets import load_iris
    from sklearn.linear_model import LogisticRegression
    from sklearn.tree import DecisionTreeClassifier

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        x, y = load_iris(return_X_y=True)
        DecisionTreeClassifier(max_depth=3).fit(x, y).score(x, y)
        LogisticRegression(max_iter=20).fit(x[:100], y[:100]).score(x, y)
    exec(compile("a = 1\nprint", "<touch>", "exec"), {})
