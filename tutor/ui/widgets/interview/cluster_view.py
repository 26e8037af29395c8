"""What came of a run on the simulated cluster: the checks, what each worker did, the curve over workers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, TypeAlias, get_args

from textual import getters
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.events import Resize
from textual.reactive import var

from tutor.interview.clustered import Clustered
from tutor.ui.widgets.cell_entry import CellEntry
from tutor.ui.widgets.chart_view import ChartView
from tutor.ui.widgets.interview.cluster_words import INVITE, checks, steps, switch, turning
from tutor.ui.widgets.key_words import KeyWords
from tutor.ui.widgets.prose_view import ProseView

View: TypeAlias = Literal["checks", "workers", "speed-up"]
VIEWS: tuple[View, ...] = get_args(View)
TALL = 30
"""Rows from which the chart stands under the words."""
BEGINS_WITH = 4
"""Workers that are looked at first."""


class ClusterView(Vertical, can_focus=True):
    """One of three views; where there is room, the chart stands under the others."""

    HELP = """## The cluster

**f** goes from the checks to what each worker did and to the speed-up; **[** and **]** turn the number of
workers, **t** shows the curve's numbers as a table. **F3** goes back to the code.
"""
    DEFAULT_CSS = """
    ClusterView {
        height: 1fr;
        #switch, #turning { height: 1; }
        #text { height: 1fr; padding: 0 1; scrollbar-size-vertical: 1; }
        #text ProseView { height: auto; }
        ChartView { height: 1fr; }
        &.-tall ChartView { height: 14; border-top: solid $rule; }
        CellEntry { border-left: none; padding: 0; &:focus { border-left: none; } #head { display: none; } }
        &:focus #switch { background: $surface; }
    }
    """

    view: var[View] = var[View]("checks", init=False)
    """What is looked at."""
    count: var[int] = var(BEGINS_WITH, init=False)
    """How many workers are looked at."""

    text = getters.query_one("#text", VerticalScroll)
    words = getters.query_one("#words", ProseView)
    chart = getters.query_one(ChartView)

    def __init__(self, *, id: str | None = None, changed: Callable[[], object]) -> None:  # noqa: A002
        """`changed` hears that something else is looked at."""
        super().__init__(id=id)
        self._changed = changed
        self._number = 0
        self._holds = False
        self._says = ""
        self.found: Clustered | None = None
        """The run that is shown."""

    def compose(self) -> ComposeResult:
        yield KeyWords(id="switch")
        yield KeyWords(id="turning")
        with VerticalScroll(id="text"):
            yield ProseView(INVITE, id="words")
        yield ChartView()

    def on_mount(self) -> None:
        """Nothing has run yet."""
        self._show()

    def on_resize(self, event: Resize) -> None:  # noqa: ARG002
        """More rows, another place for the chart."""
        self._show()

    @property
    def tall(self) -> bool:
        """Whether the chart stands under the words."""
        return self.size.height >= TALL and self.found is not None

    @property
    def views(self) -> tuple[View, ...]:
        """The views to choose from."""
        return VIEWS[:2] if self.tall else VIEWS

    def watch_view(self) -> None:
        """Something else is looked at, and the curve is drawn again."""
        self.chart.action_chart()
        self._show()
        self.text.scroll_home(animate=False)
        self.call_after_refresh(self.go)

    def watch_count(self) -> None:
        """Another number of workers."""
        self._show()

    def next_view(self) -> None:
        """The next view, after the last the first."""
        place = self.views.index(self.view) if self.view in self.views else 0
        self.view = self.views[(place + 1) % len(self.views)]

    def turn(self, by: int) -> None:
        """More workers, or fewer; the checks tell nothing of them."""
        if self.found is None:
            return
        known = self.found.workers
        place = known.index(self.count) if self.count in known else 0
        self.count = known[max(0, min(len(known) - 1, place + by))]
        if self.view == "checks" and not self.tall:
            self.view = "workers"

    def go(self) -> None:
        """Put the focus where the arrows scroll."""
        if self.has_focus_within or self.has_focus:
            table = self.chart.table if self.chart.display and self.chart.in_table else None
            (table or (self.text if self.text.display else self)).focus()

    async def begin(self, source: str) -> CellEntry:
        """A run begins: where its events go."""
        await self.text.query(CellEntry).remove()
        self.found = None
        self._number += 1
        entry = CellEntry(self._number, source)
        entry.can_focus = False
        await self.text.mount(entry, before=self.words)
        self._show()
        return entry

    def end(self, found: Clustered | None, *, printed: bool, holds: bool = False, says: str = "") -> None:
        """The run is over, and this came of it; None for nothing but what it printed, and how it ended."""
        self.found, self._holds, self._says = found, holds, says
        self.query_one(CellEntry).display = found is None or printed
        self.view = "checks"
        self._show()
        self.text.scroll_home(animate=False)

    def _show(self) -> None:
        """Bring everything up to date."""
        found = self.found
        self.set_class(self.tall, "-tall")
        view = self.view if self.view in self.views else "checks"
        for each in ("#switch", "#turning"):
            self.query_one(each).display = found is not None
        self.text.display = found is None or view != "speed-up"
        self.chart.display = found is not None and (self.tall or view == "speed-up")
        self.words.display = found is not None or self._number == 0
        if found is not None:
            self.query_one("#switch", KeyWords).update(switch(self.views, view))
            self.query_one("#turning", KeyWords).update(turning(found.workers, self.count))
            parts = checks(found, self._holds, self._says) if view == "checks" else steps(found, self.count)
            self.words.put_blocks(tuple(parts))
            self.chart.show((found.drawn(self.count),))
        self._changed()
