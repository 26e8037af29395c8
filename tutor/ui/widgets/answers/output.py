"""What code prints."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from tutor.course.question import Output
from tutor.grading.answer import Picked
from tutor.grading.order import shown_order
from tutor.ui.widgets.answers.answering import Drafted, Refused, Submitted
from tutor.ui.widgets.answers.code_lines import CodeLines
from tutor.ui.widgets.answers.plain import UNPICKED, outcome
from tutor.ui.widgets.choice_list import ChoiceList, Option

if TYPE_CHECKING:
    from tutor.course.question import Question
    from tutor.grading.answer import Answer
    from tutor.grading.grade import Grade
    from tutor.grading.sheet import Phase
    from tutor.run import RunResult


class OutputAnswer(Vertical):
    """The code, the options as they would be printed, and what a run of it did print."""

    DEFAULT_CSS = """
    OutputAnswer {
        height: auto;
        CodeLines { margin-bottom: 1; }
        #printed { margin-top: 1; height: auto; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self.code = CodeLines(marking=False)
        self.choices = ChoiceList()
        self.printed = Static(id="printed", markup=False)
        self._open = False

    def compose(self) -> ComposeResult:
        yield self.code
        yield self.choices
        yield self.printed

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
        """Code and options; once it was run, what it printed."""
        assert isinstance(question, Output)
        self._open = phase == "open"
        self.code.show(question.code)
        options = [
            Option(
                place,
                question.choices[place].text.rstrip("\n"),
                outcome(question.choices[place], grade),
                verbatim=True,
            )
            for place in shown_order(question, seed)
        ]
        picked = answer.choices if isinstance(answer, Picked) else ()
        self.choices.show(options, picked, several=False, settled=not self._open)
        self.printed.display = shown is not None
        if shown is not None:
            self.printed.update(
                Content.assemble(("It ran, and printed:\n", "$quiet"), shown.stdout.rstrip("\n") or "nothing")
            )

    def commit(self) -> None:
        """Commit to the option that is picked."""
        if self._open:
            self._choose(tuple(self.choices.picked))

    def focus_answer(self) -> None:
        """The options."""
        self.choices.focus()

    def ways(self) -> tuple[tuple[str, str], ...]:
        """Enter commits."""
        return (("enter", "commits"),)

    def typed(self) -> bool:
        """Nothing is typed."""
        return False

    @on(ChoiceList.Picked)
    def _picked(self, event: ChoiceList.Picked) -> None:
        event.stop()
        self.post_message(Drafted(Picked(event.places)))

    @on(ChoiceList.Submitted)
    def _submitted(self, event: ChoiceList.Submitted) -> None:
        event.stop()
        self._choose(event.places)

    def _choose(self, places: tuple[int, ...]) -> None:
        self.post_message(Submitted(Picked(places)) if places else Refused(UNPICKED))
