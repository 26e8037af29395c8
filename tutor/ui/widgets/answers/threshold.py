"""A threshold placed on the scores of two classes; what it costs is drawn once it is settled."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from tutor.charts.cells import Canvas
from tutor.charts.ground import Ground
from tutor.charts.plane import draw_plane
from tutor.charts.score_chart import Scored, cost_figure, draw_scores
from tutor.course.draws import scores
from tutor.course.question import Question, Threshold
from tutor.figure import Line, Points
from tutor.grading.answer import Answer, Placed
from tutor.grading.grade import Grade
from tutor.grading.number import show_number
from tutor.grading.sheet import Phase
from tutor.grading.threshold import DEFAULT, cheapest, cost
from tutor.run import RunResult
from tutor.ui.widgets.answers.answering import Drafted, Refused, Submitted
from tutor.ui.widgets.answers.drawing import Drawing, Sketch

FINEST = 100
"""Into how many steps the axis is divided."""
LEAP = 10


class ThresholdAnswer(Vertical, can_focus=True):
    """Left and right move the threshold, with shift in larger steps; so does a digit or a click."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "move(-1)", "lower", show=False, tooltip="Move the threshold a little down"),
        Binding("right", "move(1)", "higher", show=False, tooltip="Move the threshold a little up"),
        Binding("shift+left", f"move(-{LEAP})", "much lower", show=False, tooltip="Move it far down"),
        Binding("shift+right", f"move({LEAP})", "much higher", show=False, tooltip="Move it far up"),
        Binding("enter", "commit", "commit", show=False, tooltip="Commit to the threshold"),
        *(
            Binding(str(tenth), f"tenth({tenth})", f"{tenth} tenths", show=False, tooltip="Set it to tenths")
            for tenth in range(10)
        ),
    ]
    DEFAULT_CSS = """
    ThresholdAnswer {
        width: 1fr;
        height: auto;
        #readout { height: auto; }
        #costs { margin-top: 1; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._question: Threshold | None = None
        self._seed = 0
        self._place: float | None = None
        self._open = False
        self._judged = False
        self._scores = Drawing(least=10, most=14, id="scores")
        self._costs = Drawing(least=9, most=12, id="costs")
        self._readout = Static(id="readout", markup=False)

    def compose(self) -> ComposeResult:
        yield self._scores
        yield self._readout
        yield self._costs

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
        """Show the scores that `seed` drew with the threshold so far; once it is judged, the costs."""
        assert isinstance(question, Threshold)
        self._question, self._seed = question, seed
        self._open, self._judged = phase == "open", grade is not None
        self._place = answer.values[0] if isinstance(answer, Placed) and len(answer.values) == 1 else None
        self._redraw()

    def commit(self) -> None:
        """Commit to the threshold, once it was moved."""
        if not self._open:
            return
        if self._place is not None:
            self.post_message(Submitted(Placed((self._place,))))
        else:
            self.post_message(Refused("Move the threshold first: left and right, or a digit for tenths."))

    def focus_answer(self) -> None:
        """The arrows move the threshold from now on."""
        self.focus()

    def ways(self) -> tuple[tuple[str, str], ...]:
        """What the keys do while the threshold can be moved."""
        return (("enter", "commits"), ("← →", "moves it"), ("⇧← ⇧→", "farther"), ("0–9", "tenths"))

    def typed(self) -> bool:
        """Letters are free."""
        return False

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Once committed, all keys are the pane's."""
        return self._open

    def action_move(self, steps: int) -> None:
        """Move the threshold by hundredths."""
        self._set((DEFAULT if self._place is None else self._place) + steps / FINEST)

    def action_tenth(self, tenth: int) -> None:
        """Move the threshold to tenths."""
        self._set(tenth / 10)

    def action_commit(self) -> None:
        """As the pane does."""
        self.commit()

    @on(Drawing.Pointed)
    def _pointed(self, event: Drawing.Pointed) -> None:
        """The threshold where it was clicked."""
        event.stop()
        self.focus()
        self._set(event.x)

    def _set(self, place: float) -> None:
        """Set the threshold to the nearest hundredth."""
        if self._question is not None and self._open:
            self._place = max(0, min(FINEST, round(place * FINEST))) / FINEST
            self._redraw()
            self.post_message(Drafted(Placed((self._place,))))

    def _redraw(self) -> None:
        """Draw scores, threshold and costs, and say the same in words."""
        question = self._question
        if question is None:
            return
        positive, negative = scores(question, self._seed)
        at = DEFAULT if self._place is None else self._place
        best = cheapest(question, self._seed)[0] if self._judged else None
        scored = Scored(positive, negative, at, best)
        self._scores.put(lambda canvas, color: draw_scores(canvas, color, scored))
        self._costs.display = self._judged
        if self._judged:
            self._costs.put(_cost_sketch(question, self._seed, at))
        self._readout.update(_words(question, scored, self._seed))


def _cost_sketch(question: Threshold, seed: int, at: float) -> Sketch:
    """The costs of all thresholds."""
    grid = [step / FINEST for step in range(FINEST + 1)]
    mine, best = (at, cost(question, seed, at)), cheapest(question, seed)
    figure = cost_figure(grid, [cost(question, seed, each) for each in grid], mine, best, question.unit)

    def sketch(canvas: Canvas, color: bool) -> Ground:
        marks = [mark for mark in figure.marks if isinstance(mark, Points | Line)]
        return draw_plane(canvas, canvas.box, figure, marks, color)

    return sketch


def _words(question: Threshold, scored: Scored, seed: int) -> Content:
    """The threshold and its mistakes, before the answer with what one of each costs, then with the sum."""
    here = Content.assemble(("threshold ", "$quiet"), (f"{scored.threshold:.2f}", "bold"), "  ")
    if scored.best is not None:
        paid = show_number(cost(question, seed, scored.threshold), question.unit)
        least = show_number(cost(question, seed, scored.best), question.unit)
        return here + Content(f"costs {paid} · ┊ {scored.best:.2f} costs {least}, the least")
    missed = f"{scored.missed} missed × {show_number(question.false_negative, question.unit)}"
    plural = "" if scored.alarms == 1 else "s"
    alarms = f"{scored.alarms} false alarm{plural} × {show_number(question.false_positive, question.unit)}"
    return here + Content(f"{missed} · {alarms}")
