"""Code of the line dialogue: run and judged in the sandbox, and what is said of it."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from tutor.cli.consent import permitted_sandbox
from tutor.course.errors import ContentError
from tutor.course.rubric import Prompt
from tutor.course.tasks import read_task
from tutor.grading.verdict import Verdict
from tutor.interview.showing import FILENAME, SEED
from tutor.run import RunError, RunRequest, RunResult


@dataclass(frozen=True, slots=True)
class SandboxBench:
    """Runs one thing after another, each in a sandbox of its own."""

    seed: int

    def task(self, prompt: Prompt) -> str:
        """The coding task in words, with the code to begin with."""
        try:
            task = read_task(prompt)
        except ContentError as fault:
            return f"The coding task cannot be read: {fault}"
        return f"{task.task}\nIt begins with:\n{task.starter()}"

    def examined(self, prompt: Prompt, source: str) -> tuple[Verdict, str]:
        """The verdict on handed-in code, and in words."""
        try:
            verdict = asyncio.run(_examined(prompt, source, self.seed))
        except ContentError as fault:
            verdict = Verdict((), "broken", RunError("content", str(fault)))
        return verdict, said(verdict)

    def ran(self, source: str) -> RunResult:
        """The run of a demonstration."""
        return asyncio.run(_run(source))


def said(verdict: Verdict) -> str:
    """A verdict in words: how many cases passed, which failed and how, and what it looks like."""
    lines = [f"{verdict.passed} of {len(verdict.cases)} cases pass."] if verdict.cases else []
    lines += [f"- {case.says}: {case.words}" for case in verdict.cases if not case.passed]
    if verdict.error is not None:
        lines.append(fault(verdict.error))
    return "\n".join([*lines, *filter(None, [verdict.diagnosis])])


def fault(error: RunError) -> str:
    """What went wrong with a run, in words."""
    where = f" (line {error.line})" if error.line else ""
    return f"{error.kind}: {error.message}{where}"


async def _examined(prompt: Prompt, source: str, seed: int) -> Verdict:
    from tutor.sandbox.examine import examine

    async with permitted_sandbox("learner") as sandbox:
        return await examine(sandbox.result, read_task(prompt), source, seed=seed)


async def _run(source: str) -> RunResult:
    async with permitted_sandbox("learner") as sandbox:
        return await sandbox.result(RunRequest(source, FILENAME, "run", seed=SEED))
