"""All knobs of an experiment, the current one explained beneath."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from rich.cells import cell_len
from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.events import DescendantFocus, Resize
from textual.widget import Widget
from textual.widgets import Static

from tutor.course.param import Param
from tutor.run import Scalar
from tutor.ui.widgets.knob_line import value_width
from tutor.ui.widgets.param_row import ParamRow

COLUMN = 36
"""Cells that a knob wants before a second column begins."""


class Knobs(Widget):
    """Rows of knobs in as many columns as fit."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "step(-1)", "Knob above", show=False, tooltip="The knob before this one"),
        Binding("down", "step(1)", "Knob below", show=False, tooltip="The knob after this one"),
    ]
    DEFAULT_CSS = """
    Knobs {
        height: auto;
        padding: 0 1 0 0;
        & > VerticalScroll { layout: grid; grid-size: 1; grid-rows: 1; grid-gutter: 0 2; height: auto; }
        & > VerticalScroll { max-height: 6; }
        &.-none { display: none; }
        &.-two > VerticalScroll { grid-size: 2; }
        &.-three > VerticalScroll { grid-size: 3; }
        #help { height: auto; max-height: 2; color: $quiet; padding: 0 0 0 2; }
    }
    """

    rows_box = getters.query_one(VerticalScroll)
    help_line = getters.query_one("#help", Static)

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._rows: list[ParamRow] = []

    def compose(self) -> ComposeResult:
        yield VerticalScroll(can_focus=False)
        yield Static(id="help", markup=False)

    @property
    def params(self) -> dict[str, Scalar]:
        """Every value by name."""
        return {row.param.name: row.value for row in self._rows}

    @property
    def current(self) -> ParamRow | None:
        """The knob that had the focus last."""
        return next((row for row in self._rows if row.current), None)

    def load(
        self, params: tuple[Param, ...], values: Mapping[str, Scalar], origin: Mapping[str, Scalar]
    ) -> None:
        """Show these knobs; `origin` holds the values that the lesson gave."""
        labels = max((cell_len(param.label or param.name) for param in params), default=0)
        widths = max((value_width(param) for param in params), default=0)
        self._rows = [
            ParamRow(
                param,
                values[param.name],
                origin=origin[param.name],
                label_width=labels,
                value_width=widths,
            )
            for param in params
        ]
        self.rows_box.remove_children()
        self.rows_box.mount(*self._rows)
        self.set_class(not params, "-none")
        self.add_class("-untouched")
        if self._rows:
            self._choose(self._rows[0])
        self._arrange()

    def put(self, values: Mapping[str, Scalar]) -> None:
        """Set the knobs without a message; names that are no knobs are skipped."""
        for row in self._rows:
            row.value = values.get(row.param.name, row.value)

    def on_resize(self, _: Resize) -> None:
        """As many columns as fit."""
        self._arrange()

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """The focused knob is the current one."""
        if isinstance(event.widget, ParamRow):
            self._choose(event.widget)

    @on(ParamRow.Turned)
    def _explain(self) -> None:
        """Where there is little room, a knob is explained once it is used."""
        self.remove_class("-untouched")

    def turn(self, clicks: int) -> None:
        """Turn the current knob."""
        if self.current is not None:
            self.current.action_turn(clicks)

    def action_step(self, rows: int) -> None:
        """Focus the knob that many rows further."""
        if self.current is not None:
            self.remove_class("-untouched")
            place = self._rows.index(self.current) + rows
            self._rows[max(0, min(len(self._rows) - 1, place))].focus()

    def _choose(self, chosen: ParamRow) -> None:
        """Mark the knob and say what it does."""
        for row in self._rows:
            row.current = row is chosen
        param = chosen.param
        words = f": {param.help}" if param.help else ""
        self.help_line.update(Content.assemble((param.label or param.name, "$foreground"), words))

    def _arrange(self) -> None:
        """Columns by width, never more than there are knobs."""
        columns = min(len(self._rows), max(1, self.size.width // COLUMN))
        self.set_class(columns == 2, "-two")
        self.set_class(columns >= 3, "-three")
