"""What every answer widget says and offers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from textual.message import Message

if TYPE_CHECKING:
    from tutor.course.question import Question
    from tutor.grading.answer import Answer
    from tutor.grading.grade import Grade
    from tutor.grading.sheet import Phase
    from tutor.run import RunResult


@dataclass
class Drafted(Message):
    """Sent after every change: the answer in the making; None if there is nothing any more."""

    answer: Answer | None


@dataclass
class Submitted(Message):
    """The learner commits to an answer that can be graded."""

    answer: Answer


@dataclass
class Refused(Message):
    """The learner wants to commit, but something is missing."""

    words: str
    """What is missing, kindly."""


@runtime_checkable
class Answering(Protocol):
    """A widget with which one kind of question is answered, and which shows how the answer turned out."""

    def show(
        self,
        question: Question,
        answer: Answer | None,
        *,
        seed: int,
        phase: Phase,
        grade: Grade | None,
        shown: RunResult | None,
    ) -> None:
        """Show a question of this kind with the answer so far; anything can change only while `open`.

        `question` has its drawn numbers filled in, `seed` drew them. `shown` is the run whose figure is to be
        read (plot, model) or whose truth is laid over the answer (curve, output); None until it is there.
        The widget may not be mounted yet.
        """

    def commit(self) -> None:
        """Send `Submitted`, or `Refused`; nothing unless the question is open."""

    def focus_answer(self) -> None:
        """Focus where the answer goes."""

    def ways(self) -> tuple[tuple[str, str], ...]:
        """Keys with what they do while the question is open, the one that `commits` first."""

    def typed(self) -> bool:
        """Whether letters are text here, so that other keys work only after esc."""
