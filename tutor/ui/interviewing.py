"""A shell in which mock interviews are held."""

from __future__ import annotations

import time
from asyncio import to_thread
from functools import partial
from typing import TYPE_CHECKING

from textual import work

from tutor.course.errors import ContentError
from tutor.ui.looking_up import LookingUpShell

if TYPE_CHECKING:
    from tutor.grading.endpoint.settings import Endpoint
    from tutor.ui.screens.interviews import Wanted
    from tutor.ui.screens.welcome import WelcomeScreen


class InterviewingShell(LookingUpShell):
    """A shell with the mock interview."""

    monotonic = staticmethod(time.monotonic)
    """What the interview's clock reads."""
    interview: Wanted | None = None
    """The interview to begin with, if that was asked for."""

    def on_mount(self) -> None:
        """Begin with the interview that was asked for."""
        if self.interview is not None and self._record.progress.welcome is not None:
            self.call_after_refresh(self.action_interview)

    def on_welcome_screen_done(self, event: WelcomeScreen.Done) -> None:  # noqa: ARG002
        """After the very first start, too."""
        if self.interview is not None:
            self.call_after_refresh(self.action_interview)

    @work(group="interviews", exclusive=True, exit_on_error=False)
    async def action_interview(self) -> None:
        """The mock interview, over what is shown; a fault in the bank is said."""
        from tutor.course.prompts import read_prompts
        from tutor.ui.judging import GraderProcess
        from tutor.ui.screens.interviews import InterviewsScreen, Setting

        if any(isinstance(each, InterviewsScreen) for each in self.screen_stack):
            return
        course = self._read_course()
        try:
            prompts = await to_thread(read_prompts, course.root)
        except ContentError as fault:
            title = "The question bank cannot be read"
            self.notify(str(fault), title=title, severity="warning", markup=False)
            return
        wanted, self.interview = self.interview, None
        second = partial(self._second, wanted.endpoint if wanted is not None else None)
        setting = Setting(
            {prompt.id: prompt for prompt in prompts},
            self._misconceptions,
            course.lessons,
            self._record,
            self._runner,
            GraderProcess(second),
            self._now,
            self.monotonic,
            second,
        )
        lesson = await self.push_screen_wait(InterviewsScreen(setting, wanted))
        if lesson:
            self.show_lesson(lesson)

    def _second(self, said: str | None) -> Endpoint | None:
        """The endpoint to be asked, too: as it was said before the app began, else as the settings say."""
        from tutor.grading.endpoint.settings import EndpointError, named, switched_on

        kept = self._record.progress.settings
        if said is None:
            return switched_on(kept, self.environ)
        try:
            return named(kept, self.environ) if said == "on" else None
        except EndpointError:
            return None
