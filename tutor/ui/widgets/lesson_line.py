"""The first line of a lesson: which one, which step, how much is left."""

from __future__ import annotations

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from tutor.learner.walk import Walk
from tutor.ui.widgets.row import Row

WIDE = 100
"""From so many cells on, everything is said in words."""


class LessonLine(Widget):
    """Number and title on the left; step, bar and minutes on the right."""

    DEFAULT_CSS = """
    LessonLine { height: 1; padding: 0 1; }
    """

    walk: reactive[Walk | None] = reactive[Walk | None](None)

    def render(self) -> Row:
        """The line at the present width; the title gives way first."""
        walk = self.walk
        if walk is None:
            return Row(Content(""))
        wide = self.size.width >= WIDE
        number, total = walk.index + 1, len(walk.lesson.steps)
        step = f"step {number} of {total}" if wide else f"{number}/{total}"
        minutes = f"{walk.minutes_left} min left" if wide else f"{walk.minutes_left} min"
        cells = 20 if wide else 10
        full = round(cells * number / total)
        right = Content.assemble(
            (step, "$quiet"),
            " ",
            ("━" * full, "$here"),
            ("─" * (cells - full), "$rule"),
            (f"  {minutes}" if walk.minutes_left else "", "$quiet"),
        )
        return Row(Content.assemble((walk.lesson.number, "$here"), " ", (walk.lesson.title, "bold")), right)
