"""Home: the road from nothing to hired, and what to do now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.events import Resize
from textual.getters import query_one
from textual.message import Message
from textual.reactive import var
from textual.screen import Screen
from textual.widgets import Static

from tutor.course.road import Course
from tutor.learner.store import Record
from tutor.ui.ports import RunnerState
from tutor.ui.under_way import under_way
from tutor.ui.widgets.key_line import KeyLine
from tutor.ui.widgets.road import Road
from tutor.ui.widgets.standing import legend, standing, unmet
from tutor.ui.widgets.today import Today
from tutor.ui.widgets.top_line import TopLine

TWO_COLUMNS = 100


class RoadmapScreen(Screen[None]):
    """The road to the left, today to the right; on narrow terminals today's next step on top of the road."""

    CSS_PATH = "roadmap.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-one"), (TWO_COLUMNS, "-two")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-low"), (30, "-tall")]  # noqa: RUF012
    HELP = """\
    # Home

    The road from nothing to hired. **Enter** takes the next best step; the arrow keys walk the road.
    """
    BINDING_GROUP_TITLE = "Home"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "slash",
            "find",
            "find lesson",
            key_display="/",
            id="find-lesson",
            tooltip="Find a lesson by its name",
        ),
        Binding("i", "app.interview", "interview", id="interview", tooltip="A mock interview"),
        Binding("x", "free", "sandbox", id="free", tooltip="Write and run code of your own"),
        Binding("c", "app.crimes", "crime scenes", id="crimes", tooltip="Scripts with a crime in them"),
        Binding(
            "comma",
            "settings",
            "settings",
            key_display=",",
            show=False,
            id="settings",
            tooltip="Colours and motion",
        ),
        Binding("q", "app.quit", "leave", id="leave", tooltip="Leave mltutor; everything is kept"),
    ]

    runner_state: var[RunnerState] = var[RunnerState]("cold")

    road = query_one("#road", Road)
    today = query_one("#today", Today)

    @dataclass
    class LessonRequested(Message):
        """Open this lesson, at this step if it is not None."""

        lesson: str
        step: str | None = None

    class FindRequested(Message):
        """Look for a lesson by name."""

    class FreeRequested(Message):
        """Open the free sandbox."""

    class SettingsRequested(Message):
        """Show the settings."""

    def __init__(self, course: Course, record: Record) -> None:
        super().__init__()
        self._course = course
        self._record = record
        self._stale = False

    def compose(self) -> ComposeResult:
        """The line on top, today, the road, the keys."""
        progress = self._record.progress
        top = TopLine(self._place(), "" if self._record.writable else "nothing is being saved")
        yield top.data_bind(RoadmapScreen.runner_state)
        with Container():
            yield Today(
                self._course,
                progress,
                brief=self.app.size.width < TWO_COLUMNS,
                interview_waits=under_way(self._record),
            )
            yield Road(self._course, progress, here=progress.next_lesson(self._course))
        yield Static(legend(), id="legend")
        yield KeyLine()

    def on_mount(self) -> None:
        """Say once what the record has to say."""
        if self._record.notice:
            self.notify(self._record.notice, title="Your record", timeout=12, markup=False)

    def on_resize(self, event: Resize) -> None:
        """Narrow: only the next step stands above the road."""
        self.today.brief = event.size.width < TWO_COLUMNS

    def on_screen_suspend(self) -> None:
        """Something else is shown meanwhile."""
        self._stale = True

    def on_screen_resume(self) -> None:
        """Show what was learnt meanwhile."""
        if not self._stale:
            return
        self._stale = False
        progress = self._record.progress
        self.road.show(progress, progress.next_lesson(self._course))
        self.today.show(progress, interview_waits=under_way(self._record))
        self.query_one(TopLine).place = self._place()

    @on(Road.LessonChosen)
    def open_from_road(self, event: Road.LessonChosen) -> None:
        """Open a lesson, or say calmly why it cannot be opened."""
        event.stop()
        lesson = self._course.lessons[event.lesson]
        progress = self._record.progress
        match standing(lesson, progress):
            case "planned":
                place = list(self._course.lessons).index(lesson.id) + 1
                self.notify(
                    f"Planned as lesson {place} of {len(self._course.lessons)}; it is not written yet.",
                    title=f"{lesson.number} {lesson.title}",
                    markup=False,
                )
            case "broken":
                self.notify(
                    lesson.problem, title="This lesson cannot be opened", severity="warning", markup=False
                )
            case _:
                waits = unmet(lesson, self._course, progress)
                if waits:
                    names = ", ".join(f"{each.number} {each.title}" for each in waits)
                    self.notify(f"Builds on {names}.", title="You are ahead", markup=False)
                self.post_message(self.LessonRequested(lesson.id))

    @on(Today.Chosen)
    def open_from_today(self, event: Today.Chosen) -> None:
        """Open what today's row stands for; without any lesson left, go to the road."""
        event.stop()
        if event.lesson:
            self.post_message(self.LessonRequested(event.lesson, event.step))
        else:
            self.road.focus()

    @on(Today.InterviewChosen)
    async def go_on_with_the_interview(self, event: Today.InterviewChosen) -> None:
        """To the interview that is under way."""
        event.stop()
        await self.run_action("app.interview")

    def request(self, lesson: str) -> None:
        """Open a lesson that was found by name as if it had been chosen on the road."""
        self.road.post_message(Road.LessonChosen(lesson))

    def _place(self) -> str:
        """How much of what is written is done."""
        written = [each.id for each in self._course.lessons.values() if each.status == "written"]
        done = sum(self._record.progress.lesson(each).state == "done" for each in written)
        return f"{done} of {len(written)} lessons done"

    def action_find(self) -> None:
        """Look for a lesson."""
        self.post_message(self.FindRequested())

    def action_free(self) -> None:
        """Open the free sandbox."""
        self.post_message(self.FreeRequested())

    def action_settings(self) -> None:
        """Show the settings."""
        self.post_message(self.SettingsRequested())
