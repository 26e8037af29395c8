"""The tutor's side of one process that waits for a run, or runs it."""

from __future__ import annotations

import asyncio
import contextlib
import os
import socket
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from tutor.sandbox.wire import FROM_CHILD, WAITING, Reader, pack

Wish: TypeAlias = Literal["interrupt", "freeze", "wake", "kill"]
"""What the tutor wants of a process: `interrupt` asks it to stop its run, `kill` takes its group."""
READY = pack(WAITING)


@dataclass(slots=True, eq=False)
class Seat:
    """The tutor's ends of a process's wire, stdout and stderr; all three do not block."""

    wire: socket.socket
    out: int
    err: int
    tell: Callable[[Wish], None]
    """Reaches the process past its wire; a platform without such a thing as a wish ignores it."""
    exited: asyncio.Future[int | None]
    """The wait status, once the process is gone; None when nobody knows it."""
    waiting: asyncio.Future[None]
    """Done once the process waits for its order."""
    reader: Reader = field(default_factory=lambda: Reader(FROM_CHILD))
    """Holds the part of a frame that has not come whole yet."""

    def watch(self) -> None:
        """Notice when the process begins to wait."""
        asyncio.get_running_loop().add_reader(self.wire.fileno(), self._first_frame)

    def _first_frame(self) -> None:
        asyncio.get_running_loop().remove_reader(self.wire.fileno())
        with contextlib.suppress(OSError):
            if self.wire.recv(len(READY)) == READY and not self.waiting.done():
                self.waiting.set_result(None)

    async def settle(self) -> bool:
        """Whether the process waits for its order; False when it ended instead."""
        await asyncio.wait((self.waiting, self.exited), return_when=asyncio.FIRST_COMPLETED)
        return not self.exited.done()

    def gone(self, status: int | None) -> None:
        """The process has ended."""
        if not self.exited.done():
            self.exited.set_result(status)

    def rest(self) -> None:
        """Freeze the process until the next order, with the threads that its code left behind."""
        self._listen_no_more()
        self.tell("freeze")

    def wake(self) -> None:
        """Let the process go on after `rest`."""
        self.tell("wake")

    def _listen_no_more(self) -> None:
        loop = asyncio.get_running_loop()
        for descriptor in (self.wire.fileno(), self.out, self.err):
            loop.remove_reader(descriptor)
        loop.remove_writer(self.wire.fileno())

    def close(self) -> None:
        """Let go of all descriptors; a second time does nothing."""
        if self.wire.fileno() < 0:
            return
        self._listen_no_more()
        self.wire.close()
        for descriptor in (self.out, self.err):
            with contextlib.suppress(OSError):
                os.close(descriptor)


@dataclass(frozen=True, slots=True)
class Ends:
    """The other ends, for the process itself."""

    wire: socket.socket
    out: int
    err: int

    def close(self) -> None:
        """Once the process has its own copies."""
        self.wire.close()
        os.close(self.out)
        os.close(self.err)


def new_seat(tell: Callable[[Wish], None]) -> tuple[Seat, Ends]:
    """Fresh channels, both sides."""
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)
    out_read, out_write = os.pipe()
    err_read, err_write = os.pipe()
    ours.setblocking(False)
    os.set_blocking(out_read, False)
    os.set_blocking(err_read, False)
    loop = asyncio.get_running_loop()
    seat = Seat(ours, out_read, err_read, tell, loop.create_future(), loop.create_future())
    seat.watch()
    return seat, Ends(theirs, out_write, err_write)
