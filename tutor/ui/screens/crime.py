"""One crime scene: the script is read, the line marked, the reason said, the script mended."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from tutor.course.crimes import Crime
from tutor.grading.entry import Entry
from tutor.grading.scene import as_lesson
from tutor.grading.study import Study
from tutor.learner.drafts import EVERY_S
from tutor.learner.store import Record
from tutor.ui.ports import Runner
from tutor.ui.refuting import Met
from tutor.ui.screens.exercising import exercise
from tutor.ui.widgets.key_line import KeyLine
from tutor.ui.widgets.key_words import KeyWords, press
from tutor.ui.widgets.prose_view import ProseView
from tutor.ui.widgets.quiz_pane import Posed, QuizPane
from tutor.ui.widgets.row import Row

MARK, MEND = 0, 1
"""The steps."""
WIDE = 110
"""Columns from which the story stands beside the script."""


class CrimeScreen(Screen[None]):
    """The story, and the script with its question; then the way to mend it."""

    HELP = """\
    # A crime scene

    Read the story and the script. Mark the guilty line, choose the reason, **Enter** commits. Then **x**
    opens the script to be mended: hidden cases judge whether its number can be believed. **h** shows a hint,
    **y** marks once more (the first answer counts), **Esc** goes back to the list.
    """
    BINDING_GROUP_TITLE = "Crime scene"
    CSS_PATH = "crime.tcss"
    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "advance", "on", show=False, id="crime.advance", tooltip="The obvious next thing"),
        Binding("x", "mend", "mend it", id="crime.mend", tooltip="Mend the script"),
        Binding("h", "hint", "hint", id="crime.hint", tooltip="Show a hint"),
        Binding(
            "y", "retry", "try again", id="crime.retry", tooltip="Mark once more; the first answer counts"
        ),
        Binding(
            "escape", "leave", "back", key_display="esc", id="crime.leave", tooltip="Back; everything is kept"
        ),
    ]

    top = getters.query_one("#top", Static)
    honest = getters.query_one("#honest", Static)
    quiz = getters.query_one(QuizPane)
    guide = getters.query_one("#guide", KeyWords)

    def __init__(self, crime: Crime, record: Record, runner: Runner, *, seed: int) -> None:
        super().__init__()
        self._crime = crime
        self._record = record
        self._runner = runner
        self._seed = seed
        self._study = Study(as_lesson(crime), record)
        self._study.walk = self._study.walk.to(MARK)
        self._saving = False
        self._answered = False
        """Whether an answer was given whose misconceptions have not been told of."""

    def compose(self) -> ComposeResult:
        """Where one is, the story, the script, what to do, the keys."""
        yield Static(id="top")
        yield Static(id="honest", markup=False)
        with Horizontal():
            with VerticalScroll(id="side", can_focus=False):
                yield ProseView(self._crime.story)
            yield QuizPane()
        yield KeyWords(id="guide")
        yield KeyLine()

    def on_mount(self) -> None:
        """Begin where the learner was."""
        self.app.app_suspend_signal.subscribe(self, lambda _: self._study.flush())
        self.quiz.asks_how_sure = self._record.progress.settings.get("confidence") != "off"
        self._show()
        wide = self.app.size.width >= WIDE
        self.call_after_refresh(self.quiz.focus_answer if wide else self.quiz.focus)  # the story comes first

    def on_resize(self) -> None:
        """The story stands beside the script, or above it."""
        self._show()

    def on_unmount(self) -> None:
        """Nothing is lost on the way out."""
        self._study.flush()

    def on_screen_suspend(self) -> None:
        """Another screen covers this one."""
        self._study.flush()

    def check_action(self, action: str, _parameters: tuple[object, ...]) -> bool | None:
        """Only what can be done now."""
        entry = self._entry
        match action:
            case "mend":
                return entry.phase == "graded" or self._solved
            case "hint":
                return bool(entry.question.hint) and entry.phase == "open"
            case "retry":
                return entry.can_retry
        return True

    def action_advance(self) -> None:
        """The obvious next thing."""
        if self._entry.phase != "graded":
            self.quiz.focus_answer()
        elif self._solved:
            self.action_leave()
        else:
            self.action_mend()

    def action_commit(self) -> None:
        """Commit to the marks and the reason."""
        self.quiz.commit()

    def action_hint(self) -> None:
        """Show the hint."""
        self.quiz.show_hint()

    def action_retry(self) -> None:
        """Mark once more."""
        self._study.retry(self._crime.bug.id)
        self._show()
        self.quiz.focus_answer()

    def action_leave(self) -> None:
        """Back to the list."""
        self._study.flush()
        self._tell_met()
        self.dismiss(None)

    def _tell_met(self) -> None:
        """What was misconceived here may be put to the test, once the feedback has been read."""
        grade = self._entry.grade
        if grade is not None and grade.misconceptions and self._answered:
            self.app.post_message(Met(grade.misconceptions))
        self._answered = False

    @work(group="mend", exit_on_error=False)
    async def action_mend(self) -> None:
        """Mend the script; then the honest number is told."""
        self._study.walk = self._study.walk.to(MEND)
        await exercise(self.app, self._study, self._runner)
        self._tell_met()
        self._study.walk = self._study.walk.to(MARK)
        self._show()

    @on(QuizPane.Drafted)
    def _keep(self, event: QuizPane.Drafted) -> None:
        event.stop()
        self._study.half_answer(event.question, event.answer)
        if not self._saving:
            self._saving = True
            self.set_timer(EVERY_S, self._save)

    def _save(self) -> None:
        self._saving = False
        self._study.flush()

    @on(QuizPane.Answered)
    def _take(self, event: QuizPane.Answered) -> None:
        event.stop()
        try:
            self._study.answer(event.question, event.answer, event.confidence)
        except ValueError as error:
            self.quiz.complain(str(error))
            return
        self._answered = True
        self._show()
        self.quiz.focus()

    @property
    def _entry(self) -> Entry:
        """The question for the line."""
        return self._study.sheet.entry(self._crime.bug.id)

    @property
    def _solved(self) -> bool:
        """Whether the script was mended."""
        return self._crime.exercise.id in self._study.solved

    def _show(self) -> None:
        """Bring everything up to date."""
        wide = self.app.size.width >= WIDE
        entry = self._entry
        if not wide:
            stem = f"{self._crime.story}\n\n{entry.question.stem}"
            entry = replace(entry, question=replace(self._crime.bug, stem=stem))
        self.quiz.show(Posed(entry, seed=self._seed))
        words = "✓ solved" if self._solved else "the line is told" if entry.phase == "graded" else ""
        left = Content.assemble(("Crime scene ", "$here"), (self._crime.title, "bold"))
        self.top.update(Row(left, Content.styled(words, "$right" if self._solved else "$quiet")))
        self.honest.display = self._solved and bool(self._crime.boast and self._crime.honest)
        self.honest.update(before_after(self._crime))
        self.guide.update(self._guide())
        self.refresh_bindings()

    def _guide(self) -> Content:
        """What to do now."""
        if self._entry.phase != "graded":
            lead = "Mark the guilty line, then say why: "
            return Content.assemble(lead, press("enter", "to the script", "screen.advance"))
        if self._solved:
            ways = [
                press("enter", "back to the scenes", "screen.advance"),
                press("x", "opens it again", "screen.mend"),
            ]
        else:
            ways = [press("enter", "mends the script", "screen.advance")]
            if self._entry.can_retry:
                ways.append(press("y", "marks once more", "screen.retry"))
        return Content.styled(" · ", "$quiet").join(ways)


def before_after(crime: Crime) -> Content:
    """What the script reported, and what it should have."""
    return Content.assemble(
        ("reported ", "$quiet"),
        (crime.boast, "$wrong"),
        ("  →  ", "$here"),
        ("honest ", "$quiet"),
        (crime.honest, "bold $right"),
    )
