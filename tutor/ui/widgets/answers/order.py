"""Steps to be put in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical

from tutor.course.question import Order
from tutor.grading.answer import Ordered
from tutor.grading.order import shown_order
from tutor.ui.widgets.answers.answering import Drafted, Refused, Submitted
from tutor.ui.widgets.answers.order_list import OrderList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tutor.course.question import Question
    from tutor.grading.answer import Answer
    from tutor.grading.grade import Grade
    from tutor.grading.sheet import Phase
    from tutor.run import RunResult

UNMOVED = "The steps still stand as they were dealt; move at least one."


class OrderAnswer(Vertical):
    """The steps as dealt by the seed, or as the learner arranged them."""

    HELP = OrderList.HELP
    DEFAULT_CSS = """
    OrderAnswer { height: auto; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.list = OrderList()
        self._moved = self._open = False

    def compose(self) -> ComposeResult:
        yield self.list

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
        """The steps; once graded, where each belongs."""
        assert isinstance(question, Order)
        self._moved, self._open = isinstance(answer, Ordered), phase == "open"
        places = answer.places if isinstance(answer, Ordered) else shown_order(question, seed)
        due = belongs(places, question.peers) if grade else ()
        self.list.show(question.steps, places, settled=not self._open, due=due)

    def commit(self) -> None:
        """Commit to the order; not to the one that was dealt."""
        if self._open:
            self.post_message(Submitted(Ordered(self.list.places)) if self._moved else Refused(UNMOVED))

    def focus_answer(self) -> None:
        """The list."""
        self.list.focus()

    def ways(self) -> tuple[tuple[str, str], ...]:
        """How rows move."""
        return (("enter", "commits"), ("J K", "moves the row"))

    def typed(self) -> bool:
        """Nothing is typed."""
        return False

    @on(OrderList.Moved)
    def _arranged(self, event: OrderList.Moved) -> None:
        event.stop()
        self._moved = True
        self.post_message(Drafted(Ordered(event.places)))

    @on(OrderList.Submitted)
    def _submitted(self, event: OrderList.Submitted) -> None:
        event.stop()
        self.commit()


def belongs(places: Sequence[int], peers: Sequence[Sequence[int]]) -> tuple[int, ...]:
    """For each row from the top the row where it belongs; peers keep the order in which they stand."""
    first = {place: min(group) for group in peers for place in group}
    wanted = sorted(range(len(places)), key=lambda row: first.get(places[row], places[row]))
    return tuple(wanted.index(row) for row in range(len(places)))
