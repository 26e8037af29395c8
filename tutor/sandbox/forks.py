"""Spares forked from a zygote (Linux)."""

from __future__ import annotations

import array
import asyncio
import contextlib
import itertools
import json
import socket
import subprocess
from collections import deque
from collections.abc import Callable

from tutor.sandbox.sanitise import sanitise
from tutor.sandbox.seat import Ends, Seat, new_seat
from tutor.sandbox.spares import HIGHEST, SIGNALS, SandboxLostError, command, environment
from tutor.sandbox.wire import Json, WireError, load_object

MESSAGE = 4096
CLOSING_S = 2.0
ENTERING_S = 30.0


class Forks:
    """A zygote, its control socket, and the seats it serves."""

    def __init__(self, highest: int = HIGHEST) -> None:
        """Nothing runs yet; levels above `highest` are not tried."""
        self.alive = False
        self.on_complete: Callable[[], None] | None = None
        self.level = 0
        self.reason = ""
        self.missing: list[str] = []
        """Why each higher level cannot be had."""
        self._highest = highest
        self._process: subprocess.Popen[bytes] | None = None
        self._control: socket.socket | None = None
        self._entered: asyncio.Future[str] | None = None
        self._numbers = itertools.count(1)
        self._seats: dict[int, Seat] = {}
        self._outbox: deque[tuple[bytes, Ends | None]] = deque()

    async def start(self) -> None:
        """Start a zygote at the highest level that passes its self-test; it imports in the background."""
        for level in range(self._highest, -1, -1):
            self._launch(level)
            reason = await self._confined()
            if not reason:
                self.level = level
                return
            self.missing.append(f"level {level}: {reason}")
            await self.close()
        raise SandboxLostError(f"The sandbox cannot be started: {self.missing[-1]}")

    def _launch(self, level: int) -> None:
        """A zygote in a session of its own."""
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        ours.setblocking(False)
        with theirs:
            try:
                self._process = subprocess.Popen(
                    command("zygote", theirs.fileno(), level),
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
                raise SandboxLostError(f"The sandbox cannot be started: {error}") from None
        self._control = ours
        self.alive = True
        loop = asyncio.get_running_loop()
        self._entered = loop.create_future()
        loop.add_reader(ours.fileno(), self._listen)

    async def _confined(self) -> str:
        """Nothing, or why the zygote could not be confined."""
        assert self._entered is not None
        try:
            return await asyncio.wait_for(self._entered, ENTERING_S)
        except TimeoutError:
            return f"no answer within {ENTERING_S:g} seconds"

    def seat(self, hurried: bool = False) -> Seat:
        """Order one fork."""
        if not self.alive:
            raise SandboxLostError("The sandbox is not running.")
        number = next(self._numbers)
        seat, ends = new_seat(
            lambda wish: self._tell({"op": "signal", "id": number, "signal": SIGNALS[wish]})
        )
        self._seats[number] = seat
        self._tell({"op": "spawn", "id": number, "hurried": hurried}, ends)
        return seat

    async def close(self) -> None:
        """Hang up: the zygote takes its children down and ends."""
        self._lose()
        if self._process is not None:
            process, self._process = self._process, None
            await asyncio.to_thread(_end, process)

    def _tell(self, message: Json, ends: Ends | None = None) -> None:
        """Send now, or as soon as there is room."""
        if not self.alive:
            if ends:
                ends.close()
            return
        self._outbox.append((json.dumps(message).encode(), ends))
        self._flush()

    def _flush(self) -> None:
        """Send what waits."""
        control = self._control
        if control is None:
            return
        loop = asyncio.get_running_loop()
        while self._outbox:
            payload, ends = self._outbox[0]
            passed = array.array("i", (ends.wire.fileno(), ends.out, ends.err) if ends else ())
            rights = [(socket.SOL_SOCKET, socket.SCM_RIGHTS, passed)] if ends else []
            try:
                control.sendmsg([payload], rights)
            except BlockingIOError:
                loop.add_writer(control.fileno(), self._flush)
                return
            except OSError:
                self._lose()
                return
            self._outbox.popleft()
            if ends:
                ends.close()
        loop.remove_writer(control.fileno())

    def _listen(self) -> None:
        """One notice of the zygote."""
        try:
            payload = self._control.recv(MESSAGE) if self._control else b""
        except BlockingIOError:
            return
        except OSError:
            payload = b""
        if not payload:
            self._lose()
            return
        with contextlib.suppress(WireError):
            match load_object(payload):
                case {"op": "entered"} if self._entered and not self._entered.done():
                    self._entered.set_result("")
                case {"op": "failed", "reason": str(reason)} if self._entered and not self._entered.done():
                    self._entered.set_result(sanitise(reason, 500))
                case {"op": "broken", "reason": str(reason)}:
                    self.reason = sanitise(reason, 500)
                case {"op": "complete"} if self.on_complete is not None:
                    self.on_complete()
                case {"op": "exit", "id": int(number), "status": int(status)} if number in self._seats:
                    self._seats.pop(number).gone(status)

    def _lose(self) -> None:
        """Nothing more comes from this zygote."""
        self.alive = False
        if self._entered is not None and not self._entered.done():
            self._entered.set_result("it ended at once")
        if self._control is not None:
            loop = asyncio.get_running_loop()
            loop.remove_reader(self._control.fileno())
            loop.remove_writer(self._control.fileno())
            self._control.close()
            self._control = None
        for _, ends in self._outbox:
            if ends:
                ends.close()
        self._outbox.clear()
        for seat in self._seats.values():
            seat.gone(None)
        self._seats.clear()


def _end(process: subprocess.Popen[bytes]) -> None:
    """Wait for the zygote that was hung up on, or kill it."""
    try:
        process.wait(CLOSING_S)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
