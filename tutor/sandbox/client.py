"""The sandbox as the rest of the tutor sees it."""

from __future__ import annotations

import asyncio
import contextlib
import secrets
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from typing import Literal, TypeAlias

from tutor.run import CELL, Finished, Origin, RunError, RunEvent, RunRequest, RunResult
from tutor.sandbox.messages import Cell, Order
from tutor.sandbox.permission import Permission, permitted, refusal
from tutor.sandbox.running import Running
from tutor.sandbox.seat import Seat
from tutor.sandbox.sessions import Sessions, end
from tutor.sandbox.spares import SandboxLostError, Spares, spares

State: TypeAlias = Literal["cold", "warming", "ready", "lost", "closed"]

SPARES = 2
LONGEST_SOURCE = 1 << 20
TRIES = 3
READY_S = 120.0
"""With too little memory some libraries do not fail but try for ever."""


class Sandbox:
    """Runs code in processes of its own, one run at a time; one for each app, used from one event loop."""

    def __init__(
        self,
        source: Callable[[], Spares] = spares,
        seeds: Callable[[], int] = lambda: secrets.randbits(32),
    ) -> None:
        """Cold; `seeds` gives the random generators' state to runs that ask for none."""
        self.state: State = "cold"
        self._source = source
        self._seeds = seeds
        self._spares: Spares | None = None
        self._idle: list[Seat] = []
        self._starting: asyncio.Task[None] | None = None
        self._current: Running | None = None
        self._sessions = Sessions()
        self._allowed = False

    async def start(self) -> None:
        """Warm up; returns when a process waits for code; raises SandboxLostError."""
        if self.state == "closed":
            raise SandboxLostError("The sandbox is closed.")
        if self._spares is not None and self._spares.alive and self.state == "ready":
            return
        if self._starting is None or self._starting.done():
            self._starting = asyncio.get_running_loop().create_task(self._start())
        await asyncio.shield(self._starting)

    async def _start(self) -> None:
        self.state = "warming"
        try:
            if self._spares is not None:
                await self._spares.close()
            self._drop_idle()
            self._spares = self._source()
            self._spares.on_complete = self._renew
            await self._spares.start()
            self._fill()
            await _ready(self._spares, self._idle[0])
        except SandboxLostError:
            self.state = "lost"
            raise
        self.state = "ready"

    @property
    def level(self) -> int:
        """How far runs are confined, 0 to 3; 0 before the start."""
        return self._spares.level if self._spares is not None else 0

    def permission(self, origin: Origin) -> Permission:
        """Whether code from there may run; known after the start."""
        found = permitted(self.level, origin)
        return "granted" if found == "ask" and self._allowed else found

    def allow(self) -> None:
        """The learner said yes to code that nothing confines, until this sandbox is closed."""
        self._allowed = True

    async def run(self, request: RunRequest) -> AsyncIterator[RunEvent]:
        """The events of a run, Finished last; the run before, if any, is stopped: the latest wins."""
        if self._current is not None:
            self._current.stop(newer=True)
        running = self._current = self._new(request)
        try:
            async for event in self._events(running):
                yield event
        finally:
            if self._current is running:
                self._current = None

    async def result(self, request: RunRequest) -> RunResult:
        """Run beside all other runs and give the result only; how many run at once is the caller's choice."""
        running = self._new(request)
        async for event in self._events(running):
            if isinstance(event, Finished):
                return event.result
        raise SandboxLostError("The run ended without a result.")

    def _new(self, request: RunRequest) -> Running:
        """A run, with what its session ran before; within a session the random generators go on."""
        before: tuple[Cell, ...] = ()
        if request.session is not None:
            before = self._sessions.cells(request.session)
            number = self._sessions.count(request.session) + 1
            if request.filename == CELL:
                request = replace(request, filename=f"<cell {number}>")
        seed = self._seeds() if request.seed is None and not before else request.seed
        return Running(Order(request, seed, before))

    async def _events(self, running: Running) -> AsyncIterator[RunEvent]:
        """Serve the run; whatever happens to the caller, its process does not stay."""
        serving = asyncio.get_running_loop().create_task(self._serve(running))
        try:
            async for event in running.events():
                if isinstance(event, Finished):
                    self._remember(running)
                yield event
        finally:
            serving.cancel()
            running.stop(newer=True)
            end(running.release())
            self._refill()

    def _remember(self, running: Running) -> None:
        """A cell that came to its end is part of its session; any other leaves the session as it was."""
        request, seed = running.order.request, running.order.seed
        if request.session is not None:
            home = running.release()
            cell = Cell(request.source, request.filename, seed, request.own) if home is not None else None
            self._sessions.add(request.session, running.order.before, cell, home)

    def undo(self, session: str) -> bool:
        """Go back to the state before the session's last run, however that ended; whether there was one."""
        return self._sessions.undo(session)

    def restart(self, session: str) -> None:
        """Let the session begin anew."""
        self._sessions.restart(session)

    def stop(self) -> None:
        """Stop the run: politely first, killed half a second later; a second call kills at once."""
        if self._current is not None:
            self._current.stop()

    async def close(self) -> None:
        """Stop everything and leave no process behind."""
        self.state = "closed"
        if self._current is not None:
            self._current.stop(newer=True)
        if self._starting is not None:
            self._starting.cancel()
            with contextlib.suppress(asyncio.CancelledError, SandboxLostError):
                await self._starting
        self._sessions.close()
        self._drop_idle()
        if self._spares is not None:
            await self._spares.close()
            self._spares = None

    async def _serve(self, running: Running) -> None:
        """Find a process for the run and hand it over; a process that dies before that is replaced."""
        if len(running.order.request.source) > LONGEST_SOURCE:
            running.fail(
                "error", RunError("ValueError", "The code is too long: one million characters are the most.")
            )
            return
        session = running.order.request.session
        granted = self.permission(running.order.request.origin) == "granted"
        home = self._sessions.take_home(session) if session is not None and granted else None
        if home is not None:
            running.hand_over(home, at_home=True)
            return
        for _ in range(TRIES):
            try:
                await self.start()
                refused = refusal(self.permission(running.order.request.origin), self.level)
                if refused is not None:
                    running.fail("error", refused)
                    return
                seat = self._take()
            except SandboxLostError as lost:
                running.fail("crashed", RunError("crashed", str(lost)))
                return
            try:
                waits = await seat.settle()
            except asyncio.CancelledError:
                self._idle.insert(0, seat)
                raise
            if waits:
                running.hand_over(seat)
                return
            seat.close()
        running.fail("crashed", RunError("crashed", "The sandbox's processes end before they run anything."))

    def _take(self) -> Seat:
        """The seat that is most ready; raises SandboxLostError."""
        alive = [seat for seat in self._idle if not seat.exited.done()]
        self._idle = alive
        for seat in alive:
            if seat.waiting.done():
                self._idle.remove(seat)
                return seat
        if alive:
            return self._idle.pop(0)
        if self._spares is None:
            raise SandboxLostError("The sandbox is closed.")
        return self._spares.seat(hurried=True)

    def _refill(self) -> None:
        """Get ready for the next run, from the start if everything was lost."""
        if self.state == "closed":
            return
        if self._spares is not None and self._spares.alive:
            self._fill()
        elif self.state == "ready":
            self.state = "lost"

    def _fill(self) -> None:
        """Keep `SPARES` processes waiting."""
        while self._spares is not None and len(self._idle) < SPARES:
            self._idle.append(self._spares.seat())

    def _renew(self) -> None:
        """Put newer processes in the place of those that wait."""
        if self.state == "ready":
            self._drop_idle()
            self._refill()

    def _drop_idle(self) -> None:
        for seat in self._idle:
            seat.close()
        self._idle.clear()


async def _ready(spares: Spares, first: Seat) -> None:
    """Return when the first process waits for code; raises SandboxLostError."""
    try:
        waits = await asyncio.wait_for(first.settle(), READY_S)
    except TimeoutError:
        await spares.close()
        raise SandboxLostError(
            f"The sandbox did not get ready within {READY_S:g} seconds; is there too little memory?"
        ) from None
    if not waits:
        reason = spares.reason or "`mltutor doctor` looks for the reason"
        raise SandboxLostError(f"The sandbox ended while it was starting: {reason}.")
