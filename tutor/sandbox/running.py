"""One run, seen from the tutor: its events, its limits, its end."""

from __future__ import annotations

import asyncio
import codecs
import io
import os
from collections import deque
from collections.abc import AsyncIterator, Mapping
from dataclasses import replace

from tutor.figure import Figure
from tutor.run import (
    Finished,
    Output,
    Progress,
    RunError,
    RunEvent,
    RunResult,
    Shown,
    Started,
    Status,
)
from tutor.sandbox import endings
from tutor.sandbox.messages import (
    MOST_FIGURES,
    Ending,
    Order,
    load_ending,
    load_figure,
    load_progress,
    pack_order,
)
from tutor.sandbox.pictures import Array
from tutor.sandbox.sanitise import sanitise
from tutor.sandbox.seat import Seat
from tutor.sandbox.wire import (
    ARRAY,
    BEGUN,
    DONE,
    FIGURE,
    MIB,
    PROGRESS,
    REPLY,
    Frame,
    WireError,
    load,
    load_array,
)

CHUNK = 1 << 16
MOST_BYTES = 64 * MIB
MOST_ARRAYS = 256
MOST_REPLY = 16 * MIB
GRACE_S = 0.5
"""Between asking a run to stop and killing it."""


class Printed:
    """What one stream printed, decoded and sanitised."""

    def __init__(self) -> None:
        """Nothing yet."""
        utf8 = codecs.getincrementaldecoder("utf-8")("replace")
        self._decoder = io.IncrementalNewlineDecoder(utf8, translate=True)
        self._parts: list[str] = []

    def add(self, chunk: bytes, final: bool = False) -> str:
        """The text that `chunk` completes."""
        text = sanitise(self._decoder.decode(chunk, final))
        self._parts.append(text)
        return text

    def text(self) -> str:
        """All of it."""
        return "".join(self._parts)


