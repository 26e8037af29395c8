"""A line of code to be marked, and the reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from tutor.course.question import Bug
from tutor.grading.answer import Marked
from tutor.grading.order import shown_order
from tutor.ui.widgets.answers.answering import Drafted, Refused, Submitted
from tutor.ui.widgets.answers.code_lines import CodeLines
from tutor.ui.widgets.answers.plain import outcome
from tutor.ui.widgets.choice_list import ChoiceList, Option

if TYPE_CHECKING:
    from tutor.course.question import Question
    from tutor.grading.answer import Answer
    from tutor.grading.grade import Grade
    from tutor.grading.sheet import Phase
    from tutor.run import RunResult

UNMARKED = "Mark the guilty line first: space, or a click."
UNREASONED = "Now pick the reason: a digit, or a click."


class BugAnswer(Vertical):
    """The code, and under it the reasons."""

    HELP = CodeLines.HELP
    DEFAULT_CSS = """
    BugAnswer {
        height: auto;
        #why { margin: 1 0 0 0; color: $quiet; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self.code = CodeLines(marking=True)
        self.reasons = ChoiceList()
        self._open = False

    def compose(self) -> ComposeResult:
        yield self.code
        yield Static("Why?", id="why", markup=False)
        yield self.reasons

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
        """Code and reasons; once graded, the guilty lines and the right reason."""
        assert isinstance(question, Bug)
        self._open = phase == "open"
        given = answer if isinstance(answer, Marked) else Marked(())
        guilty = question.lines if grade else ()
        self.code.show(question.code, given.lines, settled=not self._open, guilty=guilty)
        options = [
            Option(place, question.choices[place].text, outcome(question.choices[place], grade))
            for place in shown_order(question, seed)
        ]
        picked = (given.reason,) if given.reason >= 0 else ()
        self.reasons.show(options, picked, several=False, settled=not self._open)

    def commit(self) -> None:
        """Commit to lines and reason."""
        if not self._open:
            return
        answer = self._answer()
        if not answer.lines:
            self.post_message(Refused(UNMARKED))
            self.code.focus()
        elif answer.reason < 0:
            self.post_message(Refused(UNREASONED))
            self.reasons.focus()
        else:
            self.post_message(Submitted(answer))

    def focus_answer(self) -> None:
        """The code, or the reasons once a line is marked."""
        (self.reasons if self.code.marked else self.code).focus()

    def ways(self) -> tuple[tuple[str, str], ...]:
        """First a line, then a reason."""
        return (("enter", "commits"), ("space", "marks a line"), ("tab", "reasons"))

    def typed(self) -> bool:
        """Nothing is typed."""
        return False

    @on(CodeLines.Marked)
    @on(ChoiceList.Picked)
    def _changed(self, event: CodeLines.Marked | ChoiceList.Picked) -> None:
        event.stop()
        answer = self._answer()
        self.post_message(Drafted(answer if answer != Marked(()) else None))

    @on(CodeLines.Done)
    def _on_to_reasons(self, event: CodeLines.Done) -> None:
        event.stop()
        self.reasons.focus()

    @on(ChoiceList.Submitted)
    def _submitted(self, event: ChoiceList.Submitted) -> None:
        event.stop()
        self.commit()

    def _answer(self) -> Marked:
        return Marked(tuple(sorted(self.code.marked)), next(iter(self.reasons.picked), -1))
