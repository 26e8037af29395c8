"""One line: the views to choose from, and on the right Run, or how long it runs and Stop."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar, Literal, TypeAlias

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

View: TypeAlias = Literal["chart", "code", "output", "runs", "draw", "sweep"]
VIEWS: dict[View, tuple[str, str]] = {
    "chart": ("Chart", "c"),
    "code": ("Code", "e"),
    "output": ("Output", "o"),
    "runs": ("Runs", "l"),
    "draw": ("Draw", "d"),
    "sweep": ("Sweep", "w"),
}
"""View → label and key."""
TICK_S = 0.1
"""How often the time of a run is drawn anew."""

RunState: TypeAlias = Literal["idle", "gated", "running", "stopping"]
WIDE = 64
"""Cells from which all labels stand beside Stop."""
WIDER = 72
"""The same with the canvas among them."""
SHOWN_AFTER_S = 0.3
"""Seconds a run may take before its time is shown."""


class ViewSwitch(Widget, can_focus=True):
    """Labels to click; with the focus, the arrows switch."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "move(-1)", "View before", show=False, tooltip="The view to the left"),
        Binding("right", "move(1)", "Next view", show=False, tooltip="The view to the right"),
    ]
    ALLOW_SELECT = False
    DEFAULT_CSS = """
    ViewSwitch { height: 1; width: 1fr; pointer: pointer; }
    """

    view: reactive[View] = reactive[View]("chart")
    run_state: reactive[RunState] = reactive[RunState]("idle")
    elapsed_s = reactive(0.0)
    news: reactive[frozenset[View]] = reactive[frozenset[View]](frozenset())
    """Views that hold something unseen."""
    paintable = reactive(False)
    """Whether there is something to draw on."""

    @dataclass
    class Switched(Message):
        """The learner chose a view."""

        view: View

    @dataclass
    class Pressed(Message):
        """The learner pressed Run or Stop, whichever is shown."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._clock = clock
        self._since = 0.0

    def on_mount(self) -> None:
        """The time of a run ticks only while one runs."""
        self._ticks = self.set_interval(TICK_S, self.tick, pause=True)

    def begin(self) -> None:
        """Something runs from now on."""
        self._since = self._clock()
        self.elapsed_s = 0.0
        self.run_state = "running"
        self._ticks.resume()

    def rest(self, *, gated: bool) -> None:
        """Nothing runs; `gated` if nothing may."""
        self._ticks.pause()
        self.run_state = "gated" if gated else "idle"

    def tick(self) -> None:
        """The time goes on."""
        self.elapsed_s = self._clock() - self._since

    def labels(self) -> list[tuple[View, str]]:
        """Each view with its label as printed; in a narrow pane the keys of sweep and canvas are enough."""
        return [
            (view, f"{'•' if view in self.news else ' '}{word} {key} ")
            for view, (word, key) in VIEWS.items()
            if view == self.view or self._labelled(view)
        ]

    def _labelled(self, view: View) -> bool:
        """Whether there is room for the label of a view that is not in front."""
        match view:
            case "draw":
                return self.paintable and self.size.width >= WIDE
            case "sweep":
                return self.size.width >= (WIDER if self.paintable else WIDE)
        return True

    def button(self) -> Content:
        """What stands on the right."""
        match self.run_state:
            case "idle":
                return Content.assemble(("▶ Run ", "bold"), ("r", "$here"))
            case "gated":
                return Content.assemble(("▷ Run waits", "$quiet"))
            case "stopping":
                return Content.assemble(("stopping… ", "$due"), ("s", "$here"), (" kill", "$quiet"))
            case _:
                time = f"{self.elapsed_s:.1f} s  " if self.elapsed_s >= SHOWN_AFTER_S else ""
                return Content.assemble((time, "$quiet"), ("■ Stop ", "bold $due"), ("s", "$here"))

    def render(self) -> Content:
        parts: list[Content | str | tuple[str, str]] = []
        for view, label in self.labels():
            mark, word, key = label[0], label[1:-3], label[-2]
            chosen = view == self.view
            strong = "bold reverse" if chosen and self.has_focus else "bold underline" if chosen else "$quiet"
            parts += [(mark, "$due"), (word, strong), " ", (key, "$here"), " "]
        left, right = Content.assemble(*parts), self.button()
        room = self.size.width - left.cell_length - right.cell_length - 1
        return Content.assemble(left, " " * max(1, room), right)

    def on_click(self, event: Click) -> None:
        """A label switches; what lies right of them is the button."""
        at = 0
        for view, label in self.labels():
            at += len(label)
            if event.x < at:
                self.post_message(self.Switched(view))
                return
        self.post_message(self.Pressed())

    def action_move(self, by: int) -> None:
        """The neighbouring view."""
        views = [view for view, _ in self.labels()]
        place = max(0, min(len(views) - 1, views.index(self.view) + by))
        self.post_message(self.Switched(views[place]))
