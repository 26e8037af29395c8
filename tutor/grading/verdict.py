"""A verdict on handed-in code: what was judged, case by case, in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from tutor.run import RunError

Outcome: TypeAlias = Literal["passed", "failed", "broken"]
"""All cases passed; some did not; or the code could not be judged at all, as `error` tells."""


@dataclass(frozen=True, slots=True)
class CaseResult:
    """One case: what it is about, and in words what was expected and what came, if it did not pass."""

    says: str
    passed: bool
    words: str = ""
    visible: bool = False
    """Whether the learner may see what was called, and not only what it is about."""
    call: str = ""
    """In a visible case, the call as the learner could type it, shortened."""
    saw: str = ""
    """In a visible case, what came back, shortened."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a judging found; of a failure that is known, its diagnosis."""

    cases: tuple[CaseResult, ...]
    status: Outcome
    error: RunError | None = None
    """What ended the code before its time, or kept it from being judged."""
    diagnosis: str = ""
    misconception: str = ""
    wrong: str = ""
    """The name of the wrong solution that was recognised."""
    stdout: str = ""
    """What the code printed while it was judged."""
    elapsed_s: float = 0.0
    cpu_s: float = 0.0

    @property
    def passed(self) -> int:
        """How many cases passed."""
        return sum(case.passed for case in self.cases)

    @property
    def share(self) -> float:
        """The share of cases that passed, from 0 to 1."""
        return self.passed / len(self.cases) if self.cases else 0.0

    @property
    def failed(self) -> frozenset[int]:
        """The places of the cases that did not pass."""
        return frozenset(place for place, case in enumerate(self.cases) if not case.passed)
