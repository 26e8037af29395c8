"""The road: units, each of which opens to its lessons."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from tutor.course.road import Course, LessonSummary, Unit
from tutor.learner.progress import Progress
from tutor.ui.widgets.row import Row
from tutor.ui.widgets.standing import glyph, glyphs, standing, unmet


class Road(OptionList):
    """All units in order; the chosen one shows its lessons."""

    HELP = """\
    # The road

    Units from nothing to hired. **Enter** or **→** opens a unit to its lessons and, on a lesson, starts it.

    `●` done  `◐` started  `○` new  `·` planned, not written yet  `✗` broken

    *after 6.2* says which lesson it builds on; you may open it all the same.
    """
    BINDING_GROUP_TITLE = "The road"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "select", "open", key_display="enter", id="open", tooltip="Open what is marked"),
        Binding(
            "right",
            "unfold",
            "Open the unit",
            show=False,
            id="road-unfold",
            tooltip="Show its lessons; on a lesson, go to today",
        ),
        Binding("left", "fold", "Close the unit", show=False, id="road-fold", tooltip="Hide its lessons"),
    ]

    @dataclass
    class LessonChosen(Message):
        """The learner wants this lesson."""

        lesson: str

    def __init__(self, course: Course, progress: Progress, *, here: str | None) -> None:
        super().__init__(id="road", markup=False, compact=True)
        self.border_title = f"The road · {course.title}"
        self._course = course
        self._progress = progress
        self._here = here
        self._open = {course.lessons[here].unit} if here else {course.units[0].id} if course.units else set()
        self._lay(here)

    def show(self, progress: Progress, here: str | None) -> None:
        """Draw the road anew after something was learnt; the cursor stays where it is."""
        self._progress = progress
        if here and here != self._here:
            self._open.add(self._course.lessons[here].unit)
        self._here = here
        self._lay(self._place() or here)

    @on(OptionList.OptionSelected)
    def choose(self, event: OptionList.OptionSelected) -> None:
        """Fold or unfold a unit; ask for a lesson."""
        event.stop()
        place = event.option_id or ""
        if place in self._course.lessons:
            self.post_message(self.LessonChosen(place))
        else:
            self._open ^= {place}
            self._lay(place)

    def action_unfold(self) -> None:
        """Show the lessons of the unit under the cursor."""
        place = self._place()
        if place is None or place in self._course.lessons or place in self._open:
            self.screen.focus_next()
        else:
            self._open.add(place)
            self._lay(place)

    def action_fold(self) -> None:
        """Hide the lessons of the unit under the cursor, or of the lesson under it."""
        place = self._place() or ""
        unit = self._course.lessons[place].unit if place in self._course.lessons else place
        if unit in self._open:
            self._open.discard(unit)
            self._lay(unit)

    def action_cursor_up(self) -> None:
        """Leave at the top for what stands above, instead of going round."""
        if self.highlighted == 0:
            self.screen.focus_previous()
        else:
            super().action_cursor_up()

    def action_cursor_down(self) -> None:
        """Stay at the end, instead of going round."""
        if self.highlighted != self.option_count - 1:
            super().action_cursor_down()

    def _place(self) -> str | None:
        """The id of the unit or lesson under the cursor."""
        return self.highlighted_option.id if self.highlighted_option else None

    def _lay(self, cursor: str | None) -> None:
        """Fill the list, the cursor on the unit or lesson `cursor` if it is visible."""
        options = list(self._options_now())
        self.set_options(options)
        places = [option.id for option in options]
        self.highlighted = places.index(cursor) if cursor in places else 0 if places else None

    def _options_now(self) -> Iterator[Option]:
        """One option for each unit, and for each lesson of an open one."""
        for number, unit in enumerate(self._course.units, start=1):
            yield Option(self._unit(number, unit), id=unit.id)
            if unit.id in self._open:
                for each in unit.lessons:
                    yield Option(self._lesson(self._course.lessons[each]), id=each)

    def _unit(self, number: int, unit: Unit) -> Row:
        """A unit's row: title, a glyph for each lesson, how many are done."""
        states = [standing(self._course.lessons[each], self._progress) for each in unit.lessons]
        left = Content.assemble(
            ("▾ " if unit.id in self._open else "▸ ", "$quiet"), (f"{number:>2} ", "$quiet"), unit.title
        )
        most = max(len(each.lessons) for each in self._course.units)
        dots = glyphs(states).pad_right(most - len(states))
        written = sum(state != "planned" for state in states)
        words = f"{states.count('done')}/{written}" if written else "planned"
        return Row(left, Content.assemble(dots, (f" {words:>8}", "$quiet")), indent=5)

    def _lesson(self, lesson: LessonSummary) -> Row:
        """A lesson's row: state, number, title, what it waits for or how long it takes."""
        state = standing(lesson, self._progress)
        left = Content.assemble(
            "     ",
            glyph(state),
            (f" {lesson.number:<5}", "$quiet"),
            (lesson.title, "$quiet" if state == "planned" else ""),
        )
        waits = unmet(lesson, self._course, self._progress)
        words = f"{lesson.minutes} min" if lesson.minutes else state
        if waits and state == "new":
            words = f"after {', '.join(each.number for each in waits[:2])} · {words}"
        problem = lesson.problem.replace(f"{self._course.root}{os.sep}", "")
        below = Content.styled(problem, "$quiet") if problem else None
        return Row(left, Content.styled(words, "$quiet"), below, indent=12)
