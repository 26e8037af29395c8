"""Completion as the rest of the tutor sees it."""

from __future__ import annotations

import asyncio
import contextlib
from typing import Final

from tutor.sandbox.completion.answers import (
    LONGEST_SOURCE,
    Asked,
    Completion,
    Signature,
    to_completions,
    to_docs,
    to_signature,
)
from tutor.sandbox.completion.link import Link, LinkLostError, connect
from tutor.sandbox.spares import HIGHEST
from tutor.sandbox.wire import Json, WireError, dump, load

LATE_S: Final = 2.0
"""An answer that takes longer is not wanted any more."""
STUCK_S: Final = 60.0
"""A process that takes longer is killed; before that it ends itself by the processor time that it uses."""
TRIES = 3
"""After so many processes without an answer there is no completion any more."""


class Completer:
    """Answers about source text from a process of its own, started when first asked; never raises.

    Of several questions of one kind the latest wins: the others are answered with nothing.
    """

    def __init__(self, highest: int = HIGHEST) -> None:
        """Nothing runs yet; levels above `highest` are not tried."""
        self.level: int | None = None
        """How far the process is confined; None while there is none."""
        self._highest = highest
        self._link: Link | None = None
        self._waiting: dict[Asked, tuple[bytes, asyncio.Future[Json]]] = {}
        self._newest: dict[Asked, asyncio.Future[Json]] = {}
        self._serving: asyncio.Task[None] | None = None
        self._failed = 0

    async def start(self) -> None:
        """Get ready, so that the first answer comes soon."""
        await self._ask("signature", "", 1, 0)

    async def complete(self, source: str, line: int, column: int) -> tuple[Completion, ...]:
        """The names that may stand at line (from 1) and column (from 0)."""
        return to_completions(await self._ask("complete", source, line, column))

    async def signature(self, source: str, line: int, column: int) -> Signature | None:
        """The call around the place."""
        return to_signature(await self._ask("signature", source, line, column))

    async def docs(self, source: str, line: int, column: int) -> str:
        """The documentation of the name at the place, as plain text."""
        return to_docs(await self._ask("docs", source, line, column))

    async def close(self) -> None:
        """Leave no process behind; from now on every answer is nothing."""
        self._failed = TRIES
        if self._serving is not None:
            self._serving.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._serving
        await self._hang_up()

    async def _ask(self, asked: Asked, source: str, line: int, column: int) -> Json:
        """The answer; None if there is none, if it is late, or if something newer was asked."""
        if self._failed >= TRIES or len(source) > LONGEST_SOURCE:
            return None
        loop = asyncio.get_running_loop()
        older = self._waiting.pop(asked, None)
        if older is not None and not older[1].done():
            older[1].set_result(None)
        question = dump({"asked": asked, "source": source, "line": line, "column": column})
        answer = self._newest[asked] = loop.create_future()
        self._waiting[asked] = question, answer
        if self._serving is None or self._serving.done():
            self._serving = loop.create_task(self._serve())
        try:
            found = await asyncio.wait_for(answer, LATE_S)
        except TimeoutError:
            return None
        return found if self._newest[asked] is answer else None

    async def _serve(self) -> None:
        """Answer what waits, the newest first."""
        while self._waiting:
            _, (question, answer) = self._waiting.popitem()
            if answer.done():
                continue
            found: Json = None
            try:
                link = await self._linked()
                found = load(await asyncio.wait_for(link.ask(question), STUCK_S))
                self._failed = 0
            except (LinkLostError, WireError, TimeoutError):
                self._failed += 1
                await self._hang_up()
            if not answer.done():
                answer.set_result(found)

    async def _linked(self) -> Link:
        """The process, started at the highest level that can be had; raises LinkLostError."""
        if self._link is not None:
            return self._link
        for level in range(self._highest, -1, -1):
            with contextlib.suppress(LinkLostError):
                self._link, self.level = await asyncio.wait_for(connect(level), STUCK_S), level
                return self._link
        raise LinkLostError("it cannot be started")

    async def _hang_up(self) -> None:
        """End the process."""
        link, self._link, self.level = self._link, None, None
        if link is not None:
            await link.close()
