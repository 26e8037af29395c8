"""A split or centroids placed by hand on drawn points, and the algorithm's own beside them."""

from __future__ import annotations

import math
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from tutor.charts.placing_chart import NAMES, Place, draw_centroids, draw_cut, owners, sides
from tutor.course.draws import Point, points
from tutor.course.question import Question, Split
from tutor.grading.answer import Answer, Placed
from tutor.grading.grade import Grade
from tutor.grading.sheet import Phase
from tutor.grading.split import best_centres, best_split
from tutor.run import RunResult
from tutor.ui.widgets.answers.answering import Drafted, Refused, Submitted
from tutor.ui.widgets.answers.drawing import Drawing

FINEST = 100
"""Into how many steps each axis is divided."""
LEAP = 10
"""Steps of an arrow with shift."""
BROAD = (2, 4)
"""How many times as far an arrow moves a centroid, across and upward: it need not lie to the hundredth."""
NEAR = 0.05
"""A click so near to a centroid takes it up."""


def _arrows() -> list[BindingType]:
    """The four arrows, without and with shift."""
    ways = {"left": (-1, 0), "right": (1, 0), "up": (0, 1), "down": (0, -1)}
    return [
        Binding(
            f"{shift}{key}",
            f"move({across * steps}, {upward * steps})",
            f"{key}{', far' if shift else ''}",
            show=False,
            tooltip=f"Move the cut or the centroid {key}{', far' if shift else ''}",
        )
        for key, (across, upward) in ways.items()
        for shift, steps in (("", 1), ("shift+", LEAP))
    ]


