"""A guided lesson: prose, quiz and sandbox, a step at a time."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import BindingType

from tutor.course.model import Lesson, LessonSummary
from tutor.grading.study import Study
from tutor.learner.store import Record
from tutor.ui.ports import Runner
from tutor.ui.refuting import Met
from tutor.ui.screens.exercising import exercise
from tutor.ui.screens.lesson_answers import Asking
from tutor.ui.screens.lesson_keys import HELP, KEYS, possible
from tutor.ui.screens.lesson_running import RunningScreen
from tutor.ui.widgets.guide import about, guide, idle, standing, waiting
from tutor.ui.widgets.key_line import KeyLine
from tutor.ui.widgets.key_words import KeyWords
from tutor.ui.widgets.lesson_line import LessonLine
from tutor.ui.widgets.lesson_pane import LessonPane
from tutor.ui.widgets.pane_tabs import Pane, PaneTabs
from tutor.ui.widgets.panes import Panes
from tutor.ui.widgets.quiz_pane import QuizPane
from tutor.ui.widgets.sandbox_pane import SandboxPane


class LessonScreen(RunningScreen):
    """Three panes side by side, two, or one at a time; dismissed with whether another lesson shall follow."""

    HELP = HELP
    BINDING_GROUP_TITLE = "Lesson"
    CSS_PATH = "lesson.tcss"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = KEYS

    panes = getters.query_one(Panes)
    line = getters.query_one(LessonLine)
    prose = getters.query_one(LessonPane)
    quiz = getters.query_one(QuizPane)
    guide = getters.query_one("#guide", KeyWords)

    def __init__(
        self,
        lesson: Lesson,
        record: Record,
        runner: Runner,
        *,
        seed: int,
        following: Callable[[], LessonSummary | None],
    ) -> None:
        """`following` gives the lesson to take after this one, if there is one."""
        study = Study(lesson, record)
        super().__init__(study, Asking(study, seed), runner)
        self._lesson = lesson
        self._record = record
        self._following = following
        self._seed = seed
        self._notice = record.notice
        self._told = {each.question.id for each in study.sheet.entries() if each.phase == "graded"}
        """Questions whose misconceptions have been told of since they were answered."""

    def compose(self) -> ComposeResult:
        """The line on top, the panes, what to do, the keys."""
        yield LessonLine()
        sandbox = SandboxPane(seed=self._seed, id="sandbox")
        prose = LessonPane(self._lesson.objectives, id="lesson")
        yield Panes({"lesson": prose, "sandbox": sandbox, "quiz": QuizPane(id="quiz")})
        yield KeyWords(id="guide")
        yield KeyLine()

    def on_mount(self) -> None:
        """Go where the learner was; follow the sandbox's warming up."""
        self.app.app_suspend_signal.subscribe(self, lambda _: self._study.flush())
        self.watch(self.panes, "at", self._say_guide, init=False)
        self.watch(self.quiz, "wonders", self._say_guide, init=False)
        self._warm_up()
        self._enter_step()

    def on_unmount(self) -> None:
        """Nothing is lost on the way out."""
        self._study.flush()

    def on_screen_suspend(self) -> None:
        """Another screen covers this one."""
        self._study.flush()

    def watch_running(self) -> None:
        """Another thing to do."""
        self._say_guide()

    def check_action(self, action: str, _parameters: tuple[object, ...]) -> bool | None:
        """Only what can be done now."""
        loaded = self._loaded is not None or self._asking.failed
        return possible(action, self._study, loaded=loaded, running=self.running)

    def action_advance(self) -> None:
        """The obvious next thing."""
        match self._study.obvious():
            case "answer":
                self.action_pane("quiz")
            case "run" if not self.running:
                self.action_run()
            case "exercise":
                self.action_exercise()
            case _:
                self.action_next()

    def action_commit(self) -> None:
        """Commit to the answer that is picked or typed."""
        self.quiz.commit()

    def prose_here(self) -> tuple[str, ...]:
        """What this step says, and what its question asks and explains once it is answered."""
        entry = self._study.entry_here()
        if entry is None:
            return (self._study.walk.step.prose,)
        told = (entry.question.explain,) if entry.phase == "graded" else ()
        return (self._study.walk.step.prose, entry.question.stem, *told)

    def action_next(self) -> None:
        """The next step; after the last one, the end. What was misconceived here may be put to the test."""
        entry = self._study.entry_here()
        if entry is not None and entry.grade is not None and entry.question.id not in self._told:
            self._told.add(entry.question.id)
            self.post_message(Met(entry.grade.misconceptions))
        if self._study.walk.last:
            self._finish()
        else:
            self._go(self._study.walk.index + 1)

    def action_previous(self) -> None:
        """The step before."""
        self._go(self._study.walk.index - 1)

    def action_pane(self, pane: Pane) -> None:
        """Show a pane and go there; what is hidden gives up the focus first, not after the new one has it."""
        if pane != self.panes.at:
            self.set_focus(None)
        self.panes.at = pane
        self.call_after_refresh(self._focus, pane)

    def action_run(self) -> None:
        """Run the experiment of this step, unless a prediction comes first."""
        if self._asking.forget_trouble():
            self._show()
            return
        walk = self._study.walk
        setting = walk.setting_of(walk.index)
        if setting is None:
            return
        entry = self._study.entry_here()
        if question := walk.gate(setting):
            if entry is None or entry.question.id != question:
                self._go([step.ref for step in walk.lesson.steps].index(question))
            self.action_pane("quiz")
            return
        if walk.step.kind == "predict":
            self._go(walk.run_of(setting, start=walk.index))
        self.action_pane("sandbox")
        self.sandbox.action_run()

    def action_stop(self) -> None:
        """Stop the run."""
        self.sandbox.action_stop()

    def action_turn(self, clicks: int) -> None:
        """Turn the marked knob."""
        self.sandbox.action_turn(clicks)

    def action_skip(self) -> None:
        """Go on without the prediction, or read on without the run."""
        self._study.skip()
        if self._study.walk.step.kind == "predict":
            self.action_next()
        else:
            self._show()

    def action_hint(self) -> None:
        """Show the hint."""
        self.action_pane("quiz")
        self.quiz.show_hint()

    def action_retry(self) -> None:
        """Answer once more."""
        entry = self._study.entry_here()
        if entry is not None:
            self._study.retry(entry.question.id)
            self._show()
            self.action_pane("quiz")

    def action_prove(self) -> None:
        """Run what proves the answer."""
        setting = self._asking.prove()
        if setting is None:
            self._show()
            return
        self._load(setting)
        self.action_pane("sandbox")
        self.sandbox.action_run()

    @work(group="exercise", exit_on_error=False)
    async def action_exercise(self) -> None:
        """Work on the exercise of this step; then on with the lesson, if the learner says so."""
        onward = await exercise(self.app, self._study, self._runner)
        self._show()
        if onward:
            self.action_next()

    def action_bookmark(self) -> None:
        """Mark this step, or take the mark back."""
        on = self._study.bookmark()
        self._show()
        self.notify("Bookmarked; home and the palette lead back here." if on else "Bookmark taken away.")

    @work(group="words", exit_on_error=False)
    async def action_note(self) -> None:
        """Write a note on this step."""
        from tutor.ui.screens.words import write_note

        await write_note(self.app, self._study)
        self._show()

    @work(group="words", exit_on_error=False)
    async def action_mistake(self) -> None:
        """Report a mistake in this step."""
        from tutor.ui.screens.words import report_mistake

        await report_mistake(self.app, self._study, self._seed)

    def action_leave(self) -> None:
        """Out of the field, out of the pane, then home."""
        if self.panes.at == "lesson":
            self._study.flush()
            self.dismiss(False)
        else:
            self.action_pane("lesson")

    @on(PaneTabs.Chosen)
    def _choose_pane(self, event: PaneTabs.Chosen) -> None:
        event.stop()
        self.action_pane(event.pane)

    @on(QuizPane.Drafted)
    def _keep_answer(self, event: QuizPane.Drafted) -> None:
        event.stop()
        self._study.half_answer(event.question, event.answer)
        self._save_soon()

    @on(QuizPane.Answered)
    def _take_answer(self, event: QuizPane.Answered) -> None:
        event.stop()
        try:
            self._study.answer(event.question, event.answer, event.confidence)
            self._told.discard(event.question)
        except ValueError as error:
            self.quiz.reopen(str(error))
            return
        self._show()
        self.quiz.focus_answer()

    @work(group="finish", exit_on_error=False)
    async def _finish(self) -> None:
        """The lesson is done: say calmly how it went, and where to go from here."""
        from tutor.ui.screens.finished import FinishedScreen

        self._study.finish()
        choice = await self.app.push_screen_wait(FinishedScreen(self._study, self._following()))
        match choice:
            case int(index):
                self._go(index)
            case "next" | "home":
                self.dismiss(choice == "next")
            case None:
                pass

    def _go(self, index: int) -> None:
        """Move to a step."""
        self._study.go(index)
        self._enter_step()

    def _enter_step(self) -> None:
        """Show the step, load its experiment, and focus the pane that it is about."""
        walk = self._study.walk
        setting = walk.setting_of(walk.index)
        if setting is not None and setting != self._loaded:
            self._load(setting)
        self.panes.errand = (about(walk.step), walk.step.prose)
        self._show()
        self.action_pane(about(walk.step))

    def _show(self) -> None:
        """Bring everything on the screen up to date with the study."""
        study, walk = self._study, self._study.walk
        self.line.walk = walk
        self.prose.show(walk, partial(standing, study))
        self.quiz.asks_how_sure = self._record.progress.settings.get("confidence") != "off"
        self._run_quietly()
        self.quiz.show(self._asking.posed(), idle(study.sheet))
        gated = self._loaded is not None and walk.gate(self._loaded)
        self.sandbox.gate("Say first what you expect: F3. Or k to skip that." if gated else None)
        self.panes.waiting = waiting(study)
        self._say_guide()
        self.refresh_bindings()
        if self._record.notice not in (None, self._notice):
            self._notice = self._record.notice
            self.notify(self._notice or "", severity="warning", markup=False, timeout=10)

    def _say_guide(self) -> None:
        """The line on what to do now."""
        quiz = self.quiz
        self.guide.update(
            guide(
                self._study,
                self.panes.at,
                running=self.running,
                typed=quiz.typed,
                wonders=quiz.wonders,
            )
        )

    def _focus(self, pane: Pane) -> None:
        """Focus what the learner will use in this pane."""
        match pane:
            case "lesson":
                self.prose.focus()
            case "quiz":
                self.quiz.focus_answer()
            case "sandbox":
                (self.sandbox.knobs.current or self.sandbox.switch).focus()
