"""The quiz pane: one question at a time, its answer, how sure, its feedback."""

from __future__ import annotations

from dataclasses import dataclass

from textual import getters, on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.message import Message
from textual.reactive import var
from textual.widgets import Static

from tutor.course.question import FreeText, Question
from tutor.grading import Answer, fit
from tutor.grading.entry import Entry
from tutor.run import RunResult
from tutor.ui.widgets.answers import answer_widget, answering
from tutor.ui.widgets.answers.answering import Answering, Refused, Submitted
from tutor.ui.widgets.confidence_line import ConfidenceLine
from tutor.ui.widgets.feedback import feedback_blocks
from tutor.ui.widgets.key_words import KeyWords
from tutor.ui.widgets.prose_view import ProseView
from tutor.ui.widgets.question_words import HOW, keys_of

BENEATH = 4
"""Lines of feedback that are to be seen beneath the answer; else the feedback comes first."""


@dataclass(frozen=True, slots=True)
class Posed:
    """A question as it is put to the learner."""

    entry: Entry
    seed: int
    """What draws and shuffles."""
    shown: RunResult | None = None
    """The run that the question or its answer shows."""
    needs: bool = False
    """Whether the question cannot be read before `shown` is there."""
    trouble: str = ""
    """Why that run, or the run that decides, failed."""


