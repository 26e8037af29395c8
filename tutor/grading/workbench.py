"""One learner at one exercise: the code so far, the help taken, the attempts; all of it recorded."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import blake2b

from tutor.course.exercise import Exercise
from tutor.grading.rungs import RUNGS, Rung, credit, next_rung, score
from tutor.grading.verdict import Verdict
from tutor.learner.drafts import Drafts
from tutor.learner.event import Json
from tutor.learner.store import Record

TRIED = "tried"
"""The kind of the event that an attempt leaves."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """What an attempt came to."""

    passed: int
    of: int
    score: float

    @property
    def solved(self) -> bool:
        """Whether every case passed."""
        return 0 < self.of == self.passed


class Workbench:
    """Keeps what the learner does with an exercise; `lesson` is where it belongs."""

    def __init__(
        self,
        exercise: Exercise,
        lesson: str,
        record: Record,
        *,
        told: Callable[[str, Verdict], object] | None = None,
    ) -> None:
        """`told` hears of every attempt. Raises OSError if the code to begin with cannot be read."""
        self.exercise = exercise
        self.lesson = lesson
        self.starter = exercise.starter()
        self._record = record
        self._told = told
        self._drafts = Drafts(record)
        self.attempts = attempts(record, lesson).get(exercise.id, ())
        self.met: tuple[str, ...] = ()
        """The misconceptions that wrong solutions have shown since the bench was opened."""
        self.rungs = _rungs(record.draft(self._rungs_place))
        kept = record.draft(self.place)
        self.source = self.starter if kept is None else kept

    @property
    def place(self) -> str:
        """Where the draft of the code is kept."""
        return f"{self.lesson}/exercise/{self.exercise.id}"

    @property
    def solved(self) -> bool:
        """Whether an attempt passed every case."""
        return any(each.solved for each in self.attempts)

    @property
    def best(self) -> float:
        """The best score so far."""
        return max((each.score for each in self.attempts), default=0.0)

    @property
    def credit(self) -> float:
        """What a solution would be worth now."""
        return credit(self.rungs)

    @property
    def seed(self) -> int:
        """What the next attempt's cases are drawn from: another number each time, the same for everybody."""
        about = f"{self.lesson}/{self.exercise.id}/{len(self.attempts)}"
        return int.from_bytes(blake2b(about.encode(), digest_size=4).digest()) >> 1

    def keep(self, source: str) -> None:
        """Take the newest code; `flush` writes it."""
        self.source = source
        self._drafts.keep(self.place, None if source == self.starter else source)

    def flush(self) -> None:
        """Write what is not written yet."""
        self._drafts.flush()

    def climb(self) -> Rung | None:
        """Take the next rung of help; None at the top. After solving it costs nothing any more."""
        rung = next_rung(self.rungs)
        if rung is not None:
            self.rungs = (*self.rungs, rung)
            self._record.save_draft(self._rungs_place, json.dumps(self.rungs))
        return rung

    def tried(self, source: str, verdict: Verdict) -> Attempt:
        """Record an attempt that was judged."""
        self.flush()
        worth = round(score(verdict.share, self.rungs), 4)
        attempt = Attempt(verdict.passed, len(verdict.cases), worth)
        body: dict[str, Json] = {
            "lesson": self.lesson,
            "exercise": self.exercise.id,
            "source": source,
            "passed": attempt.passed,
            "of": attempt.of,
            "score": attempt.score,
            "rungs": list(self.rungs),
        }
        if verdict.wrong:
            body["diagnosis"] = verdict.wrong
        if verdict.misconception:
            body["misconceptions"] = [verdict.misconception]
            self.met = tuple(dict.fromkeys((*self.met, verdict.misconception)))
        self._record.append(TRIED, body)
        self.attempts = (*self.attempts, attempt)
        if self._told is not None:
            self._told(source, verdict)
        return attempt

    @property
    def _rungs_place(self) -> str:
        return f"{self.place}/rungs"


def attempts(record: Record, lesson: str) -> dict[str, tuple[Attempt, ...]]:
    """The attempts at the exercises of a lesson, by exercise; a reset forgets them."""
    found: dict[str, tuple[Attempt, ...]] = {}
    for event in record.events(TRIED, "lesson-reset", lesson=lesson):
        match event.body:
            case _ if event.kind == "lesson-reset":
                found.clear()
            case {
                "exercise": str(exercise),
                "passed": int(passed),
                "of": int(of),
                "score": int() | float() as worth,
            }:
                found[exercise] = (*found.get(exercise, ()), Attempt(passed, of, float(worth)))
    return found


def solved(record: Record, lesson: str) -> frozenset[str]:
    """The exercises of a lesson that the learner has solved."""
    found = attempts(record, lesson)
    return frozenset(name for name, each in found.items() if any(attempt.solved for attempt in each))


def _rungs(kept: str | None) -> tuple[Rung, ...]:
    """The rungs of a draft, in their order."""
    try:
        named = json.loads(kept or "[]")
    except ValueError:
        return ()
    return tuple(rung for rung in RUNGS if isinstance(named, list) and rung in named)
