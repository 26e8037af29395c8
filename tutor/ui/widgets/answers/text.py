"""A short answer in words, compared with a model answer by the learner."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static, TextArea

from tutor.course.question import FreeText
from tutor.grading.answer import Written
from tutor.ui.widgets.answers.answering import Drafted, Submitted
from tutor.ui.widgets.choice_list import ChoiceList, Option
from tutor.ui.widgets.prose_view import ProseView

if TYPE_CHECKING:
    from tutor.course.question import Question
    from tutor.grading.answer import Answer
    from tutor.grading.grade import Grade
    from tutor.grading.sheet import Phase
    from tutor.run import RunResult


class TextAnswer(Vertical):
    """A text area; once committed, the model answer and its points to tick."""

    HELP = """## In your own words

Write a sentence or two, as you would say it aloud; **F9** commits. Then compare: **space**, a digit or a
click ticks each point that your own words make, and **enter** commits to that. Nobody but you sees it, so
be strict.
"""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f9", "commit", "Commit", show=False, tooltip="Commit to what is written"),
    ]
    DEFAULT_CSS = """
    TextAnswer {
        height: auto;
        TextArea { height: auto; min-height: 4; max-height: 10; border: none; padding: 0 1; }
        TextArea { background: $panel; }
        TextArea:focus { border: none; }
        TextArea:disabled { opacity: 1; min-height: 1; }
        #length { height: 1; color: $quiet; }
        #model { margin: 1 0; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self.area = TextArea(soft_wrap=True, show_line_numbers=False, highlight_cursor_line=False)
        self.length = Static(id="length", markup=False)
        self.model = ProseView(id="model")
        self.points = ChoiceList()
        self._phase: Phase = "open"
        self._longest = 0

    def compose(self) -> ComposeResult:
        yield self.area
        yield self.length
        yield self.model
        yield self.points

    def show(
        self,
        question: Question,
        answer: Answer | None,
        *,
        seed: int,  # noqa: ARG002
        phase: Phase,
        grade: Grade | None,
        shown: RunResult | None,  # noqa: ARG002
    ) -> None:
        """What was written; once it is committed, what a good answer says."""
        assert isinstance(question, FreeText)
        given = answer if isinstance(answer, Written) else Written("")
        self._phase, self._longest = phase, question.longest
        if given.text != self.area.text:
            with self.prevent(TextArea.Changed):
                self.area.load_text(given.text)
            self.area.cursor_location = self.area.document.end
        self.area.disabled = phase != "open"
        self.length.display = phase == "open"
        self._count()
        compares = phase == "committed" or grade is not None
        self.model.display = self.points.display = compares
        self.model.put(f"**A good answer:** {question.model_answer}\n\nWhich of these do *your* words say?")
        options = [
            Option(place, point, "right" if grade and place in given.points else "unknown")
            for place, point in enumerate(question.points)
        ]
        self.points.show(options, given.points, several=True, settled=phase != "committed")

    def commit(self) -> None:
        """Commit to the words, then to the points."""
        if self._phase in ("open", "committed"):
            self.post_message(Submitted(self._answer()))

    def action_commit(self) -> None:
        """The key for it."""
        self.commit()

    def focus_answer(self) -> None:
        """The text, then the points."""
        (self.area if self._phase == "open" else self.points).focus()

    def ways(self) -> tuple[tuple[str, str], ...]:
        """Enter begins a new line while one writes."""
        if self._phase == "open":
            return (("F9", "commits"),)
        return (("enter", "commits to the ticks"), ("space", "ticks"))

    def typed(self) -> bool:
        """While it is written."""
        return self._phase == "open"

    @on(TextArea.Changed)
    def _typed(self, event: TextArea.Changed) -> None:
        event.stop()
        self._count()
        if self._phase == "open":
            self.post_message(Drafted(self._answer() if self.area.text.strip() else None))

    @on(ChoiceList.Picked)
    def _ticked(self, event: ChoiceList.Picked) -> None:
        event.stop()
        self.post_message(Drafted(self._answer()))

    @on(ChoiceList.Submitted)
    def _submitted(self, event: ChoiceList.Submitted) -> None:
        event.stop()
        self.commit()

    def _answer(self) -> Written:
        points = tuple(sorted(self.points.picked)) if self._phase == "committed" else ()
        return Written(self.area.text, points)

    def _count(self) -> None:
        """How much of the room is taken."""
        taken = len(self.area.text)
        style = "$wrong" if taken > self._longest else "$quiet"
        self.length.update(Content.styled(f"{taken} of {self._longest} characters", style))
