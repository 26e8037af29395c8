"""Pairs to be matched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical

from tutor.course.question import Match
from tutor.grading.answer import Matched
from tutor.grading.order import shown_order
from tutor.ui.widgets.answers.answering import Drafted, Submitted
from tutor.ui.widgets.answers.match_table import LETTERS, MatchTable

if TYPE_CHECKING:
    from tutor.course.question import Question
    from tutor.grading.answer import Answer
    from tutor.grading.grade import Grade
    from tutor.grading.sheet import Phase
    from tutor.run import RunResult


class MatchAnswer(Vertical):
    """Left sides in the question's order, right sides as the seed shuffles them."""

    HELP = MatchTable.HELP
    DEFAULT_CSS = """
    MatchAnswer { height: auto; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.table = MatchTable()
        self._order: tuple[int, ...] = ()
        self._open = False

    def compose(self) -> ComposeResult:
        yield self.table

    def show(
        self,
        question: Question,
        answer: Answer | None,
        *,
        seed: int,
        phase: Phase,
        grade: Grade | None,
        shown: RunResult | None,  # noqa: ARG002
    ) -> None:
        """Both sides; once graded, which right side each left one goes with."""
        assert isinstance(question, Match)
        self._order, self._open = shown_order(question, seed), phase == "open"
        rights = answer.rights if isinstance(answer, Matched) else (-1,) * len(question.pairs)
        row = {place: row for row, place in enumerate(self._order)}
        self.table.show(
            [pair.left for pair in question.pairs],
            [question.rights[place] for place in self._order],
            [row.get(place, -1) for place in rights],
            settled=not self._open,
            wanted=[row[place] for place in range(len(question.pairs))] if grade else (),
        )

    def commit(self) -> None:
        """Commit to the pairs."""
        if self._open:
            self.post_message(Submitted(self._answer()))

    def focus_answer(self) -> None:
        """The table."""
        self.table.focus()

    def ways(self) -> tuple[tuple[str, str], ...]:
        """How sides are joined."""
        return (("enter", "commits"), ("1 2 …", "marks"), ("a b …", "joins"))

    def typed(self) -> bool:
        """Whether the letter of the hint names a right side."""
        return len(self._order) > LETTERS.index("h")

    @on(MatchTable.Joined)
    def _joined(self, event: MatchTable.Joined) -> None:
        event.stop()
        answer = self._answer()
        self.post_message(Drafted(answer if max(answer.rights) >= 0 else None))

    @on(MatchTable.Submitted)
    def _submitted(self, event: MatchTable.Submitted) -> None:
        event.stop()
        self.commit()

    def _answer(self) -> Matched:
        return Matched(tuple(self._order[row] if row >= 0 else -1 for row in self.table.chosen))
