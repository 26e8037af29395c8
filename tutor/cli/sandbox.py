"""`mltutor sandbox`: runs code from JSON lines, answers with JSON lines."""

from __future__ import annotations

import asyncio
import contextlib
import json
import sys
import threading
from collections.abc import Mapping
from typing import BinaryIO

import click

from tutor.cli.consent import permitted_sandbox
from tutor.run import Finished, Limits, RunError, RunRequest, RunResult
from tutor.sandbox.client import Sandbox
from tutor.sandbox.records import event_record
from tutor.sandbox.wire import Json, WireError, load_object, real

LONGEST_S = 3600.0
TURNS = {"undo", "restart"}
"""What a line may ask for instead of running code."""


@click.command(name="sandbox", help="Run code from JSON lines on standard input.")
def command() -> None:
    """Answer every line in order; the end of the input ends the command."""
    with contextlib.suppress(KeyboardInterrupt, BrokenPipeError):
        asyncio.run(_serve(sys.stdin.buffer))


async def _serve(lines: BinaryIO) -> None:
    """Read in a thread, which may block; run in the loop."""
    queue: asyncio.Queue[bytes] = asyncio.Queue()
    loop = asyncio.get_running_loop()
    async with permitted_sandbox("learner") as sandbox:
        threading.Thread(target=_read, args=(lines, queue, loop), daemon=True).start()
        while line := await queue.get():
            if line.strip():
                await _answer(sandbox, line)


def _read(lines: BinaryIO, queue: asyncio.Queue[bytes], loop: asyncio.AbstractEventLoop) -> None:
    """Put every line into the queue, and an empty one at the end."""
    with contextlib.suppress(RuntimeError):
        for line in lines:
            loop.call_soon_threadsafe(queue.put_nowait, line)
        loop.call_soon_threadsafe(queue.put_nowait, b"")


async def _answer(sandbox: Sandbox, line: bytes) -> None:
    """The events of one line's run, or why there is no run."""
    try:
        body = load_object(line)
        request = _request(body) if not body.keys() & TURNS else _turn(sandbox, body)
    except (WireError, ValueError) as error:
        _print({"id": None, "event": "error", "message": f"a line that cannot be run: {error}"})
        return
    if isinstance(request, RunResult):
        _print({"id": body["id"], **event_record(Finished(request))})
        return
    async for event in sandbox.run(request):
        _print({"id": body["id"], **event_record(event)})


def _turn(sandbox: Sandbox, body: Mapping[str, Json]) -> RunResult:
    """Undo a session's last run, or let the session begin anew; raises ValueError."""
    session = body.get("session")
    if "id" not in body:
        raise ValueError('"id" is missing')
    if not isinstance(session, str):
        raise ValueError('"session" is a string')
    asked = body.keys() - {"id", "session"}
    if len(asked) != 1 or body[asked.pop()] is not True:
        raise ValueError('beside "id" and "session" stands either "undo": true or "restart": true')
    if "restart" in body:
        sandbox.restart(session)
    elif not sandbox.undo(session):
        return RunResult("error", 0.0, error=RunError("undo", "This session has no run to undo."))
    return RunResult("ok", 0.0)


def _request(body: Mapping[str, Json]) -> RunRequest:
    """The request that a line makes; raises ValueError or WireError."""
    code, session, timeout = body.get("code"), body.get("session"), body.get("timeout_s")
    if "id" not in body:
        raise ValueError('"id" is missing')
    if not isinstance(code, str):
        raise ValueError('"code" is a string')
    if session is not None and not isinstance(session, str):
        raise ValueError('"session" is a string')
    limits = Limits()
    if timeout is not None:
        limits = Limits(wall_s=real(timeout))
        if not 0 < limits.wall_s <= LONGEST_S:
            raise ValueError(f'"timeout_s" lies between 0 and {LONGEST_S:g}')
    unknown = sorted(body.keys() - {"id", "code", "session", "timeout_s"})
    if unknown:
        raise ValueError(f"{unknown[0]!r} is not known; there are id, code, session and timeout_s")
    return RunRequest(code, session=session, limits=limits)


def _print(record: Mapping[str, Json]) -> None:
    """One line, at once."""
    sys.stdout.write(json.dumps(record, allow_nan=False) + "\n")
    sys.stdout.flush()