class QuizPane(VerticalScroll):
    """Shows one question; what is answered in it, and committed to, goes up as messages."""

    HELP = """## The quiz

A digit or the arrows pick, **space** picks one of several, **enter** commits; the line under each question
names its keys. A number may be typed as `0.16`, `16 %` or `1/6`. Once committed, **1** to **4** say how sure
you are. **h** shows a hint, **k** skips, **v** shows the run that proves the answer, **y** tries again (your
first answer is the one that counts), **esc** leaves the answer and keeps it as it is.
"""
    DEFAULT_CSS = """
    QuizPane {
        padding: 0 1;
        scrollbar-size-vertical: 1;
        #how { color: $quiet; height: auto; }
        #stem, #hint, #feedback { margin-bottom: 1; }
        #hint { color: $due; }
        #answer { height: auto; margin-bottom: 1; }
        #drawing { color: $quiet; height: auto; margin-bottom: 1; }
        #complaint { color: $wrong; height: auto; margin-bottom: 1; }
        #keys { color: $quiet; height: auto; }
    }
    """

    wonders: var[bool] = var(False, init=False)
    """Whether it is asked now how sure the learner is."""

    how = getters.query_one("#how", Static)
    stem = getters.query_one("#stem", ProseView)
    answer = getters.query_one("#answer", Vertical)
    drawing = getters.query_one("#drawing", Static)
    sure = getters.query_one(ConfidenceLine)
    complaint = getters.query_one("#complaint", Static)
    hint = getters.query_one("#hint", ProseView)
    feedback = getters.query_one("#feedback", ProseView)
    words = getters.query_one("#keys", KeyWords)

    @dataclass
    class Answered(Message):
        """The learner commits to an answer, and says how sure (1 to 4) or does not."""

        question: str
        answer: Answer
        confidence: int | None

    @dataclass
    class Drafted(Message):
        """An answer in the making; None if there is nothing any more."""

        question: str
        answer: Answer | None

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.asks_how_sure = True
        """Whether the learner is asked how sure they are."""
        self._posed: Posed | None = None
        self._asks: Answering | None = None
        self._given: Answer | None = None

    def compose(self) -> ComposeResult:
        yield Static(id="how", markup=False)
        yield ProseView(id="stem")
        yield Static(id="drawing", markup=False)
        yield Vertical(id="answer")
        yield ConfidenceLine()
        yield Static(id="complaint", markup=False)
        yield ProseView(id="hint")
        yield ProseView(id="feedback")
        yield KeyWords(id="keys")

    @property
    def entry(self) -> Entry | None:
        """The question that is shown."""
        return self._posed.entry if self._posed else None

    def show(self, posed: Posed | None, idle: str = "") -> None:
        """Show a question; without one, the Markdown `idle`."""
        before, self._posed = self._posed, posed
        self.complain("")
        if posed is None:
            self._put_away(idle)
            return
        same = (
            before is not None
            and before.entry.question.id == posed.entry.question.id
            and before.seed == posed.seed
        )
        if not same:
            self._ask(posed.entry.question)
        if not same or posed.entry.phase != "open":
            self.wonders, self._given = False, None
        self.how.update(HOW[posed.entry.question.kind])
        self.stem.put(posed.entry.question.stem)
        self.hint.put(posed.entry.question.hint)
        said = feedback_blocks(posed.entry)
        self.feedback.put_blocks(said)
        self.feedback.display = bool(said)
        self._show_answer()
        if said:
            self.call_after_refresh(self._show_feedback)

    def complain(self, words: str) -> None:
        """Say kindly why an answer could not be taken."""
        self.complaint.update(words)
        self.complaint.display = bool(words)
        if words:
            self.call_after_refresh(self.complaint.scroll_visible, animate=False)

    def reopen(self, words: str) -> None:
        """Take the answer back because of what `words` say."""
        self.wonders, self._given = False, None
        self._show_answer()
        self.complain(words)
        self.focus_answer()

    def focus_answer(self) -> None:
        """Focus where the answer goes, or the pane once it is given."""
        if self.wonders:
            self.sure.focus()
        elif self._asks is not None and self.answer.display and self._can_change():
            self.answer.call_after_refresh(self._asks.focus_answer)
        else:
            self.focus()

    def commit(self) -> None:
        """Commit to what is answered so far."""
        if self.wonders:
            self.sure.action_say(0)
        elif self._asks is not None:
            self._asks.commit()

    def show_hint(self) -> None:
        """Show the hint, or hide it again."""
        self.hint.display = not self.hint.display
        if self.hint.display:
            self.call_after_refresh(self.hint.scroll_visible, animate=False)

    @property
    def typed(self) -> bool:
        """Whether letters are text in the answer."""
        return self._asks is not None and self._asks.typed()

    def _can_change(self) -> bool:
        """Whether there is an answer to give; words are compared with the model answer once committed."""
        if self._posed is None:
            return False
        phase = self._posed.entry.phase
        return phase == "open" or (phase == "committed" and isinstance(self._posed.entry.question, FreeText))

    def _put_away(self, idle: str) -> None:
        """No question is shown."""
        self.wonders, self._given, self._asks = False, None, None
        self.answer.remove_children()
        self.how.update("Quiz")
        self.stem.put(idle)
        for each in (self.answer, self.drawing, self.sure, self.hint, self.feedback, self.words):
            each.display = False

    def _ask(self, question: Question) -> None:
        """Another question: a new widget for its answer."""
        self.answer.remove_children()
        widget = answer_widget(question.kind)
        assert isinstance(widget, Answering)
        self._asks = widget
        self.answer.mount(widget)
        self.hint.display = False
        self.scroll_home(animate=False)

    def _show_answer(self) -> None:
        """The answer so far, and what can be done with it."""
        posed, asks = self._posed, self._asks
        if posed is None or asks is None:
            return
        entry = posed.entry
        readable = posed.shown is not None or not posed.needs
        appears, self.answer.display = readable and not self.answer.display, readable
        self.answer.disabled = self.wonders
        self.drawing.display = not readable or bool(posed.trouble)
        self.drawing.update(posed.trouble or "Drawing the figure…")
        self.sure.display = self.wonders
        asks.show(
            posed.entry.question,
            self._given or entry.answer,
            seed=posed.seed,
            phase=entry.phase,
            grade=entry.grade,
            shown=posed.shown,
        )
        self.words.update(keys_of(entry, asks, wonders=self.wonders))
        self.words.display = True
        if appears and self.has_focus:
            self.focus_answer()

    def _show_feedback(self) -> None:
        """The feedback, with the answer above it if there is room for both."""
        if not self.feedback.display:
            return
        both = self.answer.outer_size.height + BENEATH <= self.size.height
        self.scroll_to_widget(self.answer if both else self.feedback, animate=False, top=True)

    @on(answering.Drafted)
    def _keep(self, event: answering.Drafted) -> None:
        event.stop()
        self.complain("")
        if self._posed:
            self.post_message(self.Drafted(self._posed.entry.question.id, event.answer))

    @on(Refused)
    def _refuse(self, event: Refused) -> None:
        event.stop()
        self.complain(event.words)

    @on(Submitted)
    def _take(self, event: Submitted) -> None:
        event.stop()
        self.complain("")
        if self._posed is None or self.wonders or not self._can_change():
            return
        try:
            fit(self._posed.entry.question, event.answer)
        except ValueError as error:
            self.complain(str(error))
            return
        self._given = event.answer
        if not self.asks_how_sure or self._posed.entry.phase != "open":
            self._answer(None)
            return
        self.wonders = True
        self._show_answer()
        self.sure.focus()
        self.call_after_refresh(self.sure.scroll_visible, animate=False)

    @on(ConfidenceLine.Said)
    def _said(self, event: ConfidenceLine.Said) -> None:
        event.stop()
        self._answer(event.level)

    @on(ConfidenceLine.Left)
    def _change_answer(self, event: ConfidenceLine.Left) -> None:
        event.stop()
        self.wonders, self._given = False, None
        self._show_answer()
        self.focus_answer()

    def _answer(self, level: int | None) -> None:
        """Send the answer."""
        if self._posed is not None and self._given is not None:
            self.post_message(self.Answered(self._posed.entry.question.id, self._given, level))


def _same(one: Posed, other: Posed) -> bool:
    """Whether the same is asked with the same numbers."""
    return one.seed == other.seed and one.entry.question.id == other.entry.question.id
