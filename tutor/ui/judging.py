"""The grader of free text in a process of its own, so that no answer freezes the screen."""

from __future__ import annotations

import asyncio
import contextlib
import json
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from typing import Protocol

from tutor.course.rubric import Rubric
from tutor.grading.freetext.judgement import Judgement
from tutor.grading.freetext.wire import question
from tutor.interview.judged import judged

LATE_S = 20.0
"""After so long without a judgement the process is given up."""
LONGEST_LINE = 1 << 22
"""Bytes of a judgement at most."""


class Judging(Protocol):
    """Judges answers in words."""

    async def judge(self, rubric: Rubric, answer: str) -> Judgement:
        """The judgement of an answer."""

    async def close(self) -> None:
        """Leave nothing behind."""


class GraderProcess:
    """`python -m tutor.grading`, started when it is first asked; one answer at a time.

    If the process cannot be had, the same judge works in a thread.
    """

    def __init__(self) -> None:
        self._process: Process | None = None
        self._turn = asyncio.Lock()

    async def judge(self, rubric: Rubric, answer: str) -> Judgement:
        """The judgement of an answer; a process that fails is tried once more, then done without."""
        line = question(rubric, answer)
        async with self._turn:
            for _ in range(2):
                try:
                    return judged(json.loads(await asyncio.wait_for(self._ask(line), LATE_S)))
                except (OSError, ValueError, TimeoutError):
                    await self._end()
        from tutor.grading.freetext.judge import judge

        return await asyncio.to_thread(judge, rubric, answer)

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
