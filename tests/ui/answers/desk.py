"""One answer widget on a desk of its own: what it says is kept, and its answer graded as the pane would."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.pilot import Pilot
from textual.widget import Widget

from tests.ui.fakes import WidgetApp
from tutor.course.draws import variant
from tutor.course.question import Curve, Question
from tutor.grading import Answer, grade
from tutor.grading.evidence import evidence
from tutor.grading.grade import Grade
from tutor.run import RunResult
from tutor.ui.widgets.answers import answer_widget
from tutor.ui.widgets.answers.answering import Answering, Drafted, Refused, Submitted


class Desk(Vertical):
    """Puts one question; whatever is drafted is shown again, whatever is submitted is graded."""

    def __init__(self, question: Question, *, seed: int = 0, result: RunResult | None = None) -> None:
        super().__init__()
        self.question = variant(question, seed)
        self.seed = seed
        self.result = result
        self.drafts: list[Answer | None] = []
        self.refusals: list[str] = []
        self.grade: Grade | None = None
        self.widget: Widget = answer_widget(question.kind)

    def compose(self) -> ComposeResult:
        yield self.widget

    def on_mount(self) -> None:
        """Nothing is answered yet."""
        self.put(None)

    @property
    def asks(self) -> Answering:
        """The widget as what it offers."""
        assert isinstance(self.widget, Answering)
        return self.widget

    def put(self, answer: Answer | None, judged: Grade | None = None) -> None:
        """Show the question with this answer."""
        hidden = isinstance(self.question, Curve) and judged is None
        self.asks.show(
            self.question,
            answer,
            seed=self.seed,
            phase="graded" if judged else "open",
            grade=judged,
            shown=None if hidden else self.result,
        )

    @on(Drafted)
    def _drafted(self, event: Drafted) -> None:
        self.drafts.append(event.answer)
        self.put(event.answer)

    @on(Submitted)
    def _submitted(self, event: Submitted) -> None:
        found = evidence(self.result) if self.result else None
        self.grade = grade(self.question, event.answer, {}, found, draw=self.seed)
        self.put(event.answer, self.grade)

    @on(Refused)
    def _refused(self, event: Refused) -> None:
        self.refusals.append(event.words)


@asynccontextmanager
async def answering(
    question: Question, *, seed: int = 0, result: RunResult | None = None, size: tuple[int, int] = (36, 30)
) -> AsyncIterator[tuple[Pilot[None], Desk]]:
    """The question, put and focused, in the width of a narrow quiz pane."""
    desk = Desk(question, seed=seed, result=result)
    async with WidgetApp(desk).run_test(size=size) as pilot:
        await pilot.pause()
        desk.asks.focus_answer()
        await pilot.pause()
        yield pilot, desk


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys, and let what follows from each happen."""
    for key in keys:
        await pilot.press(key)
        await pilot.pause()


def seen(pilot: Pilot[None]) -> str:
    """Everything on the screen as text."""
    strips = pilot.app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips)
