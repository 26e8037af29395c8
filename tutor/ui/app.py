"""The app: what it is given, and which screen comes when."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from textual.app import App

from tutor.course.model import Course, Lesson
from tutor.learner.store import Record
from tutor.ui.ports import Runner
from tutor.ui.theme import DARK, THEMES, VARIABLES


class TutorApp(App[None]):
    """The full-screen tutor."""

    TITLE = "mltutor"

    def __init__(
        self,
        course: Course,
        open_lesson: Callable[[str], Lesson],
        record: Record,
        runner: Runner,
        *,
        now: Callable[[], datetime],
        seed: int = 0,
        lesson: str | None = None,
    ) -> None:
        super().__init__()
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = DARK
        self._course = course
        self._open_lesson = open_lesson
        self._record = record
        self._runner = runner
        self._now = now
        self._seed = seed
        self._first_lesson = lesson

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our names, for themes that lack them."""
        return VARIABLES

    def on_mount(self) -> None:
        """Open the lesson that was asked for."""
        if self._first_lesson is not None:
            self.show_lesson(self._first_lesson)

    def show_lesson(self, lesson_id: str) -> None:
        """Open a lesson on top of what is shown."""
        from tutor.ui.screens.lesson import LessonScreen

        lesson = self._open_lesson(lesson_id)
        self.push_screen(LessonScreen(lesson, self._record, self._runner, now=self._now, seed=self._seed))
