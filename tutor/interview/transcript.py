"""What was asked and said in an interview, frozen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from tutor.grading.freetext.judgement import Judgement

Slot: TypeAlias = Literal["theory", "practical", "steps", "plan", "personal"]
"""What kind of question is asked; `steps` is a practical one without its coding."""

Phase: TypeAlias = Literal[
    "ready", "forecast", "order", "code", "answer", "ticks", "judging", "table", "show", "ended"
]
"""Before a question; what is awaited of the learner or, in `judging`, of the grader; after the last one."""

TurnKind: TypeAlias = Literal["main", "follow-up", "retry"]


@dataclass(frozen=True, slots=True)
class Turn:
    """One thing the interviewer asked, and the answer in words; times in seconds of the interview's clock."""

    kind: TurnKind
    began: float
    follow_up: str = ""
    """The follow-up's id; empty for the question itself."""
    sent: float | None = None
    """When the answer was sent; None while it is being written."""
    text: str = ""
    ticks: tuple[str, ...] | None = None
    """The points that the learner thinks are covered; None before the learner has said so."""
    sure: int = 0
    """How sure the learner is of the ticks, 1 to 4; 0 if that was not said."""
    judgement: Judgement | None = None
    labels: tuple[tuple[str, bool], ...] = ()
    """Point → whether the learner says, against the grader, that the answer makes it."""
    disowned: tuple[str, ...] = ()
    """Misconceptions that the grader is sure of and the learner says they do not hold."""
    model_seen: bool = False
    """Whether the model answer to this was shown."""
    skipped: bool = False

    @property
    def beliefs(self) -> tuple[str, ...]:
        """The misconceptions that the grader is sure of."""
        found = () if self.judgement is None else self.judgement.misconceptions
        return tuple(dict.fromkeys(each.misconception for each in found if each.sure))

    @property
    def held(self) -> tuple[str, ...]:
        """Those that the learner has not disowned."""
        return tuple(each for each in self.beliefs if each not in self.disowned)

    @property
    def seconds(self) -> float:
        """How long the answer took; 0 if it was not sent."""
        return 0.0 if self.sent is None else self.sent - self.began


@dataclass(frozen=True, slots=True)
class Attempted:
    """Code that was handed in: how many of the hidden cases it passed."""

    source: str
    passed: int
    total: int
    says: str
    """The verdict in words."""
    at: float

    @property
    def share(self) -> float:
        """The share of cases that passed."""
        return self.passed / self.total if self.total > 0 else 0.0


@dataclass(frozen=True, slots=True)
class Demonstrated:
    """A run that was to carry a claim."""

    source: str
    metrics: Mapping[str, float]
    holds: bool
    says: str
    """What came out, in words."""
    at: float


@dataclass(frozen=True, slots=True)
class Exchange:
    """One question of the interview, with everything that belongs to it."""

    prompt: str
    slot: Slot
    began: float
    ended: float | None = None
    forecast: float | None = None
    """The score from 0 to 1 that the learner expected."""
    turns: tuple[Turn, ...] = ()
    clarified: tuple[tuple[str, str], ...] = ()
    """What the learner asked, and what the interviewer said."""
    notes: tuple[str, ...] = ()
    """What the learner thought aloud."""
    order: tuple[int, ...] | None = None
    """The steps as they were put, by their place in the prompt."""
    order_score: float | None = None
    attempts: tuple[Attempted, ...] = ()
    demonstrations: tuple[Demonstrated, ...] = ()
    show_asked: float | None = None
    """When the interviewer said "show me"; None if it was not said."""
    show_declined: bool = False
    show_began: float | None = None
    """When the learner began to show it last."""
    skipped: bool = False
    """Whether the question itself was passed over."""

    @property
    def main(self) -> Turn | None:
        """The first answer to the question itself."""
        return next((turn for turn in self.turns if turn.kind == "main"), None)

    @property
    def turn(self) -> Turn | None:
        """The latest turn."""
        return self.turns[-1] if self.turns else None

    @property
    def judged(self) -> Turn | None:
        """The latest turn that has a judgement: the one whose table is shown."""
        return next((turn for turn in reversed(self.turns) if turn.judgement is not None), None)

    @property
    def called(self) -> bool:
        """Whether the interviewer's "show me" is neither taken up nor declined."""
        return self.show_asked is not None and self.show_began is None and not self.show_declined

    @property
    def answers_itself(self) -> bool:
        """Whether the question itself is being answered, not a follow-up."""
        return self.turn is not None and self.turn.kind != "follow-up"

    @property
    def follow_ups(self) -> tuple[Turn, ...]:
        """The further questions that were asked."""
        return tuple(turn for turn in self.turns if turn.kind == "follow-up")


@dataclass(frozen=True, slots=True)
class Setup:
    """What was chosen before the first question."""

    interview: str
    """The interview's own id."""
    seed: int
    level: Literal["junior", "mid", "senior"]
    minutes: int
    pauses: bool = True
    """Whether it may be paused; the real thing may not."""
    slots: tuple[Slot, ...] = ()
    recent: tuple[str, ...] = field(default=())
    """Prompts of the latest interviews, oldest first: asked again only when all others are used up."""
