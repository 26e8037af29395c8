"""One sandboxed process: waits for an order, runs it, tells how it ended, and is gone; a session's waits on.

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
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from types import ModuleType

from tutor.figure import Figure
from tutor.run import RunError
from tutor.sandbox import callbacks, ceilings
from tutor.sandbox.displays import emit, own
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
from tutor.sandbox.threads import use_threads
from tutor.sandbox.warned import show_warnings
from tutor.sandbox.wire import (
    BEGUN,
    FILE,
    PROGRESS,
    REPLY,
    REQUEST,
    TO_CHILD,
    WAITING,
    Reader,
    WireError,
    pack,
)

WIRE = 3
"""The descriptor of the wire; 0 is /dev/null, 1 and 2 are pipes to the tutor."""
LARGEST_SEED = 1 << 32
SESSION_S = 3600.0
"""Processor time of one process, over all runs of its session."""
PATIENCE_S = 0.5


@dataclass(frozen=True, slots=True)
class Post:
    """The writing end of the wire."""

    descriptor: int
    turn: threading.Lock = field(default_factory=threading.Lock)
    """Frames of several threads do not mix."""

    def send(self, frames: bytes) -> None:
        """All of `frames`; ends the process when nobody listens any more."""
        rest = memoryview(frames)
        try:
            with self.turn:
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

    def reply(self, text: str) -> None:
        """Hand a text to the next part of a judging."""
        self.send(pack(REPLY, text.encode("ascii")))


def work(limit: Callable[[Order], None]) -> None:
    """Wait for the order, `limit` this process to it, run it, exit."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    post = Post(WIRE)
    post.send(pack(WAITING))
    orders = _orders()
    order = next(orders)
    _connect(post)
    module = new_module(order.request)
    limit(_for_all(order))
    _open_streams()
    _replay(order, module, post)
    _run(order, module, post)
    while order.request.session is not None:
        order = next(orders)
        _open_streams()
        _run(order, module, post)
    os._exit(0)


def _for_all(order: Order) -> Order:
    """The order with limits for all that this process may ever run."""
    if order.request.session is None:
        return order
    limits = replace(order.request.limits, wall_s=SESSION_S)
    return replace(order, request=replace(order.request, limits=limits))


def _replay(order: Order, module: ModuleType, post: Post) -> None:
    """Run the session's earlier cells unseen; only when that takes long a bar says why."""
    started, number = time.monotonic(), len(order.before)
    for place, cell in enumerate(order.before):
        if time.monotonic() - started > PATIENCE_S:
            post.progress(place, number, "bringing back what ran before")
        ceilings.grant_cpu(order.request.limits.wall_s)
        _seed(cell.seed)
        own.bring(cell.own)
        request = replace(order.request, source=cell.source, filename=cell.filename, entry=None)
        with _silence():
            ending, _ = execute(request, module)
        if ending.status == "stopped":
            post.send(pack_ending(ending))
            os._exit(0)


def _run(order: Order, module: ModuleType, post: Post) -> None:
    """Run the order's own code and tell everything."""
    if order.request.session is not None:
        ceilings.grant_cpu(order.request.limits.wall_s)
    _seed(order.seed)
    own.bring(order.request.own)
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


def _orders() -> Iterator[Order]:
    """Orders as they come; ends the process when the tutor has gone."""
    reader = Reader(TO_CHILD)
    files: list[bytes] = []
    while True:
        chunk = os.read(WIRE, 1 << 18)
        if not chunk:
            os._exit(0)
        for frame in reader.feed(chunk):
            if frame.kind == FILE:
                files.append(frame.payload)
            if frame.kind == REQUEST:
                yield load_order(frame.payload, files)
                files.clear()


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
    emit.reply = post.reply
    plotting.connect()
    use_threads()
    callbacks.connect()


@contextlib.contextmanager
def _silence() -> Iterator[None]:
    """Nothing that a replayed cell prints or shows is seen again."""
    report, display = emit.report, emit.display
    emit.report = emit.display = emit.nowhere
    try:
        with open(os.devnull, "w", encoding="utf-8") as nothing, _elsewhere(nothing.fileno()):
            yield
    finally:
        emit.report, emit.display = report, display


@contextlib.contextmanager
def _elsewhere(descriptor: int) -> Iterator[None]:
    """Whatever is written to stdout and stderr, by libraries too, goes to `descriptor`."""
    kept = [os.dup(each) for each in (1, 2)]
    for each in (1, 2):
        os.dup2(descriptor, each)
    try:
        yield
    finally:
        with contextlib.suppress(Exception):
            sys.stdout.flush()
            sys.stderr.flush()
        for each, copy in zip((1, 2), kept, strict=True):
            os.dup2(copy, each)
            os.close(copy)


def _seed(seed: int | None) -> None:
    """Start random generators where the order says: the global ones, and those made without a seed."""
    from numpy.random import bit_generator
    from numpy.random import seed as seed_numpy

    if seed is not None:
        random.seed(seed)
        seed_numpy(seed % LARGEST_SEED)
        bit_generator.randbits = random.Random(seed).getrandbits  # type: ignore[attr-defined]


def touch() -> None:
    """Fit something tiny, so that the pages which a fit writes to are this process's own already."""
    from sklearn.datasets import load_iris
    from sklearn.tree import DecisionTreeClassifier

    x, y = load_iris(return_X_y=True)
    DecisionTreeClassifier(max_depth=3).fit(x, y).score(x, y)
    exec(compile("a = 1\nprint", "<touch>", "exec"), {})
