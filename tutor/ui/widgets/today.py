"""What to do now: the next lesson first, then what the learner marked and noted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from textwrap import shorten
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import var
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from tutor.course.road import Course, LessonSummary
from tutor.learner.progress import Progress
from tutor.ui.widgets.row import Row

MOST = 5
"""How many bookmarks and how many notes are listed; the palette finds the others."""

NOTE = 100
"""How many characters of a note are shown."""

INTERVIEW = ("", "interview")
"""What the row of an interview under way stands for."""
WAITS = Content.assemble(("▸ ", "$here"), ("Interview under way", "bold $here"))
WAITS_WHERE = Content.styled("it waits where you left it", "$quiet")


class Today(OptionList):
    """The next best step on top, preselected."""

    HELP = """\
    # Today

    **Enter** continues where you left off, or opens the bookmark or note under the cursor.
    """
    BINDING_GROUP_TITLE = "Today"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "select", "open", key_display="enter", id="open", tooltip="Open what is marked"),
        Binding("left", "app.focus_next", "To the road", show=False, id="to-road", tooltip="Go to the road"),
    ]

    brief: var[bool] = var(False, init=False)
    """On a narrow screen: only the next step."""

    @dataclass
    class Chosen(Message):
        """The learner wants this lesson, at this step if it is not None."""

        lesson: str
        step: str | None

    class InterviewChosen(Message):
        """The learner goes on with the interview that is under way."""

    def __init__(
        self, course: Course, progress: Progress, *, brief: bool, interview_waits: bool = False
    ) -> None:
        super().__init__(id="today", markup=False, compact=True)
        self.border_title = "Today"
        self._course = course
        self._progress = progress
        self._interview_waits = interview_waits
        self.set_reactive(Today.brief, brief)
        self._chosen: list[tuple[str, str | None] | None] = []
        self._lay()

    def show(self, progress: Progress, *, interview_waits: bool = False) -> None:
        """List anew after something was learnt."""
        self._progress = progress
        self._interview_waits = interview_waits
        self._lay()

    def watch_brief(self) -> None:
        """Show what fits."""
        self._lay()

    @on(OptionList.OptionSelected)
    def choose(self, event: OptionList.OptionSelected) -> None:
        """Ask for the lesson that the row stands for."""
        event.stop()
        chosen = self._chosen[event.option_index]
        if chosen == INTERVIEW:
            self.post_message(self.InterviewChosen())
        elif chosen is not None:
            self.post_message(self.Chosen(*chosen))

    def action_cursor_up(self) -> None:
        """Stay at the top, instead of going round."""
        if self.highlighted != 0:
            super().action_cursor_up()

    def action_cursor_down(self) -> None:
        """Go on to what stands below at the end, instead of going round."""
        if self.highlighted == max(place for place, each in enumerate(self._chosen) if each is not None):
            self.screen.focus_next()
        else:
            super().action_cursor_down()

    def _lay(self) -> None:
        """Fill the list."""
        rows = [self._next()]
        if self._interview_waits:
            rows.insert(0, (Row(WAITS, None, WAITS_WHERE, indent=4), INTERVIEW))
        if not self.brief:
            rows += self._section("Bookmarks", list(self._marks())) + self._section(
                "Notes", list(self._notes())
            )
        self._chosen = [chosen for _, chosen in rows]
        self.set_options(Option(row, disabled=chosen is None) for row, chosen in rows)
        self.highlighted = 0

    def _next(self) -> tuple[Row, tuple[str, str | None] | None]:
        """The row of the next best step."""
        found = self._progress.next_lesson(self._course)
        if found is None:
            words = Content.styled(
                "All that is written is done. Choose any lesson to see it again.", "$quiet"
            )
            return Row(Content.styled("The road is yours", "bold"), None, words), ("", None)
        lesson = self._course.lessons[found]
        progress = self._progress.lesson(found)
        minutes = lesson.minutes
        if progress.state == "new":
            verb, where = "Start", f"lesson {lesson.number}"
        else:
            left = max(0, lesson.steps - progress.index) / max(1, lesson.steps)
            minutes = max(1, round(lesson.minutes * left)) if lesson.minutes else 0
            verb, where = "Continue", f"step {progress.index + 1} of {lesson.steps}"
        title = Content.assemble(("▸ ", "$here"), (f"{verb}  ", "bold $here"), (lesson.title, "bold"))
        detail = f"{where} · about {minutes} min" if minutes else where
        return Row(title, None, Content.styled(detail, "$quiet"), indent=4), (found, None)

    def _section(
        self, title: str, rows: list[tuple[Row, tuple[str, str | None]]]
    ) -> list[tuple[Row, tuple[str, str | None] | None]]:
        """A heading and its rows, nothing if there are none."""
        if not rows:
            return []
        return [(Row(Content("")), None), (Row(Content.styled(title, "$quiet")), None), *rows[:MOST]]

    def _marks(self) -> Iterator[tuple[Row, tuple[str, str | None]]]:
        """The bookmarks, of the lesson touched last first."""
        for lesson in self._touched():
            for step in self._progress.bookmarks(lesson.id):
                left = Content.assemble(("  ★ ", "$due"), lesson.title)
                yield Row(left, Content.styled(step.replace("-", " "), "$quiet"), indent=4), (lesson.id, step)

    def _notes(self) -> Iterator[tuple[Row, tuple[str, str | None]]]:
        """The notes, of the lesson touched last first."""
        for lesson in self._touched():
            for step, text in self._progress.notes(lesson.id).items():
                words = shorten(text, NOTE, placeholder="…")
                left = Content.assemble(("  ✎ ", "$due"), words)
                yield Row(left, Content.styled(lesson.number, "$quiet"), indent=4), (lesson.id, step)

    def _touched(self) -> list[LessonSummary]:
        """The lessons with any progress that still exist, the latest first."""
        known = [each for each in self._progress.lessons if each in self._course.lessons]
        known.sort(key=lambda each: self._progress.lesson(each).touched, reverse=True)
        return [self._course.lessons[each] for each in known]
