"""Gaps in code, each a field where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.highlight import highlight
from textual.widgets import Input, Static

from tutor.course.question import GAP, Blank
from tutor.grading.answer import Filled
from tutor.ui.widgets.answers.answering import Drafted, Submitted

if TYPE_CHECKING:
    from tutor.course.question import Question
    from tutor.grading.answer import Answer
    from tutor.grading.grade import Grade
    from tutor.grading.sheet import Phase
    from tutor.run import RunResult

NARROW, SPARE = 10, 2
"""Columns of an empty field at least; columns that a field has beyond its text."""


class CodeRow(Vertical):
    """A line of code; its pieces stand side by side, or one under the other where the line is too long."""

    DEFAULT_CSS = """
    CodeRow {
        height: auto;
        layout: horizontal;
        background: $panel;
        padding: 0 1;
        Static { width: auto; height: auto; }
        &.-tall { layout: vertical; }
        &.-tall Static { width: 100%; }
        Input { background: $background; color: $foreground; text-style: bold; }
        Input:focus { background: $background; text-style: bold underline; }
        Input:disabled { opacity: 1; }
        Input.-right { color: $right; }
        Input.-wrong { color: $wrong; }
    }
    """

    def __init__(self, pieces: list[Content | Input]) -> None:
        super().__init__()
        self._pieces = pieces

    def compose(self) -> ComposeResult:
        for each in self._pieces:
            yield each if isinstance(each, Input) else Static(each)

    def on_resize(self) -> None:
        """Another width."""
        self.fit(self.content_size.width)

    def fit(self, width: int) -> None:
        """Make each field as wide as its text, and see whether the line is too long."""
        taken = 0
        for each in self._pieces:
            if isinstance(each, Input):
                room = len(each.value) if each.disabled else max(NARROW, len(each.value) + SPARE)
                each.styles.width = min(room, max(1, width))
                taken += room
            else:
                taken += each.cell_length
        self.set_class(width > 0 and taken > width, "-tall")


class BlankAnswer(Vertical):
    """Code with fields in it; enter goes to the next empty one, then commits."""

    HELP = """## Filling gaps

Type what belongs into each field; **tab** and **shift+tab** go from one to the other. **enter** goes to the
next empty one and, when all are filled, commits. What you fill in is judged by what the code then does.
"""
    DEFAULT_CSS = """
    BlankAnswer { height: auto; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.fields: list[Input] = []
        self._rows: list[CodeRow] = []
        self._code = ""
        self._open = False

    def compose(self) -> ComposeResult:
        yield from self._rows

    def show(
        self,
        question: Question,
        answer: Answer | None,
        *,
        seed: int,  # noqa: ARG002
        phase: Phase,
        grade: Grade | None,
        shown: RunResult | None,  # noqa: ARG002
    ) -> None:
        """The code with what fills its gaps; once graded, how each turned out."""
        assert isinstance(question, Blank)
        self._open = phase == "open"
        if question.code != self._code:
            self._lay_out(question.code)
        texts = answer.texts if isinstance(answer, Filled) else ("",) * len(self.fields)
        for field, text, accepts in zip(self.fields, texts, question.accepts, strict=True):
            if field.value != text:
                with self.prevent(Input.Changed):
                    field.value = text
                field.cursor_position = len(text)
            field.disabled = not self._open
            right = grade is not None and (grade.right or text.strip() in accepts)
            field.set_class(right, "-right")
            field.set_class(grade is not None and not right, "-wrong")
        self._fit()

    def commit(self) -> None:
        """Commit to what fills the gaps."""
        if self._open:
            self.post_message(Submitted(self._answer()))

    def focus_answer(self) -> None:
        """The first empty field, or the first."""
        next((each for each in self.fields if not each.value.strip()), self.fields[0]).focus()

    def ways(self) -> tuple[tuple[str, str], ...]:
        """Enter commits once every gap is filled."""
        several = (("tab", "next gap"),) if len(self.fields) > 1 else ()
        return (("enter", "commits"), *several)

    def typed(self) -> bool:
        """Always."""
        return True

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._fit()
        answer = self._answer()
        self.post_message(Drafted(answer if any(answer.texts) else None))

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        empty = [each for each in self.fields if not each.value.strip()]
        if event.value.strip() and empty:
            empty[0].focus()
        else:
            self.commit()

    def _answer(self) -> Filled:
        return Filled(tuple(each.value for each in self.fields))

    def _fit(self) -> None:
        for row in self._rows:
            row.fit(row.content_size.width)

    def _lay_out(self, code: str) -> None:
        """Make a row for each line, a field for each gap."""
        self._code = code
        self.fields = []
        self._rows = [CodeRow(list(self._pieces(line))) for line in _lines(code)]

    def _pieces(self, line: Content) -> Iterator[Content | Input]:
        """Code, field, code, …"""
        at = 0
        while (gap := line.plain.find(GAP, at)) >= 0:
            if gap > at:
                yield line[at:gap]
            field = Input(compact=True, select_on_focus=False, placeholder=f"gap {len(self.fields) + 1}")
            self.fields.append(field)
            yield field
            at = gap + len(GAP)
        if at < len(line.plain):
            yield line[at:]
        elif not at:
            yield Content(" ")


def _lines(code: str) -> list[Content]:
    """The code in colour, line by line."""
    return highlight(code.rstrip("\n"), language="python").split("\n", allow_blank=True)
