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

TALL = 30
"""Rows from which a task may take its lines from the chart."""

TASK, SHORT_TASK = 5, 2
"""Lines of a task at most."""


class Panes(Horizontal):
    """Shows and hides panes as they are, so that nothing in them is lost.

    Columns are switched one by one: a class on a common ancestor would style every widget in them anew.
    """

    DEFAULT_CSS = """
    Panes {
        .column { width: 1fr; height: 1fr; }
        .task { padding: 0 1; background: $surface; }
    }
    """

    at: var[Pane] = var[Pane]("lesson", init=False, bindings=True)
    """The pane in use: the only one where there is room for one."""
    beside: var[Pane] = var[Pane]("quiz", init=False)
    """The pane beside the lesson where there is room for two."""
    waiting: var[frozenset[Pane]] = var[frozenset[Pane]](frozenset(), init=False)
    """Panes where something waits for the learner."""
    errand: var[tuple[Pane, str]] = var[tuple[Pane, str]](("lesson", ""), init=False)
    """What the step asks for in Markdown, repeated in its pane where the lesson is hidden."""

    def __init__(self, panes: Mapping[Pane, Widget]) -> None:
        super().__init__()
        self._panes = panes

    def compose(self) -> ComposeResult:
        """A column for each pane: names, task, pane."""
        for name, pane in self._panes.items():
            with Vertical(id=f"column-{name}", classes="column"):
                yield PaneTabs(name)
                if name != "lesson":
                    yield ProseView(more="F2", id=f"task-{name}", classes="task")
                yield pane

    def on_mount(self) -> None:
        """Begin with the lesson."""
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
        """Show the pane in use."""
        if pane != "lesson":
            self.beside = pane
        self._arrange()

    def watch_waiting(self) -> None:
        """Other dots."""
        self._arrange()

    def watch_errand(self, errand: tuple[Pane, str]) -> None:
        """Another step."""
        for view in self.query(".task").results(ProseView):
            view.put(errand[1])
        self._arrange()

    def _arrange(self) -> None:
        """The columns that there is room for, and above each the names of those that can take its place."""
        width = self.app.size.width
        in_turn: dict[Pane, tuple[Pane, ...]]
        if width >= THREE:
            in_turn = {"lesson": ("lesson",), "sandbox": ("sandbox",), "quiz": ("quiz",)}
        elif width >= TWO:
            in_turn = {"lesson": ("lesson",), self.beside: ("quiz", "sandbox")}
        else:
            in_turn = {self.at: ("lesson", "quiz", "sandbox")}
        for name in self._panes:
            column = self.query_one(f"#column-{name}")
            column.display = name in in_turn
            column.styles.width = _width(name, width)
            tabs = self.query_one(f"#tabs-{name}", PaneTabs)
            tabs.names = in_turn.get(name, ())
            tabs.focused = name == self.at
            tabs.waiting = self.waiting - {self.at}
        for view in self.query(".task").results(ProseView):
            pane, words = self.errand
            view.display = width < TWO and bool(words) and view.id == f"task-{pane}"
            view.most = TASK if pane == "quiz" or self.app.size.height >= TALL else SHORT_TASK


def _width(pane: Pane, columns: int) -> str:
    """How wide a pane is on so many columns."""
    if columns >= THREE and pane != "sandbox":
        return "27%"
    return "46%" if THREE > columns >= TWO and pane == "lesson" else "1fr"