class Running:
    """From the wish to run until the result; everything happens in the event loop's callbacks."""

    def __init__(self, order: Order) -> None:
        """Not handed over yet."""
        self.order = order
        self.result: RunResult | None = None
        self._seat: Seat | None = None
        self._kept: Seat | None = None
        self._events: deque[RunEvent] = deque()
        self._news = asyncio.Event()
        self._printed = {"stdout": Printed(), "stderr": Printed()}
        self._printed_bytes = self._wire_bytes = 0
        self._arrays: list[Array] = []
        self._reply = bytearray()
        self._figures: dict[str, Figure] = {}
        self._rest = memoryview(b"")
        self._given_at = 0.0
        self._begun_at: float | None = None
        self._timer: asyncio.TimerHandle | None = None
        self._stopping = self._at_home = False

    async def events(self) -> AsyncIterator[RunEvent]:
        """Everything that happens, Finished last."""
        while True:
            while self._events:
                event = self._events.popleft()
                yield event
                if isinstance(event, Finished):
                    return
            self._news.clear()
            await self._news.wait()

    def hand_over(self, seat: Seat, at_home: bool = False) -> None:
        """Give the order to the process in `seat`, once only; `at_home` if its session's state is there."""
        loop = asyncio.get_running_loop()
        self._seat, self._at_home = seat, at_home
        self._given_at = loop.time()
        order = replace(self.order, before=()) if at_home else self.order
        try:
            self._rest = memoryview(pack_order(order))
        except (WireError, ValueError) as error:
            self.fail("error", RunError("ValueError", f"This cannot be run: {error}"))
            return
        loop.add_reader(seat.wire.fileno(), self._read_wire)
        loop.add_reader(seat.out, self._read_text, "stdout", seat.out)
        loop.add_reader(seat.err, self._read_text, "stderr", seat.err)
        seat.exited.add_done_callback(self._exited)
        wall = order.request.limits.wall_s * (1 + len(order.before)) + 1
        self._timer = loop.call_later(wall, self._time_out)
        if at_home:
            seat.wake()
        self._write()

    def stop(self, newer: bool = False) -> None:
        """Ask politely, then kill after half a second; a second time, or for a newer run, kill at once."""
        if self.result is not None:
            return
        if self._seat is None or self._stopping or newer:
            self.fail("stopped", endings.stopped(newer))
            return
        self._stopping = True
        self._seat.tell("interrupt")
        if self._timer:
            self._timer.cancel()
        loop = asyncio.get_running_loop()
        self._timer = loop.call_later(GRACE_S, self.fail, "stopped", endings.stopped(False))

    def fail(self, status: Status, error: RunError) -> None:
        """End the run from this side."""
        self._drain()
        self._finish(status, error, {}, None)

    def _write(self) -> None:
        """Send what is left of the order."""
        seat = self._seat
        if seat is None or self.result is not None:
            return
        loop = asyncio.get_running_loop()
        try:
            self._rest = self._rest[seat.wire.send(self._rest) :]
        except BlockingIOError:
            pass
        except OSError:
            self._rest = memoryview(b"")
        if self._rest:
            loop.add_writer(seat.wire.fileno(), self._write)
        else:
            loop.remove_writer(seat.wire.fileno())

    def _read_wire(self) -> None:
        """A piece of what the process tells."""
        if self._seat is None or self.result is not None:
            return
        try:
            chunk = self._seat.wire.recv(CHUNK)
        except BlockingIOError:
            return
        except OSError:
            chunk = b""
        if not chunk:
            asyncio.get_running_loop().remove_reader(self._seat.wire.fileno())
            return
        self._wire_bytes += len(chunk)
        try:
            if self._wire_bytes > MOST_BYTES:
                raise WireError("more than 64 MiB of results")
            for frame in self._seat.reader.feed(chunk):
                self._take(frame)
        except WireError as error:
            self.fail("crashed", endings.not_understood(error))

    def _take(self, frame: Frame) -> None:
        """One frame; raises WireError."""
        if self.result is not None:
            return
        if frame.kind == BEGUN and self._begun_at is None:
            self._begin()
        elif self._begun_at is None and self._at_home:
            # Said by a thread that an earlier cell left behind, while nobody listened.
            return
        elif frame.kind == PROGRESS:
            self._tell(load_progress(load(frame.payload)))
        elif frame.kind == ARRAY:
            if len(self._arrays) >= MOST_ARRAYS:
                raise WireError(f"a figure of more than {MOST_ARRAYS} arrays")
            self._arrays.append(load_array(frame.payload))
        elif frame.kind == FIGURE:
            figure = load_figure(frame.payload, self._arrays)
            self._arrays = []
            if len(self._figures) >= MOST_FIGURES and figure.title not in self._figures:
                raise WireError(f"more than {MOST_FIGURES} figures")
            self._figures[figure.title] = figure
            self._tell(Shown(figure))
        elif frame.kind == REPLY and self.order.request.sitting is not None:
            if len(self._reply) + len(frame.payload) > MOST_REPLY:
                raise WireError(f"more than {MOST_REPLY / MIB:g} MiB in reply")
            self._reply += frame.payload
        elif frame.kind == DONE:
            ending = load_ending(frame.payload)
            self._drain()
            self._end(ending)
        else:
            raise WireError(f"a frame of kind {frame.kind!r} at the wrong time")

    def _begin(self) -> None:
        """The learner's code runs from now on."""
        loop = asyncio.get_running_loop()
        self._begun_at = loop.time()
        if self._timer and not self._stopping:
            self._timer.cancel()
            self._timer = loop.call_later(self.order.request.limits.wall_s, self._time_out)
        self._tell(Started())

    def _read_text(self, stream: str, descriptor: int) -> bool:
        """A piece of what the process printed; whether there may be more."""
        if self.result is not None:
            return False
        try:
            chunk = os.read(descriptor, CHUNK)
        except BlockingIOError:
            return False
        except OSError:
            chunk = b""
        room = self.order.request.limits.output_bytes - self._printed_bytes
        self._printed_bytes += len(chunk)
        self._print(stream, chunk[:room])
        if not chunk:
            asyncio.get_running_loop().remove_reader(descriptor)
        if len(chunk) > room:
            error = endings.too_much_output(self.order.request.limits.output_bytes)
            self._finish("output", error, {}, None)
        return bool(chunk)

    def _print(self, stream: str, chunk: bytes, final: bool = False) -> None:
        text = self._printed[stream].add(chunk, final)
        if text:
            self._tell(Output("stdout" if stream == "stdout" else "stderr", text))

    def _drain(self) -> None:
        """Take what is in the pipes, without waiting for their end: a grandchild may hold them."""
        if self._seat is not None and self.result is None:
            for stream, descriptor in (("stdout", self._seat.out), ("stderr", self._seat.err)):
                while self._read_text(stream, descriptor):
                    pass

    def _exited(self, exited: asyncio.Future[int | None]) -> None:
        """The process is gone: what it said last counts first."""
        seat = self._seat
        while self.result is None and seat is not None:
            before = self._wire_bytes
            self._read_wire()
            if self._wire_bytes == before:
                break
        if self.result is None:
            self._drain()
            stderr = self._printed["stderr"].text()
            status, error = endings.died(exited.result(), stderr, self.order.request.filename)
            if self._stopping:
                status, error = "stopped", endings.stopped(False)
            self._finish(status, error, {}, None)

    def _time_out(self) -> None:
        self.fail("timeout", endings.timed_out(self.order.request.limits.wall_s))

    def release(self) -> Seat | None:
        """The process, if it waits for the session's next order; it is the caller's from now on."""
        seat, self._kept = self._kept, None
        return seat

    def _end(self, ending: Ending) -> None:
        """The process told how it ended; one of a session waits for more."""
        lives_on = self.order.request.session is not None and ending.status in ("ok", "error")
        if lives_on and self.result is None and self._seat is not None:
            self._kept, self._seat = self._seat, None
            self._kept.exited.remove_done_callback(self._exited)
            self._kept.rest()
        self._finish(ending.status, ending.error, ending.metrics, ending.elapsed_s, ending.cpu_s)

    def _finish(
        self,
        status: Status,
        error: RunError | None,
        metrics: Mapping[str, float],
        elapsed_s: float | None,
        cpu_s: float = 0.0,
    ) -> None:
        """Make the result, once; the process group does not outlive it."""
        if self.result is not None:
            return
        for stream in self._printed:
            self._print(stream, b"", final=True)
        if self._timer:
            self._timer.cancel()
        self.result = RunResult(
            status,
            self._elapsed(elapsed_s),
            self._printed["stdout"].text(),
            self._printed["stderr"].text(),
            error,
            tuple(self._figures.values()),
            metrics,
            cpu_s,
            self._reply.decode("ascii", "replace"),
        )
        if self._seat is not None:
            self._seat.tell("kill")
            self._seat.close()
        self._tell(Finished(self.result))

    def _elapsed(self, told: float | None) -> float:
        """Seconds that the code ran: as its process told, but never more than have passed here."""
        now = asyncio.get_running_loop().time()
        if told is not None:
            return min(told, now - self._given_at)
        return 0.0 if self._begun_at is None else now - self._begun_at

    def _tell(self, event: RunEvent) -> None:
        """Queue an event; progress replaces progress that nobody took yet."""
        if isinstance(event, Progress) and self._events and isinstance(self._events[-1], Progress):
            self._events.pop()
        self._events.append(event)
        self._news.set()
