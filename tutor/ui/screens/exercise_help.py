"""The four rungs of help with an exercise, each with its price."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from tutor.grading.rungs import COST, RUNGS, Rung, credit, next_rung
from tutor.ui.widgets.exercise_task import NAMES
from tutor.ui.widgets.key_line import KeyLine
from tutor.ui.widgets.row import Row


class HelpScreen(ModalScreen[Rung | None]):
    """Dismissed with the rung that was chosen, taken before or not; with None if there was none."""

    HELP = """\
    # Help with an exercise

    Four steps, each more than the one before, taken in this order. **Enter** takes what is marked; a step
    that you have taken is shown again for nothing. **Esc** goes back without.
    """
    DEFAULT_CSS = """
    HelpScreen {
        align: center middle;
        Vertical { width: 66; max-width: 100%; height: auto; max-height: 100%; padding: 1 2; }
        Vertical { background: $surface; border: round $here; }
        Static { height: auto; margin-bottom: 1; }
        #way { margin: 1 0 0 0; color: $quiet; }
        OptionList { height: auto; background: $surface; padding: 0; }
        OptionList, OptionList:focus { border: none; }
    }
    """
    BINDING_GROUP_TITLE = "Help"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "escape,f10", "dismiss(None)", "back", key_display="esc", id="help-back", tooltip="Back without"
        ),
    ]

    def __init__(self, taken: Sequence[Rung], *, free: bool) -> None:
        """With `free`, help costs nothing any more."""
        super().__init__()
        self._taken = tuple(taken)
        self._free = free

    def compose(self) -> ComposeResult:
        """The credit, and the rungs."""
        with Vertical() as box:
            box.border_title = "Help"
            yield Static(self._standing(), markup=False)
            yield OptionList(*self._options())
            yield Static(Content.assemble(("enter", "$here"), " takes what is marked"), id="way")
        yield KeyLine()

    def on_mount(self) -> None:
        """Mark the next rung."""
        rung = next_rung(self._taken)
        rungs = self.query_one(OptionList)
        rungs.highlighted = RUNGS.index(rung) if rung is not None else 0

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.dismiss(next(rung for rung in RUNGS if rung == event.option.id))

    def _standing(self) -> Content:
        """What is left to win."""
        if self._free:
            return Content("You have solved it: help costs nothing any more.")
        left = credit(self._taken)
        rung = next_rung(self._taken)
        if rung is None:
            return Content(f"You have taken all there is; a solution is worth {left:.0%}.")
        after = credit((*self._taken, rung))
        return Content.assemble(
            f"A solution is worth {left:.0%} now, ",
            (f"{after:.0%}", "bold"),
            " after the next step.",
        )

    def _options(self) -> Iterator[Option]:
        """A row for each rung; those above the next one wait."""
        following = next_rung(self._taken)
        for rung in RUNGS:
            taken = rung in self._taken
            glyph, style = ("✓ ", "$right") if taken else ("○ ", "$quiet")
            left = Content.assemble((glyph, style), NAMES[rung])
            price = "taken" if taken else "free" if self._free else f"costs {COST[rung]:.0%}"
            row = Row(left, Content.styled(price, "$due" if rung == following else "$quiet"), indent=2)
            yield Option(row, id=rung, disabled=not taken and rung != following)
