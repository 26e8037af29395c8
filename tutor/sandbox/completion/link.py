"""The tutor's side of one jedi process."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import socket
import subprocess
from dataclasses import dataclass

from tutor.sandbox.completion.answers import FROM_JEDI, TO_JEDI
from tutor.sandbox.spares import command, environment
from tutor.sandbox.wire import DONE, REQUEST, WAITING, Frame, Reader, WireError, pack

CHUNK = 1 << 16


class LinkLostError(Exception):
    """The process is gone, or could not be confined."""


@dataclass(slots=True, eq=False)
class Link:
    """A running process and the wire to it."""

    process: asyncio.subprocess.Process
    incoming: asyncio.StreamReader
    outgoing: asyncio.StreamWriter
    frames: Reader

    async def ask(self, question: bytes) -> bytes:
        """The answer; raises LinkLostError. One question at a time."""
        try:
            self.outgoing.write(pack(REQUEST, question, TO_JEDI))
            await self.outgoing.drain()
        except (OSError, WireError) as error:
            raise LinkLostError(str(error)) from None
        return await self.receive(DONE)

    async def receive(self, kind: bytes) -> bytes:
        """The payload of the next frame, which must be of this kind; raises LinkLostError."""
        found: list[Frame] = []
        while not found:
            try:
                chunk = await self.incoming.read(CHUNK)
                found = list(self.frames.feed(chunk))
            except (OSError, WireError) as error:
                raise LinkLostError(str(error)) from None
            if not chunk:
                raise LinkLostError("it ended")
        (frame,) = found[:1]
        if len(found) > 1 or frame.kind != kind:
            raise LinkLostError("it said what it was not asked")
        return frame.payload

    async def close(self) -> None:
        """Kill the process and what belongs to it, and wait until it is gone."""
        self.outgoing.close()
        with contextlib.suppress(OSError):
            os.killpg(self.process.pid, signal.SIGKILL)
        await self.process.wait()


async def connect(level: int) -> Link:
    """A process confined at this level that waits for questions; raises LinkLostError."""
    ours, theirs = socket.socketpair()
    with theirs:
        try:
            process = await asyncio.create_subprocess_exec(
                *command("completion", theirs.fileno(), level),
                env=environment(),
                cwd="/",
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                pass_fds=[theirs.fileno()],
                start_new_session=True,
            )
        except OSError as error:
            ours.close()
            raise LinkLostError(str(error)) from None
    incoming, outgoing = await asyncio.open_connection(sock=ours)
    link = Link(process, incoming, outgoing, Reader(FROM_JEDI))
    try:
        await link.receive(WAITING)
    except (LinkLostError, asyncio.CancelledError):
        await link.close()
        raise
    return link
