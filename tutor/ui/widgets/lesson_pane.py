"""The lesson pane: the steps so far, the current one marked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content

from tutor.course.model import Step
from tutor.learner.walk import Walk
from tutor.ui.widgets.prose_view import ProseView
from tutor.ui.widgets.step_view import StepView


@dataclass(frozen=True, slots=True)
class Standing:
    """What the pane says of a step beside its prose."""

    remark: Content
    withheld: bool
    badges: str


class LessonPane(VerticalScroll):
    """Prose down to the furthest step; arrows and the wheel scroll."""

    HELP = """## The lesson

**n** or **enter** goes on, **p** goes back. **F2** lesson, **F3** quiz, **F4** sandbox. **b** marks the step,
**N** notes something on it, **m** reports a mistake in it. **esc** goes home; you come back to this step.
"""
    DEFAULT_CSS = """
    LessonPane {
        scrollbar-size-vertical: 1;
        #objectives { padding: 0 3; margin-bottom: 1; color: $quiet; }
    }
    """

    def __init__(self, objectives: Sequence[str], *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._objectives = objectives
        self._views: list[StepView] = []

    def compose(self) -> ComposeResult:
        """What one can do after the lesson; the steps follow."""
        points = "\n".join(f"- {each}" for each in self._objectives)
        yield ProseView(f"After this lesson you can\n{points}", id="objectives")

    def show(self, walk: Walk, standing: Callable[[Step], Standing]) -> None:
        """Show the steps so far; the current one is scrolled into view if it is another than before."""
        before = next((place for place, view in enumerate(self._views) if view.current), None)
        fresh = [
            StepView(walk.lesson, step) for step in walk.lesson.steps[len(self._views) : walk.furthest + 1]
        ]
        self._views += fresh
        for place, view in enumerate(self._views):
            stands = standing(view.step)
            view.current = place == walk.index
            view.remark, view.withheld, view.badges = stands.remark, stands.withheld, stands.badges
        if fresh:
            self.mount_all(fresh)
        if before != walk.index or fresh:
            self.call_after_refresh(self.scroll_to_step, walk.index)

    def scroll_to_step(self, index: int) -> None:
        """Bring a step into view, its heading first."""
        view = self._views[index]
        tall = view.outer_size.height >= self.size.height
        self.scroll_to_widget(view, animate=False, top=tall, force=True)
