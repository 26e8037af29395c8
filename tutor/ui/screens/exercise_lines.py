"""The lines of a solution, to be put in order: the last rung of help."""

from __future__ import annotations

from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.reactive import var
from textual.screen import Screen
from textual.widgets import Static

from tutor.course.question import Order
from tutor.grading.answer import Ordered
from tutor.grading.arrangement import grade_order
from tutor.grading.order import shown_order
from tutor.ui.widgets.answers.order import belongs
from tutor.ui.widgets.answers.order_list import OrderList
from tutor.ui.widgets.key_line import KeyLine

SEED = 0
"""The lines are dealt alike each time."""


class LinesScreen(Screen[bool]):
    """Dismissed with whether the solution shall be put into the editor, once its lines stand in order."""

    HELP = """\
    # Lines to put in order

    These are the lines of one solution, indented as they must be. **J** and **K** move the marked line, or
    drag it; **Enter** checks the order. Once it is right, **c** puts the solution into the editor. **Esc**
    goes back.
    """
    BINDING_GROUP_TITLE = "Lines"
    CSS_PATH = "exercise_lines.tcss"
    AUTO_FOCUS = "OrderList"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("c", "take", "into the editor", id="lines.take", tooltip="Put the code into the editor"),
        Binding("escape,v", "dismiss(False)", "back", key_display="esc", id="lines.back", tooltip="Back"),
    ]

    right: var[bool] = var(False, init=False, bindings=True)
    """Whether the lines stand in a right order."""

    rows = getters.query_one(OrderList)
    says = getters.query_one("#says", Static)

    def __init__(self, order: Order) -> None:
        super().__init__()
        self._order = order
        self._checked = False

    def compose(self) -> ComposeResult:
        """What to do, the lines, the keys."""
        yield Static(id="says", markup=False)
        with VerticalScroll(can_focus=False):
            yield OrderList()
        yield KeyLine()

    def on_mount(self) -> None:
        """Deal the lines."""
        self._show(shown_order(self._order, SEED))

    def check_action(self, action: str, _parameters: tuple[object, ...]) -> bool | None:
        """Only what is right is taken."""
        return action != "take" or self.right

    def action_take(self) -> None:
        """Put the code into the editor."""
        self.dismiss(True)

    @on(OrderList.Moved)
    def _moved(self, event: OrderList.Moved) -> None:
        """Marks of the last check hold no more."""
        event.stop()
        if self._checked:
            self._show(event.places)

    @on(OrderList.Submitted)
    def _check(self, event: OrderList.Submitted) -> None:
        """Say which lines stand right."""
        event.stop()
        self.right = grade_order(self._order, Ordered(event.places)).right
        self._show(event.places, checked=True)

    def _show(self, places: tuple[int, ...], *, checked: bool = False) -> None:
        """The lines, and how they stand if that was asked."""
        self._checked = checked
        due = belongs(places, self._order.peers) if checked else ()
        self.rows.show(self._order.steps, places, code=True, settled=self.right, due=due)
        if self.right:
            words = Content.assemble(("✓ That is right. ", "bold $right"), ("c", "$here"), " takes it.")
        elif checked:
            wrong = sum(row != place for row, place in enumerate(due))
            words = Content.assemble(("✗ ", "$wrong"), f"{wrong} of {len(due)} lines belong elsewhere.")
        else:
            words = Content.assemble(
                "Put the lines in order: ", ("J K", "$here"), " move one, ", ("enter", "$here"), " checks."
            )
        self.says.update(words)
