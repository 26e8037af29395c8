"""The app: what it is given, and which screen comes when."""

from __future__ import annotations

import gc
from asyncio import to_thread
from collections.abc import Callable
from datetime import datetime
from functools import cached_property, partial
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.screen import Screen

from tutor.course.errors import ContentError
from tutor.course.road import Course
from tutor.learner.store import Record
from tutor.ui.asking import AskingRunner, may_run_unconfined
from tutor.ui.interviewing import InterviewingShell
from tutor.ui.ports import Completer, Runner
from tutor.ui.screens.roadmap import RoadmapScreen

if TYPE_CHECKING:
    from tutor.course.model import Lesson, LessonSummary
    from tutor.ui.screens.welcome import WelcomeScreen


class TutorApp(InterviewingShell):
    """The full-screen tutor."""

    TITLE = "mltutor"
    CSS_PATH: ClassVar = ["screens/roadmap.tcss", "screens/welcome.tcss"]
    """The layout of the screens that may come first: nothing else is read for them."""

    def __init__(
        self,
        read_course: Callable[[], Course],
        open_lesson: Callable[[str], Lesson],
        record: Record,
        runner: Runner,
        *,
        now: Callable[[], datetime],
        seed: int = 0,
        lesson: str | None = None,
        completer: Callable[[], Completer] | None = None,
    ) -> None:
        """Without `lesson` the app begins at home; on the very first start, with the welcome.

        `read_course` gives the same course whenever it is called; the welcome is drawn before it is.
        """
        super().__init__(record, completer)
        self.fault = ""
        """What is wrong with the course itself, if that ended the app."""
        self._read_course = read_course
        self._open_lesson = open_lesson
        self._runner = AskingRunner(runner, partial(may_run_unconfined, self))
        self._now = now
        self._seed = seed
        self._first_lesson = lesson

    @cached_property
    def _course(self) -> Course:
        """What is taught."""
        return self._read_course()

    @cached_property
    def _roadmap(self) -> RoadmapScreen:
        """Home."""
        return RoadmapScreen(self._course, self._record)

    def get_default_screen(self) -> Screen[None]:
        """The welcome on the first start, home ever after."""
        if self._record.progress.welcome is not None:
            return self._roadmap
        from tutor.ui.screens.welcome import WelcomeScreen

        return WelcomeScreen(self._now().date(), self.theme)

    def on_mount(self) -> None:
        """Open the lesson that was asked for; warm the sandbox once the first screen is drawn."""
        if self._first_lesson is not None and isinstance(self.screen, RoadmapScreen):
            self.show_lesson(self._first_lesson)
        self.call_after_refresh(self._warm_up)

    async def on_unmount(self) -> None:
        """Leave no process behind."""
        await self._runner.close()

    def show_lesson(self, lesson_id: str, step: str | None = None) -> None:
        """Open a lesson on top of home, at `step` or where the learner left it."""
        from tutor.ui.screens.lesson import LessonScreen

        try:
            lesson = self._open_lesson(lesson_id)
        except ContentError as fault:
            self.notify(str(fault), title="This lesson cannot be opened", severity="warning", markup=False)
            return
        steps = [each.id for each in lesson.steps]
        if step is not None and step in steps:
            self._record.append(
                "step-reached", {"lesson": lesson.id, "step": step, "index": steps.index(step)}
            )
        while self.screen is not self._roadmap:
            self.pop_screen()
        screen = LessonScreen(lesson, self._record, self._runner, seed=self._seed, following=self._following)
        self.push_screen(screen, self._after_lesson)

    def request_lesson(self, lesson_id: str) -> None:
        """Open a lesson found by name as if it had been chosen on the road, where planned ones say so."""
        self._roadmap.request(lesson_id)

    @on(RoadmapScreen.LessonRequested)
    def open_requested(self, event: RoadmapScreen.LessonRequested) -> None:
        """Home asks for a lesson."""
        self.show_lesson(event.lesson, event.step)

    @on(RoadmapScreen.FindRequested)
    def find_lesson(self) -> None:
        """A palette with nothing but lessons."""
        from tutor.ui.providers import lessons, search

        entries = lessons(self._course, self._record.progress, self.request_lesson)
        self.push_screen(search("Find a lesson…", lambda: entries))

    @on(RoadmapScreen.FreeRequested)
    def show_free(self) -> None:
        """Open the free sandbox as it was left."""
        from tutor.ui.screens.free import FreeScreen

        if not self.is_screen_installed("free"):
            self.install_screen(FreeScreen(self._record, self._runner), "free")
        if self.get_screen("free") not in self.screen_stack:
            self.push_screen("free")

    def action_crimes(self) -> None:
        """The crime scenes of the course."""
        from tutor.ui.screens.crimes import open_crimes

        open_crimes(self, self._course.root, self._record, self._runner, self._seed)

    def open_table(self) -> None:
        """Open a CSV in the free sandbox."""
        self.show_free()
        self.call_after_refresh(self.get_screen("free").run_action, "open")

    def on_welcome_screen_done(self, event: WelcomeScreen.Done) -> None:
        """Keep the answers; go to the first lesson, or home when the welcome was skipped."""
        said = {"goal": event.goal, "level": event.level, "date": event.date}
        self._record.append("welcomed", {name: value or None for name, value in said.items()})
        self._record.append("setting-changed", {"name": "theme", "value": self.theme})
        self.push_screen(self._roadmap)
        first = self._first_lesson or self._record.progress.next_lesson(self._course)
        if first is not None and not (event.skipped and self._first_lesson is None):
            self.call_later(self.show_lesson, first)

    def action_command_palette(self) -> None:
        """Find anything: lessons, experiments, bookmarks, notes, settings, actions."""
        from tutor.ui.providers import everything

        further = self.looked_up()
        self.push_screen(everything(self._course, self._open_lesson, self._record.progress, self, further))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Before the welcome is over, the palette and the glossary have nowhere to go."""
        if action in ("command_palette", "glossary") and self._record.progress.welcome is None:
            return False
        return super().check_action(action, parameters)

    def _following(self) -> LessonSummary | None:
        """The lesson to take next."""
        following = self._record.progress.next_lesson(self._course)
        return self._course.lessons[following] if following is not None else None

    def _after_lesson(self, onward: bool | None) -> None:
        """A lesson was left; with `onward` the next one follows."""
        following = self._following()
        if onward and following is not None:
            self.show_lesson(following.id)

    @work(group="sandbox", exit_on_error=False)
    async def _warm_up(self) -> None:
        """Read the course unless home has done so; start the sandbox, and say how it is."""
        gc.freeze()
        gc.enable()
        try:
            await to_thread(self._read_course)
        except ContentError as fault:
            self.fault = str(fault)
            self.exit()
            return
        self._roadmap.runner_state = "warming"
        try:
            await self._runner.start()
        finally:
            self._roadmap.runner_state = self._runner.state
