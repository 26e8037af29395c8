"""The quiz pane: one question at a time, its answer, its feedback."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from textual import getters, on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from tutor.course.model import Choice, Numeric, Prediction
from tutor.grading import Answer, Entered, Picked
from tutor.grading.sheet import Entry
from tutor.ui.widgets.choice_list import ChoiceList, Option
from tutor.ui.widgets.feedback import feedback_blocks
from tutor.ui.widgets.key_words import KeyWords, keys
from tutor.ui.widgets.number_field import NumberField
from tutor.ui.widgets.prose_view import ProseView

HOW = {
    "single": "Question · pick one",
    "multiple": "Question · pick all that are right",
    "numeric": "Question · type a number",
    "predict": "Before you run it",
}
"""What stands over each kind of question."""


class QuizPane(VerticalScroll):
    """Shows one question; what is picked, typed and committed goes up as messages."""

    HELP = """## The quiz

A digit or the arrows pick, **space** picks one of several, **enter** commits. A number may be typed as
`0.16`, `16 %` or `1/6`. **h** shows a hint, **k** skips, **y** tries again (your first
answer is the one that counts), **esc** leaves the answer and keeps it as it is.
"""
    DEFAULT_CSS = """
    QuizPane {
        padding: 0 1;
        scrollbar-size-vertical: 1;
        #how { color: $quiet; height: auto; }
        #stem, #hint, #feedback { margin-bottom: 1; }
        #hint { color: $due; }
        ChoiceList { margin-bottom: 1; }
        NumberField { margin-bottom: 1; }
        #complaint { color: $wrong; height: auto; margin-bottom: 1; }
        #keys { color: $quiet; height: auto; }
    }
    """

    how = getters.query_one("#how", Static)
    stem = getters.query_one("#stem", ProseView)
    choices = getters.query_one(ChoiceList)
    number = getters.query_one(NumberField)
    complaint = getters.query_one("#complaint", Static)
    hint = getters.query_one("#hint", ProseView)
    feedback = getters.query_one("#feedback", ProseView)
    words = getters.query_one("#keys", KeyWords)

    @dataclass
    class Answered(Message):
        """The learner commits to an answer."""

        question: str
        answer: Answer

    @dataclass
    class Drafted(Message):
        """An answer in the making; None if there is nothing any more."""

        question: str
        answer: Answer | None

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._entry: Entry | None = None

    def compose(self) -> ComposeResult:
        yield Static(id="how", markup=False)
        yield ProseView(id="stem")
        yield ChoiceList()
        yield NumberField()
        yield Static(id="complaint", markup=False)
        yield ProseView(id="hint")
        yield ProseView(id="feedback")
        yield KeyWords(id="keys")

    @property
    def entry(self) -> Entry | None:
        """The question that is shown."""
        return self._entry

    def show(self, entry: Entry | None, order: Sequence[int] = (), idle: str = "") -> None:
        """Show a question with its options in `order`; without one, the Markdown `idle`."""
        same = entry and self._entry and entry.question.id == self._entry.question.id
        self._entry = entry
        self.complain("")
        if not same:
            self.hint.display = False
            self.scroll_home(animate=False)
        if entry is None:
            self.how.update("Quiz")
            self.stem.put(idle)
            for each in (self.choices, self.number, self.feedback, self.words):
                each.display = False
            return
        self.how.update(HOW[entry.question.kind])
        self.stem.put(entry.question.stem)
        self.hint.put(entry.question.hint)
        self._show_answer(entry, order)
        said = feedback_blocks(entry)
        self.feedback.put_blocks(said)
        self.feedback.display = bool(said)
        self.words.update(_keys(entry))
        self.words.display = True
        if said:
            self.call_after_refresh(self.scroll_to_widget, self.feedback, animate=False, top=True)

    def complain(self, words: str) -> None:
        """Say kindly why an answer could not be taken."""
        self.complaint.update(words)
        self.complaint.display = bool(words)

    def focus_answer(self) -> None:
        """Focus where the answer goes, or the pane once it is given."""
        if self._entry is None or self._entry.phase != "open":
            self.focus()
        elif self.number.display:
            self.number.field.focus()
        else:
            self.choices.focus()

    def commit(self) -> None:
        """Commit to what is picked or typed; nothing is picked that was not."""
        if self.number.display:
            self.number.commit()
        elif self._entry is not None and self._entry.phase == "open":
            self.post_message(ChoiceList.Submitted(tuple(sorted(self.choices.picked))))

    def show_hint(self) -> None:
        """Show the hint, or hide it again."""
        self.hint.display = not self.hint.display
        if self.hint.display:
            self.call_after_refresh(self.hint.scroll_visible, animate=False)

    def _show_answer(self, entry: Entry, order: Sequence[int]) -> None:
        """The options or the field, with the answer so far."""
        question, settled = entry.question, entry.phase != "open"
        choices = () if isinstance(question, Numeric) else question.choices
        self.choices.display, self.number.display = bool(choices), not choices
        if choices:
            picked = entry.answer.choices if isinstance(entry.answer, Picked) else ()
            options = [Option(place, choices[place].text, _outcome(entry, choices[place])) for place in order]
            self.choices.show(options, picked, several=question.kind == "multiple", settled=settled)
        elif isinstance(question, Numeric | Prediction):
            text = entry.answer.text if isinstance(entry.answer, Entered) else ""
            self.number.show(text, question.unit, settled=settled)

    @on(ChoiceList.Picked)
    def _picked(self, event: ChoiceList.Picked) -> None:
        event.stop()
        self.complain("")
        if self._entry:
            answer = Picked(event.places) if event.places else None
            self.post_message(self.Drafted(self._entry.question.id, answer))

    @on(NumberField.Changed)
    def _typed(self, event: NumberField.Changed) -> None:
        event.stop()
        self.complain("")
        if self._entry:
            answer = Entered(event.text) if event.text else None
            self.post_message(self.Drafted(self._entry.question.id, answer))

    @on(ChoiceList.Submitted)
    def _chosen(self, event: ChoiceList.Submitted) -> None:
        event.stop()
        if not event.places:
            self.complain("Pick at least one option first: a digit, or space.")
        elif self._entry:
            self.post_message(self.Answered(self._entry.question.id, Picked(event.places)))

    @on(NumberField.Submitted)
    def _entered(self, event: NumberField.Submitted) -> None:
        event.stop()
        if self._entry:
            self.post_message(self.Answered(self._entry.question.id, Entered(event.text)))


def _outcome(entry: Entry, choice: Choice) -> Literal["unknown", "right", "wrong"]:
    """How an option turned out, as far as has been told."""
    if entry.grade is None:
        return "unknown"
    right = {each.about for each in entry.grade.feedback if each.role in ("right", "missed")}
    return "right" if choice.text in right else "wrong"


def _keys(entry: Entry) -> Content:
    """What can be done with the question now; letters are text where a number is typed."""
    typed = isinstance(entry.question, Numeric) or not entry.question.choices
    match entry.phase:
        case "open":
            words = [("enter", "commits")]
            words += [("esc h" if typed else "h", "hint")] if entry.question.hint else []
            words += [("esc k" if typed else "k", "skips")] if entry.question.kind == "predict" else []
        case "committed":
            words = [("r", "runs it, and the run decides"), ("y", "changes it")]
        case "skipped":
            words = [("y", "predicts after all")]
        case "graded":
            words = [("enter", "goes on")] + ([("y", "tries again")] if entry.can_retry else [])
    return keys(*words)
