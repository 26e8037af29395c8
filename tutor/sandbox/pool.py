"""Spares that are fresh interpreters, each preloaded and used once."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from functools import partial

from tutor.sandbox import readable, seatbelt
from tutor.sandbox.seat import Ends, Seat, Wish, new_seat
from tutor.sandbox.spares import SIGNALS, SandboxLostError, command, environment


class Pool:
    """Interpreters, one for each seat."""

    def __init__(self) -> None:
        """Nothing runs yet."""
        self.alive = False
        self.on_complete: Callable[[], None] | None = None
        self.level = 0
        self.reason = ""
        self._walls: list[str] = []
        self._tasks: set[asyncio.Task[None]] = set()
        self._seats: set[Seat] = set()

    async def start(self) -> None:
        """Find out what can be put around the interpreters."""
        if sys.platform == "darwin":
            walls = _seatbelt()
            trial = await asyncio.create_subprocess_exec(
                *walls, sys.executable, "-c", "import sklearn", env=environment(), stderr=subprocess.DEVNULL
            )
            if await trial.wait() == 0:
                self._walls = walls
        self.alive = True

    def seat(self, hurried: bool = False) -> Seat:  # noqa: ARG002
        """Start an interpreter."""
        if not self.alive:
            raise SandboxLostError("The sandbox is not running.")
        running: list[asyncio.subprocess.Process] = []
        seat, ends = new_seat(partial(_reach, running))
        self._seats.add(seat)
        task = asyncio.get_running_loop().create_task(self._live(seat, ends, running))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return seat

    async def close(self) -> None:
        """Kill every interpreter and wait until all are gone."""
        self.alive = False
        for seat in self._seats:
            seat.tell("kill")
        for task in list(self._tasks):
            await task

    async def _live(self, seat: Seat, ends: Ends, running: list[asyncio.subprocess.Process]) -> None:
        """From the start of the interpreter to its end."""
        try:
            process = await asyncio.create_subprocess_exec(
                *self._walls,
                *command("worker", ends.wire.fileno()),
                env=environment(),
                cwd="/",
                stdin=subprocess.DEVNULL,
                stdout=ends.out,
                stderr=ends.err,
                pass_fds=[ends.wire.fileno()],
                start_new_session=True,
            )
        except OSError:
            seat.gone(None)
            return
        finally:
            ends.close()
        running.append(process)
        if not self.alive:
            seat.tell("kill")
        code = await process.wait()
        with contextlib.suppress(OSError):
            os.killpg(process.pid, signal.SIGKILL)
        self._seats.discard(seat)
        seat.gone(code << 8 if code >= 0 else -code)


def _seatbelt() -> list[str]:
    """The start of a command that macOS confines."""
    programs = {sys.executable, os.path.realpath(sys.executable)}
    folders = (os.path.realpath(path) for path in (sys.prefix, sys.base_prefix, readable.PACKAGE))
    rules = seatbelt.profile(sorted(programs), sorted(folders), [str(readable.PACKAGE / "lessons")])
    return [seatbelt.PROGRAM, "-p", rules]


def _reach(running: list[asyncio.subprocess.Process], wish: Wish) -> None:
    """Do to the interpreter, if it is running, what is wished, as far as the platform can."""
    if not running or running[0].returncode is not None:
        return
    process = running[0]
    with contextlib.suppress(OSError):
        if wish == "kill" and sys.platform != "win32":
            os.killpg(process.pid, signal.SIGKILL)
        elif wish == "kill":
            process.kill()
        elif wish in SIGNALS and sys.platform != "win32":
            process.send_signal(SIGNALS[wish])
