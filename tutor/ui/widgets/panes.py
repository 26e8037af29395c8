"""Lesson, sandbox and quiz: side by side, two of them, or one at a time."""

from __future__ import annotations

from collections.abc import Mapping

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.events import DescendantFocus, Resize
from textual.reactive import var
from textual.widget import Widget

from tutor.ui.widgets.pane_tabs import Pane, PaneTabs
from tutor.ui.widgets.prose_view import ProseView

TWO = 100
"""Columns from which the lesson stands beside the quiz or the sandbox."""

THREE = 150
"""Columns from which all three stand side by side."""


class Panes(Horizontal):
    """Shows and hides panes by classes alone, so that nothing in them is lost."""

    DEFAULT_CSS = """
    Panes {
        .column { width: 1fr; height: 1fr; display: none; }
        .task { display: none; max-height: 5; padding: 0 1; margin-bottom: 1; }
    }
    """

    at: var[Pane] = var[Pane]("lesson", init=False, bindings=True)
    """The pane in use: the only one where there is room for one."""
    beside: var[Pane] = var[Pane]("quiz")
    """The pane beside the lesson where there is room for two."""
    waiting: var[frozenset[Pane]] = var[frozenset[Pane]](frozenset(), init=False)
    """Panes where something waits for the learner."""
    errand: var[str] = var("", init=False)
    """What the step asks for, repeated in Markdown where the lesson is hidden."""

    def __init__(self, panes: Mapping[Pane, Widget]) -> None:
        super().__init__()
        self._panes = panes

    def compose(self) -> ComposeResult:
        """A column for each pane: names, task, pane."""
        for name, pane in self._panes.items():
            with Vertical(id=f"column-{name}", classes="column"):
                yield PaneTabs(name)
                if name != "lesson":
                    yield ProseView(classes="task")
                yield pane

    def on_mount(self) -> None:
        """Begin with the lesson."""
        self.watch_at(self.at)

    def on_resize(self, _: Resize) -> None:
        """Another width, other names above the panes."""
        self._name_panes()

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """The pane with the focus is the one in use."""
        for name in self._panes:
            if self.query_one(f"#column-{name}") in event.widget.ancestors:
                self.at = name

    def watch_at(self, pane: Pane) -> None:
        """Show the pane in use."""
        if pane != "lesson":
            self.beside = pane
        for name in self._panes:
            self.set_class(name == pane, f"-at-{name}")
        self._name_panes()

    def watch_beside(self, pane: Pane) -> None:
        """Show another pane beside the lesson."""
        for name in self._panes:
            self.set_class(name == pane, f"-beside-{name}")

    def watch_waiting(self) -> None:
        """Other dots."""
        self._name_panes()

    def watch_errand(self, errand: str) -> None:
        """Another step."""
        for view in self.query(".task").results(ProseView):
            view.put(errand)
            view.set_class(bool(errand), "-said")

    def _name_panes(self) -> None:
        """Above each pane the names of those that can be shown in its place."""
        width = self.app.size.width
        for name in self._panes:
            tabs = self.query_one(f"#tabs-{name}", PaneTabs)
            if width >= THREE or (width >= TWO and name == "lesson"):
                tabs.names = (name,)
            else:
                tabs.names = ("quiz", "sandbox") if width >= TWO else ("lesson", "quiz", "sandbox")
            tabs.focused = name == self.at
            tabs.waiting = self.waiting - {self.at}
