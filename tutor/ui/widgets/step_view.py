"""One step of a lesson as the lesson pane shows it."""

from __future__ import annotations

from textual.content import Content
from textual.reactive import reactive

from tutor.course.model import Correction, Lesson, Step
from tutor.ui.widgets.prose import Block, blocks
from tutor.ui.widgets.prose_view import ProseView


class StepView(ProseView):
    """A heading, the prose, and a line on how the step stands; muted unless it is the current one."""

    DEFAULT_CSS = """
    StepView {
        padding: 0 1;
        margin-bottom: 1;
        color: $quiet;
        &.-current { color: $foreground; }
    }
    """

    current = reactive(False)
    """Whether the learner is here."""
    remark: reactive[Content] = reactive(Content)
    """How the step stands: what is asked, what was answered."""
    withheld = reactive(False)
    """Whether the prose waits for a run."""
    badges = reactive("")
    """Glyphs for a bookmark and a note."""

    def __init__(self, lesson: Lesson, step: Step) -> None:
        super().__init__()
        self.step = step
        self._prose = step_blocks(lesson, step)
        self._arrange()

    def watch_current(self, current: bool) -> None:
        """The current step stands out."""
        self.set_class(current, "-current")
        self._arrange()

    def watch_remark(self) -> None:
        """Another remark."""
        self._arrange()

    def watch_withheld(self) -> None:
        """The prose appears, or goes."""
        self._arrange()

    def watch_badges(self) -> None:
        """Other glyphs."""
        self._arrange()

    def _arrange(self) -> None:
        """Heading, prose and remark, one under the other."""
        style = "bold $here" if self.current else "bold"
        title = Content.styled(self.step.title, style)
        if self.badges:
            title = Content.assemble(title, (f"  {self.badges}", "$due"))
        parts = [Block(title, first="▸ " if self.current else "  ", first_style=style)]
        if not self.withheld:
            for place, each in enumerate(self._prose):
                gap = each.gap and place > 0
                parts.append(Block(each.content, f"  {each.first}", gap, each.wraps, each.first_style))
        if self.remark:
            parts.append(Block(self.remark, first="  ", gap=False))
        self.put_blocks(tuple(parts))


def step_blocks(lesson: Lesson, step: Step) -> tuple[Block, ...]:
    """What a step says; a correction is laid out in its three parts, an exercise with its task."""
    if step.kind == "exercise":
        return (*blocks(step.prose), *blocks(lesson.exercise(step.ref).task))
    if step.kind != "correction":
        return blocks(step.prose)
    found: Correction = lesson.correction(step.ref)
    said = [
        Block(each.content.stylize("italic"), each.first, each.gap, each.wraps)
        for each in blocks(found.often_written)
    ]
    right, as_of = _labelled("What is right", found.right), _labelled("As of", found.as_of)
    return (*said, *right, *as_of, *blocks(step.prose))


def _labelled(label: str, markdown: str) -> list[Block]:
    """A label over its text."""
    head, *rest = blocks(markdown)
    lead = Content.assemble((f"{label}: ", "bold"), head.content)
    return [Block(lead, head.first, True, head.wraps), *rest]
