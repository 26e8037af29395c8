"""The judging of handed-in code: cases in, observations out, judged elsewhere.

Three runs: the cases' code makes inputs; the learner's code gets these and nothing else, and what it shows is
told; the cases' code judges what was told. The text that passes between them is opaque here.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

from tutor.course.exercise import Exercise, WrongSolution
from tutor.course.locate import origin_of
from tutor.grading.verdict import CaseResult, Verdict
from tutor.run import Limits, Origin, RunError, RunRequest, RunResult
from tutor.sandbox.sanitise import sanitise

Run: TypeAlias = Callable[[RunRequest], Awaitable[RunResult]]

FILENAME = "exercise.py"
"""What the learner's code is called where it fails."""
JUDGE_S = 15.0
"""The most that the cases' own code may take."""
MOST_WORDS = 400
LINE = re.compile(r" in line \d+")
ENDED = ("ok", "timeout", "memory", "output", "processes", "crashed")
"""How a run of the learner's code may end and still be judged by what it showed until then."""


async def examine(
    run: Run,
    exercise: Exercise,
    source: str,
    *,
    seed: int,
    origin: Origin = "learner",
    patience: float = 1.0,
) -> Verdict:
    """Judge `source` on the cases of `seed`; a failure that is known comes with its diagnosis.

    `run` makes one run at a time; `patience` stretches the exercise's time limit on a slow machine.
    """
    sitting = Sitting(run, exercise, seed, patience)
    verdict = await sitting.verdict(source, origin)
    if verdict.status != "failed":
        return verdict
    wrong = recognised(verdict, [(wrong, await sitting.known(wrong)) for wrong in exercise.wrong])
    if wrong is None:
        return verdict
    return replace(verdict, diagnosis=wrong.says, misconception=wrong.misconception, wrong=wrong.name)


@dataclass(slots=True)
class Sitting:
    """One seed's cases of an exercise, asked for once and put to any number of sources."""

    run: Run
    exercise: Exercise
    seed: int
    patience: float = 1.0
    inputs: str = ""

    async def ask(self) -> Verdict | None:
        """Have the cases made; a verdict only if that cannot be."""
        asked = await self._judge({"part": "ask"})
        self.inputs = asked.reply
        return None if asked.status == "ok" else _unjudged(asked)

    async def verdict(self, source: str, origin: Origin) -> Verdict:
        """The verdict on one source, not yet diagnosed."""
        if not self.inputs and (refused := await self.ask()):
            return refused
        seen = await self._observe(source, origin)
        if seen.status not in ENDED:
            return Verdict((), "broken", seen.error, stdout=seen.stdout, elapsed_s=seen.elapsed_s)
        ended = "" if seen.error is None else seen.error.message
        judged = await self._judge({"part": "judge", "observations": seen.reply, "ended": ended})
        cases = _cases(judged.reply) if judged.status == "ok" else ()
        if not cases:
            return _unjudged(judged)
        return Verdict(
            cases,
            "passed" if all(case.passed for case in cases) else "failed",
            seen.error,
            stdout=seen.stdout,
            elapsed_s=seen.elapsed_s,
            cpu_s=seen.cpu_s,
        )

    async def known(self, wrong: WrongSolution) -> Verdict:
        """The verdict on a wrong solution that is known."""
        path = self.exercise.wrong_path(wrong)
        return await self.verdict(path.read_text(encoding="utf-8"), origin_of(path))

    async def _observe(self, source: str, origin: Origin) -> RunResult:
        """Run the learner's code on the inputs."""
        return await self.run(
            RunRequest(
                source,
                FILENAME,
                seed=_seed(self.exercise, self.seed),
                origin=origin,
                limits=Limits(wall_s=self.exercise.time_s * self.patience),
                sitting={
                    "part": "observe",
                    "inputs": self.inputs,
                    "driver": self.exercise.driver(),
                    "entry": self.exercise.entry,
                    "filename": FILENAME,
                },
            )
        )

    async def _judge(self, texts: Mapping[str, str]) -> RunResult:
        """Run the cases' code."""
        path = self.exercise.cases_path
        return await self.run(
            RunRequest(
                self.exercise.cases(),
                path.name,
                seed=self.seed,
                origin=origin_of(path),
                limits=Limits(wall_s=JUDGE_S * self.patience),
                sitting={"seed": str(self.seed), "entry": self.exercise.entry, **texts},
            )
        )


def recognised(verdict: Verdict, known: Iterable[tuple[WrongSolution, Verdict]]) -> WrongSolution | None:
    """The wrong solution that fails most like this; None if none does."""
    likeness = {wrong.name: (alike(verdict, each), wrong) for wrong, each in known}
    best, found = max(likeness.values(), key=lambda each: each[0], default=(0.0, None))
    return found if best > 0 else None


def alike(verdict: Verdict, known: Verdict) -> float:
    """The share of failed cases with the same words in two failures of the same cases; 0 for any others.

    Where every case fails, that alone says little: then at least half of the words must be the same.
    """
    if known.status != "failed" or known.failed != verdict.failed:
        return 0.0
    pairs = [(verdict.cases[each].words, known.cases[each].words) for each in sorted(verdict.failed)]
    common = sum(LINE.sub("", mine) == LINE.sub("", other) for mine, other in pairs) / len(pairs)
    return 0.0 if len(pairs) == len(verdict.cases) and common < 0.5 else common


def _seed(exercise: Exercise, seed: int) -> int:
    """The state of random generators beside the learner's code, which must not tell the cases' seed."""
    words = f"{exercise.id} {exercise.entry} {seed}"
    return int.from_bytes(hashlib.blake2b(words.encode(), digest_size=4).digest(), "big")


def _unjudged(result: RunResult) -> Verdict:
    """What is said when the cases themselves could not be run."""
    error = result.error
    if error is not None and error.kind in ("unconfined", "refused", "stopped"):
        return Verdict((), "broken", error)
    reason = f"{error.kind}: {error.message}" if error else "they gave no verdict"
    line = error.line if error else None
    message = f"The hidden cases of this exercise do not work ({reason}). Your code has not been judged."
    return Verdict((), "broken", RunError("cases", message, line))


def _cases(reply: str) -> tuple[CaseResult, ...]:
    """The verdicts in a judge's reply, made safe to draw; none if they are not of the right shape."""
    try:
        rows = json.loads(reply)
    except (ValueError, RecursionError):
        return ()
    if not isinstance(rows, list):
        return ()
    cases = []
    for row in rows:
        match row:
            case [str(says), str() | None as words, bool(visible), str(call), str(saw)]:
                said = sanitise(words or "", MOST_WORDS)
                shown = (sanitise(call, MOST_WORDS), sanitise(saw, MOST_WORDS))
                cases.append(CaseResult(sanitise(says, MOST_WORDS), words is None, said, visible, *shown))
            case _:
                return ()
    return tuple(cases)