class SplitAnswer(Vertical, can_focus=True):
    """Arrows or a click move the cut or a centroid; x and y choose the feature, tab the centroid."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *_arrows(),
        Binding("x", "feature(0)", "split on x1", show=False, tooltip="Split on the feature across"),
        Binding("y", "feature(1)", "split on x2", show=False, tooltip="Split on the feature upward"),
        Binding("tab", "take(1)", "next centroid", show=False, tooltip="Take up the next centroid"),
        Binding("shift+tab", "take(-1)", "centroid before", show=False, tooltip="Take up the one before"),
        Binding("enter", "commit", "commit", show=False, tooltip="Commit to what is placed"),
    ]
    DEFAULT_CSS = """
    SplitAnswer { width: 1fr; height: auto; #readout { height: auto; } }
    """

    def __init__(self) -> None:
        super().__init__()
        self._question: Split | None = None
        self._seed = 0
        self._points: tuple[Point, ...] = ()
        self._values: tuple[float, ...] = ()
        self._active = 0
        self._touched = False
        self._open = False
        self._grade: Grade | None = None
        self._drawing = Drawing(least=12, most=18)
        self._readout = Static(id="readout", markup=False)

    def compose(self) -> ComposeResult:
        yield self._drawing
        yield self._readout

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
        """Show the points that `seed` drew and what is placed so far; once judged, the algorithm's too."""
        assert isinstance(question, Split)
        if self._question is None or (self._question.id, self._seed) != (question.id, seed):
            self._active = 0
        self._question, self._seed, self._points = question, seed, points(question, seed)
        self._open, self._grade = phase == "open", grade
        placed = answer.values if isinstance(answer, Placed) else ()
        start = _start(question)
        self._touched = len(placed) == len(start)
        self._values = placed if self._touched else start
        self._redraw()

    def commit(self) -> None:
        """Commit to what is placed, once something was moved."""
        if not self._open:
            return
        if self._touched:
            self.post_message(Submitted(Placed(self._values)))
        else:
            what = "cut" if self._cuts else "centroids"
            self.post_message(Refused(f"Move the {what} first: with the arrows, or click where to."))

    def focus_answer(self) -> None:
        """The arrows move from now on."""
        self.focus()

    def ways(self) -> tuple[tuple[str, str], ...]:
        """What the keys do while things can be moved."""
        if self._cuts:
            return (("enter", "commits"), ("← → ↑ ↓", "move the cut"), ("x y", "feature"))
        return (("enter", "commits"), ("← → ↑ ↓", "move it"), ("tab", "next centroid"))

    def typed(self) -> bool:
        """Letters are free."""
        return False

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Once committed, all keys are the pane's; tab leaves after the last centroid."""
        match action:
            case "feature":
                return self._open and self._cuts
            case "take":
                beyond = self._active + (1 if parameters == (1,) else -1)
                return self._open and not self._cuts and 0 <= beyond < len(self._values) // 2
            case _:
                return self._open

    def action_move(self, across: int, upward: int) -> None:
        """Move what is in hand by so many steps; a cut turns when it is moved along the other axis."""
        if self._cuts:
            feature = 1 if upward else 0
            value = self._values[1] if feature == self._values[0] else 0.5
            self._cut(feature, value + (across + upward) / FINEST)
        else:
            x, y = self._centroids()[self._active]
            self._place(x + BROAD[0] * across / FINEST, y + BROAD[1] * upward / FINEST)

    def action_feature(self, feature: int) -> None:
        """Cut at the same value of this feature."""
        self._cut(feature, self._values[1])

    def action_take(self, steps: int) -> None:
        """Take up another centroid."""
        self._active += steps
        self._redraw()

    def action_commit(self) -> None:
        """As the pane does."""
        self.commit()

    @on(Drawing.Pointed)
    def _pointed(self, event: Drawing.Pointed) -> None:
        """A cut goes where it was clicked; so does the centroid in hand, unless another was clicked."""
        event.stop()
        self.focus()
        if not self._open:
            return
        if self._cuts:
            feature = int(self._values[0])
            self._cut(feature, event.y if feature else event.x)
            return
        gaps = [math.dist(place, (event.x, event.y)) for place in self._centroids()]
        nearest = gaps.index(min(gaps))
        if gaps[nearest] < NEAR and nearest != self._active:
            self._active = nearest
            self._redraw()
        else:
            self._place(event.x, event.y)

    @property
    def _cuts(self) -> bool:
        return self._question is not None and self._question.task == "split"

    def _centroids(self) -> list[Place]:
        return list(zip(self._values[::2], self._values[1::2], strict=True))

    def _cut(self, feature: int, value: float) -> None:
        """Put the cut there."""
        self._put((float(feature), _on_grid(value)))

    def _place(self, x: float, y: float) -> None:
        """Put the centroid in hand there."""
        places = self._centroids()
        places[self._active] = (_on_grid(x), _on_grid(y))
        self._put(tuple(value for place in places for value in place))

    def _put(self, values: tuple[float, ...]) -> None:
        """Take these values from now on."""
        self._values, self._touched = values, True
        self._redraw()
        self.post_message(Drafted(Placed(values)))

    def _redraw(self) -> None:
        """Draw the points and what is placed, and say the same in words."""
        question, drawn = self._question, self._points
        if question is None:
            return
        judged = self._grade is not None
        if question.task == "split":
            cut = int(self._values[0]), self._values[1]
            best_cut = best_split(question, drawn)[:2] if judged else None
            self._drawing.put(lambda canvas, color: draw_cut(canvas, color, drawn, cut, best_cut))
        else:
            places, active = self._centroids(), self._active if self._open else None
            best = best_centres(question, drawn, self._seed) if judged else ()
            self._drawing.put(
                lambda canvas, color: draw_centroids(canvas, color, drawn, places, active, best)
            )
        self._readout.update(self._words())

    def _words(self) -> Content:
        """What is placed, and once it is judged what the algorithm has found."""
        if self._grade is not None:
            theirs = "┊ best: " if self._cuts else "✕ best: "
            return Content.assemble(
                ("yours: ", "$quiet"),
                (self._grade.given, "bold"),
                "\n",
                (theirs, "$quiet"),
                self._grade.wanted,
            )
        if self._cuts:
            feature, value = int(self._values[0]), self._values[1]
            low, high = sides(self._points, (feature, value))
            here = Content.assemble((f"{NAMES[feature]} ≤ {value:.2f}", "bold"))
            return here + Content.assemble(("  yes ", "$quiet"), low, ("  no ", "$quiet"), high)
        nearest = owners(self._points, self._centroids())
        counts = (f"{place + 1}: {nearest.count(place)}" for place in range(len(self._values) // 2))
        return Content.assemble(("nearest points  ", "$quiet"), " · ".join(counts))


def _start(question: Split) -> tuple[float, ...]:
    """Where things lie before they are moved: the cut in the middle, the centroids in a row."""
    if question.task == "split":
        return (0.0, 0.5)
    count = len(question.centres)
    return tuple(value for place in range(count) for value in (_on_grid((place + 0.5) / count), 0.5))


def _on_grid(value: float) -> float:
    """The nearest step between 0 and 1."""
    return max(0, min(FINEST, round(value * FINEST))) / FINEST
