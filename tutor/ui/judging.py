"""The grader of free text in a process of its own, so that no answer freezes the screen."""

from __future__ import annotations

import asyncio
import contextlib
import json
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from tutor.course.rubric import Rubric
from tutor.grading.endpoint.settings import Endpoint
from tutor.grading.freetext.judgement import Judgement
from tutor.grading.freetext.wire import question
from tutor.interview.judged import judged

LATE_S = 20.0
"""After so long without a judgement the process is given up."""
ALONE = "No second opinion: asking for it failed. This is the grader's own judgement."
LONGEST_LINE = 1 << 22
"""Bytes of a judgement at most."""


class Judging(Protocol):
    """Judges answers in words."""

    async def judge(self, rubric: Rubric, answer: str) -> Judgement:
        """The judgement of an answer."""

    async def prepare(self, rubric: Rubric) -> None:
        """Read the rubric of an answer that is still to come; never raises."""

    async def close(self) -> None:
        """Leave nothing behind."""


class GraderProcess:
    """`python -m tutor.grading`, started when it is first asked; one answer at a time.

    If the process cannot be had, the same judge works in a thread. `second` says, for each answer anew,
    which endpoint the process asks for a second opinion.
    """

    def __init__(self, second: Callable[[], Endpoint | None] = lambda: None) -> None:
        self._second = second
        self._process: Process | None = None
        self._turn = asyncio.Lock()

    async def judge(self, rubric: Rubric, answer: str) -> Judgement:
        """The judgement of an answer; a process that fails is tried once more, then done without.

        The endpoint is asked the first time only.
        """
        second = self._second()
        notice = "" if second is None else ALONE
        async with self._turn:
            try:
                return await self._judged(rubric, answer, second)
            except (OSError, ValueError, TimeoutError):
                await self._end()
            try:
                return replace(await self._judged(rubric, answer, None), notice=notice)
            except (OSError, ValueError, TimeoutError):
                await self._end()
        from tutor.grading.freetext.judge import judge

        return replace(await asyncio.to_thread(judge, rubric, answer), notice=notice)

    async def prepare(self, rubric: Rubric) -> None:
        """Let the process read the rubric; no endpoint is asked.

        Its question is judged as if it were the answer: of an empty one the encoder would read nothing.
        """
        async with self._turn:
            try:
                await asyncio.wait_for(self._ask(question(rubric, rubric.question)), LATE_S)
            except asyncio.CancelledError:
                await self._end()  # else its reply would be taken for the next judgement
                raise
            except (OSError, ValueError, TimeoutError):
                await self._end()

    async def _judged(self, rubric: Rubric, answer: str, second: Endpoint | None) -> Judgement:
        """What the process says; raises OSError, ValueError or TimeoutError."""
        late = LATE_S + (second.seconds if second is not None else 0.0)
        line = await asyncio.wait_for(self._ask(question(rubric, answer, second)), late)
        return judged(json.loads(line))

    async def close(self) -> None:
        """End the process."""
        await self._end()

    async def _ask(self, line: bytes) -> bytes:
        """What the process answers; raises OSError, or ValueError for a line too long."""
        process = await self._running()
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(line)
        await process.stdin.drain()
        return await process.stdout.readline()

    async def _running(self) -> Process:
        """The process, started if need be; raises OSError."""
        if self._process is None or self._process.returncode is not None:
            command = [sys.executable, "-P", "-m", "tutor.grading"]
            self._process = await asyncio.create_subprocess_exec(
                *command, stdin=PIPE, stdout=PIPE, stderr=DEVNULL, start_new_session=True, limit=LONGEST_LINE
            )
        return self._process

    async def _end(self) -> None:
        """Kill the process, if there is one, and wait for it."""
        process, self._process = self._process, None
        if process is None:
            return
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        with contextlib.suppress(OSError, ValueError):
            await process.communicate()
