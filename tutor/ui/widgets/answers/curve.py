"""A curve drawn before its run: a height for each x, and the truth laid over it afterwards."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from tutor.charts.describe import number
from tutor.charts.drawn_curve import Track, curve_figure, draw_curve, filled_in, spoken
from tutor.course.question import Curve, Question
from tutor.figure import Axis
from tutor.grading.answer import Answer, Drawn
from tutor.grading.curve import height_at
from tutor.grading.evidence import evidence
from tutor.grading.grade import Grade
from tutor.grading.sheet import Phase
from tutor.run import RunResult
from tutor.ui.widgets.answers.answering import Drafted, Refused, Submitted
from tutor.ui.widgets.answers.drawing import Drawing

STEPS = 50
"""Into how many steps the y axis is divided."""
LEAP = 5


class CurveAnswer(Vertical, can_focus=True):
    """Left and right walk along x, up and down set the height there, as a digit or a click does."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "walk(-1)", "x before", show=False, tooltip="To the x before"),
        Binding("right", "walk(1)", "next x", show=False, tooltip="To the next x"),
        Binding("up", "lift(1)", "higher", show=False, tooltip="Set the height here a little higher"),
        Binding("down", "lift(-1)", "lower", show=False, tooltip="Set the height here a little lower"),
        Binding("shift+up", f"lift({LEAP})", "much higher", show=False, tooltip="Set it much higher"),
        Binding("shift+down", f"lift(-{LEAP})", "much lower", show=False, tooltip="Set it much lower"),
        Binding("enter", "commit", "commit", show=False, tooltip="Commit to the curve as it stands"),
        Binding("t", "tell", "in words", show=False, tooltip="All heights in words, or the one here"),
        *(
            Binding(str(tenth), f"tenth({tenth})", f"{tenth} tenths", show=False, tooltip="Set it to tenths")
            for tenth in range(10)
        ),
    ]
    DEFAULT_CSS = """
    CurveAnswer { width: 1fr; height: auto; #readout { height: auto; } }
    """

    def __init__(self) -> None:
        super().__init__()
        self._question: Curve | None = None
        self._known: dict[int, float] = {}
        self._place = 0
        self._open = False
        self._truth: Track = ()
        self._tells_all = False
        self._drawing = Drawing(least=12)
        self._readout = Static(id="readout", markup=False)

    def compose(self) -> ComposeResult:
        yield self._drawing
        yield self._readout

    def show(
        self,
        question: Question,
        answer: Answer | None,
        *,
        seed: int,  # noqa: ARG002
        phase: Phase,
        grade: Grade | None,
        shown: RunResult | None,
    ) -> None:
        """Show the curve so far, and the run's own once the answer is judged."""
        assert isinstance(question, Curve)
        if self._question is None or self._question.id != question.id or (answer is None and phase == "open"):
            self._place, self._known = 0, {}
        self._question = question
        self._open = phase == "open"
        if isinstance(answer, Drawn) and answer.heights != self._heights():
            self._known = dict(enumerate(answer.heights[: len(question.x)]))
        found = evidence(shown).lines if shown is not None and grade is not None else {}
        self._truth = tuple(sorted(found.get(question.line, ())))
        self._redraw()

    def commit(self) -> None:
        """Commit to the curve, once at least one height is set."""
        if not self._open:
            return
        if self._known:
            self.post_message(Submitted(Drawn(self._heights())))
        else:
            self.post_message(Refused("Set at least one height first: up and down, or a digit for tenths."))

    def focus_answer(self) -> None:
        """The arrows draw from now on."""
        self.focus()

    def ways(self) -> tuple[tuple[str, str], ...]:
        """What the keys do while the curve can be drawn."""
        return (("enter", "commits"), ("← → ↑ ↓", "draw it"), ("0–9", "tenths"), ("t", "in words"))

    def typed(self) -> bool:
        """Letters are free."""
        return False

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Once committed, the curve can only be read; all other keys are the pane's."""
        return self._open or action in ("walk", "tell")

    def action_walk(self, steps: int) -> None:
        """To another x; after the answer, to read both heights there."""
        if self._question is not None:
            self._place = max(0, min(len(self._question.x) - 1, self._place + steps))
            self._redraw()

    def action_lift(self, steps: int) -> None:
        """Set the height here so many steps higher."""
        if self._question is not None:
            step = (self._question.high - self._question.low) / STEPS
            self._set(self._place, self._heights()[self._place] + steps * step)

    def action_tenth(self, tenth: int) -> None:
        """Set the height here to tenths of the y axis, and go on to the next x."""
        if self._question is not None and self._open:
            self._set(
                self._place, self._question.low + tenth / 10 * (self._question.high - self._question.low)
            )
            self.action_walk(1)

    def action_tell(self) -> None:
        """All heights in words, or only the one at the marked x."""
        self._tells_all = not self._tells_all
        self._redraw()

    def action_commit(self) -> None:
        """As the pane does."""
        self.commit()

    @on(Drawing.Pointed)
    def _pointed(self, event: Drawing.Pointed) -> None:
        """The height where it was clicked, at the nearest x."""
        event.stop()
        self.focus()
        if self._question is not None:
            xs, axis = self._question.x, self._drawing.ground
            where = axis.column(event.x) if axis else 0
            self._place = min(range(len(xs)), key=lambda at: abs(axis.column(xs[at]) - where) if axis else 0)
            self._redraw()
            self._set(self._place, event.y)

    def _set(self, place: int, height: float) -> None:
        """Set one height on the grid of steps; the heights nobody has set follow."""
        question = self._question
        if question is None or not self._open:
            return
        span = question.high - question.low
        steps = max(0, min(STEPS, round((height - question.low) / span * STEPS)))
        self._known[place] = round(question.low + span * steps / STEPS, 9)
        self._redraw()
        self.post_message(Drafted(Drawn(self._heights())))

    def _heights(self) -> tuple[float, ...]:
        """All heights: those set, and between them what the line makes of them."""
        question = self._question
        if question is None:
            return ()
        middle = (question.low + question.high) / 2
        return tuple(round(each, 9) for each in filled_in(question.x, self._known, middle))

    def _redraw(self) -> None:
        """Draw the curve, and say what stands at the marked x."""
        question = self._question
        if question is None:
            return
        mine, place = tuple(zip(question.x, self._heights(), strict=True)), self._place
        unset = [at for at in range(len(mine)) if at not in self._known] if self._open else []

        axis = Axis(label=question.line, low=question.low, high=question.high)
        figure = curve_figure(mine, axis, self._truth)
        self._drawing.put(lambda canvas, color: draw_curve(canvas, color, figure, mine, place, unset))
        self._readout.update(self._words(mine))

    def _words(self, mine: Track) -> Content:
        """The heights at the marked x in words, or all of them."""
        if self._tells_all:
            return Content(spoken(mine, self._truth))
        x, height = mine[self._place]
        here = Content.assemble(("at ", "$quiet"), (number(x), "bold"), ("  ", ""))
        if self._truth:
            true = height_at(self._truth, x)
            off = height - true
            side = "too high" if off > 0 else "too low"
            gap = f"{number(abs(off))} {side}" if abs(off) > 1e-9 else "exactly so"
            return here + Content(f"yours {number(height)} · the run {number(true)} · {gap}")
        if not self._open:
            return here + Content(f"yours {number(height)}")
        left = len(mine) - len(self._known)
        if left == len(mine):
            return here + Content.styled(f"nothing drawn yet; {left} heights to set", "$quiet")
        rest = f"{left} of {len(mine)} follow the others" if left else "all set"
        return here + Content.assemble((number(height), "bold"), (f"  ·  {rest}", "$quiet"))
