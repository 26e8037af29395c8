"""A prompt of the mock interview and the rubric it is judged by, frozen; `prompts` makes them from files."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

Stage: TypeAlias = Literal["theory", "practical", "cases"]
Level: TypeAlias = Literal["junior", "mid", "senior"]
Need: TypeAlias = Literal["required", "expected", "bonus"]
Severity: TypeAlias = Literal["major", "minor"]


@dataclass(frozen=True, slots=True)
class KeyPoint:
    """One thing that a good answer says."""

    id: str
    need: Need
    weight: float
    say: str
    """The point in one sentence, shown to the learner."""
    anchors: tuple[str, ...]
    """Ways to say it, at least one without the textbook's terms."""
    groups: tuple[tuple[str, ...], ...] = ()
    """One word or phrase of each group must fall in the same stretch of the answer."""
    numbers: tuple[float, ...] = ()
    """If the stretch gives a number, it must be one of these."""
    against: tuple[str, ...] = ()
    """Near misses that say something else, or the contrary."""
    hint: str = ""
    phrasings: tuple[str, ...] = ()
    """More ways to say it aloud, by somebody other than the author of the anchors."""
    denials: tuple[str, ...] = ()
    """What sounds like it and is wrong, by the same."""

    @property
    def sayings(self) -> tuple[str, ...]:
        """Every way to make the point."""
        return (*self.anchors, self.say, *self.phrasings)

    @property
    def contraries(self) -> tuple[str, ...]:
        """Everything that sounds like the point and does not make it."""
        return (*self.against, *self.denials)


@dataclass(frozen=True, slots=True)
class WrongBelief:
    """A misconception of the course-wide registry, and how it sounds in an answer."""

    id: str
    severity: Severity
    anchors: tuple[str, ...]
    confusable_with: str = ""
    """The key point that sounds like it and is right."""
    phrasings: tuple[str, ...] = ()
    """More ways to voice it, by somebody other than the author of the anchors."""
    denials: tuple[str, ...] = ()
    """What somebody says who knows better, in words much like it."""

    @property
    def sayings(self) -> tuple[str, ...]:
        """Every way to voice it."""
        return (*self.anchors, *self.phrasings)


@dataclass(frozen=True, slots=True)
class Rubric:
    """What an answer is judged by."""

    question: str
    reference: str
    """What a strong candidate would say aloud."""
    points: tuple[KeyPoint, ...]
    misconceptions: tuple[WrongBelief, ...] = ()

    def point(self, point_id: str) -> KeyPoint:
        """The point with this id; raises KeyError."""
        for point in self.points:
            if point.id == point_id:
                return point
        raise KeyError(point_id)


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A further question, asked when a point is missing, a misconception is heard, or all went well."""

    id: str
    ask: Rubric
    when_missing: str = ""
    when_believed: str = ""
    """Without either it is the stretch question."""


@dataclass(frozen=True, slots=True)
class Clarification:
    """What the interviewer answers when asked about something; an empty `about` answers everything else."""

    about: tuple[str, ...]
    answer: str


@dataclass(frozen=True, slots=True)
class ShowMe:
    """A claim to be demonstrated in the sandbox: the run's metrics must make `test` true."""

    ask: str
    starter: str
    """Python with a `run(*, seed)` that returns a Result."""
    test: str
    """A comparison over the run's metrics."""
    says: str
    """What the test means, in words."""
    solution: str = ""
    """The starter with the change that makes `test` true, for `mltutor check` alone: no learner sees it. The
    bank's claims have one; those that the simulated cluster makes up have none."""


@dataclass(frozen=True, slots=True)
class Labels:
    """What one reader finds in an answer."""

    covered: tuple[str, ...]
    misconceptions: tuple[str, ...]
    grade: float
    """Between 0 and 1."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A test answer of the bank, labelled by a person who did not write the anchors."""

    kind: str
    text: str
    covered: tuple[str, ...]
    misconceptions: tuple[str, ...]
    grade: float
    """Between 0 and 1."""
    second: Labels | None = None
    """What a second reader found, who saw the text only."""


@dataclass(frozen=True, slots=True)
class Prompt:
    """A question of the interview."""

    id: str
    stage: Stage
    level: Level
    topic: str
    competency: str
    rubric: Rubric
    folder: Path
    """Where its file lies."""
    lessons: tuple[str, ...] = ()
    expected_words: tuple[int, int] = (40, 160)
    follow_ups: tuple[FollowUp, ...] = ()
    clarifications: tuple[Clarification, ...] = ()
    show_me: ShowMe | None = None
    steps: tuple[str, ...] = ()
    """Steps to be put in order, in a right order."""
    peers: tuple[tuple[int, ...], ...] = ()
    """Groups of places in `steps`, from 0, that may stand in any order."""
    exercise: str = ""
    """The id of the coding task, in the folder of the same name; empty if there is none."""
    form: str = ""
    """What kind of answer is asked for: empty, `plan`, `star`, `two-audiences` or `parallel`."""
    from_article: bool = False

    @property
    def question(self) -> str:
        """What the interviewer asks."""
        return self.rubric.question
