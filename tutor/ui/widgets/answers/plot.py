"""An answer that is read off a figure: what it shows, or what has drawn it."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from tutor.course.question import GuessModel, Question, ReadPlot
from tutor.grading.answer import Answer
from tutor.grading.grade import Grade
from tutor.grading.sheet import Phase
from tutor.run import RunResult
from tutor.ui.widgets.answers.figure_view import FigureView
from tutor.ui.widgets.answers.plain import PlainAnswer


class PlotAnswer(Vertical):
    """The figure, and under it the options or the field."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("z,f8", "enlarge", "larger figure", show=False, tooltip="The figure over the whole screen"),
        Binding("t", "table", "as a table", show=False, tooltip="The figure's numbers as a table, and back"),
    ]
    DEFAULT_CSS = """
    PlotAnswer { width: 1fr; height: auto; FigureView { margin-bottom: 1; } }
    """

    def __init__(self) -> None:
        super().__init__()
        self._figure = FigureView()
        self._plain = PlainAnswer()

    def compose(self) -> ComposeResult:
        yield self._figure
        yield self._plain

    def show(
        self,
        question: Question,
        answer: Answer | None,
        *,
        seed: int,
        phase: Phase,
        grade: Grade | None,
        shown: RunResult | None,
    ) -> None:
        """Show the run's figure with the answer so far; its title tells no model before it is guessed."""
        assert isinstance(question, ReadPlot | GuessModel)
        figures = shown.figures if shown is not None else ()
        self._figure.display = question.figure < len(figures)
        if self._figure.display:
            settled = grade is not None
            titled = settled or not isinstance(question, GuessModel)
            self._figure.put(figures[question.figure], told=settled, titled=titled)
        self._plain.show(question, answer, seed=seed, phase=phase, grade=grade, shown=None)

    def commit(self) -> None:
        """Commit to what is picked or typed."""
        self._plain.commit()

    def focus_answer(self) -> None:
        """The options, or the field."""
        self._plain.focus_answer()

    def ways(self) -> tuple[tuple[str, str], ...]:
        """As for options and numbers; and the figure larger, or as a table."""
        larger = (("F8", "larger figure"),) if self.typed() else (("z", "larger figure"), ("t", "as a table"))
        return (*self._plain.ways(), *larger)

    def typed(self) -> bool:
        """Whether a number is typed."""
        return self._plain.typed()

    def action_enlarge(self) -> None:
        """The figure over the whole screen."""
        self._figure.action_enlarge()

    def action_table(self) -> None:
        """The figure's numbers as a table, or back."""
        self._figure.action_table()
