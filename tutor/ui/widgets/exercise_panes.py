"""Task, code and results of an exercise: side by side, two of them, or one at a time."""

from __future__ import annotations

from collections.abc import Mapping

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.events import DescendantFocus, Resize
from textual.reactive import var
from textual.widget import Widget

from tutor.ui.widgets.pane_tabs import Pane, PaneTabs

TWO = 100
"""Columns from which the code stands beside the task or the results."""

THREE = 150
"""Columns from which all three stand side by side."""


class ExercisePanes(Horizontal):
    """Shows and hides panes as they are, so that nothing in them is lost."""

    DEFAULT_CSS = """
    ExercisePanes .column { width: 1fr; height: 1fr; }
    """

    at: var[Pane] = var[Pane]("task", init=False, bindings=True)
    """The pane in use: the only one where there is room for one."""
    beside: var[Pane] = var[Pane]("task", init=False)
    """The pane beside the code where there is room for two."""
    news: var[frozenset[Pane]] = var[frozenset[Pane]](frozenset(), init=False)
    """Panes that hold something unseen."""

    def __init__(self, panes: Mapping[Pane, Widget], *, side: tuple[str, str] = ("28%", "28%")) -> None:
        """`side` are the widths of task and results where all three stand side by side."""
        super().__init__()
        self._panes = panes
        self._side = side

    def compose(self) -> ComposeResult:
        """A column for each pane: names, pane."""
        for name, pane in self._panes.items():
            with Vertical(id=f"column-{name}", classes="column"):
                yield PaneTabs(name)
                yield pane

    def on_mount(self) -> None:
        """Begin with the task."""
        self._arrange()

    def on_resize(self, _: Resize) -> None:
        """Another width, other columns."""
        self._arrange()

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """The pane with the focus is the one in use."""
        for name in self._panes:
            if self.query_one(f"#column-{name}") in event.widget.ancestors:
                self.at = name

    def watch_at(self, pane: Pane) -> None:
        """Show the pane in use; what is seen is no news."""
        if pane != "code":
            self.beside = pane
        self.news -= {pane}
        self._arrange()

    def watch_beside(self) -> None:
        """Another pane beside the code."""
        self._arrange()

    def watch_news(self) -> None:
        """Other dots."""
        self._arrange()

    @property
    def several(self) -> bool:
        """Whether panes stand side by side."""
        return self.app.size.width >= TWO

    def _arrange(self) -> None:
        """The columns that there is room for, and above each the names of those that can take its place."""
        width = self.app.size.width
        in_turn: dict[Pane, tuple[Pane, ...]]
        if width >= THREE:
            in_turn = {name: (name,) for name in self._panes}
        elif width >= TWO:
            in_turn = {self.beside: ("task", "results"), "code": ("code",)}
        else:
            in_turn = {self.at: tuple(self._panes)}
        code, results = self.query_one("#column-code"), self.query_one("#column-results")
        if width >= THREE:
            self.move_child(results, after=code)
        else:
            self.move_child(results, before=code)
        for name in self._panes:
            column = self.query_one(f"#column-{name}")
            column.display = name in in_turn
            column.styles.width = self._width(name, width)
            tabs = self.query_one(f"#tabs-{name}", PaneTabs)
            tabs.names = in_turn.get(name, ())
            tabs.focused = name == self.at
            tabs.waiting = self.news - set(in_turn)

    def _width(self, pane: Pane, columns: int) -> str:
        """How wide a pane is on so many columns."""
        if pane == "code" or columns < TWO:
            return "1fr"
        if columns < THREE:
            return "44%"
        return self._side[0] if pane == "task" else self._side[1]
