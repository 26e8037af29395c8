"""One story of the learner's own, in its five parts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Input, Static, TextArea

from tutor.course.rubric import Prompt
from tutor.interview.forms import STAR
from tutor.interview.stories import FIELDS, Story, lints
from tutor.ui.widgets.choice_list import ChoiceList, Option
from tutor.ui.widgets.interview.answer_fields import AnswerFields
from tutor.ui.widgets.key_line import KeyLine


class StoryScreen(Screen[Story | None]):
    """Dismissed with the story as it was told."""

    HELP = """\
    # A story

    A title, then five parts; **Tab** goes to the next one. Last come the questions that you mean it for:
    **Space** ticks one. Below stands what an interviewer would miss. **F9** or **Esc** keeps it.
    """
    BINDING_GROUP_TITLE = "A story"
    CSS_PATH = "story.tcss"
    AUTO_FOCUS = "Input"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f9", "done", "keep", key_display="F9", id="story.keep", tooltip="Keep the story"),
        Binding(
            "escape", "done", "keep and go back", key_display="esc", id="story.back", tooltip="Keep the story"
        ),
    ]

    name_field = getters.query_one(Input)
    parts = getters.query_one(AnswerFields)
    meant = getters.query_one(ChoiceList)
    mend = getters.query_one("#mend", Static)

    def __init__(self, story: Story, asks: Sequence[Prompt]) -> None:
        super().__init__()
        self._story = story
        self._asks = tuple(asks)

    def compose(self) -> ComposeResult:
        """The title, the parts, the questions, what to mend, the keys."""
        yield Static(Content.styled("A story of yours", "bold $here"), id="top")
        with VerticalScroll(id="story", can_focus=False):
            yield Input(self._story.title, placeholder="a title, for yourself", compact=True, max_length=80)
            yield AnswerFields()
            yield Static("Meant for these questions:", id="asks", markup=False)
            yield ChoiceList()
        yield Static(id="mend", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Show what was told so far."""
        self.parts.show(STAR, self._story.parts)
        options = [Option(place, each.question) for place, each in enumerate(self._asks)]
        picked = [place for place, each in enumerate(self._asks) if each.id in self._story.questions]
        self.meant.show(options, picked, several=True, settled=False)
        self.query_one("#asks").display = bool(self._asks)
        self._say()

    def check_action(self, action: str, _parameters: tuple[object, ...]) -> bool | None:
        """No interviewer is here to be asked."""
        return action not in ("clarify", "skip")

    def action_done(self) -> None:
        """Keep it; an empty one is none."""
        told = self._told()
        empty = not told.title and not any(part.strip() for part in told.parts)
        self.dismiss(None if empty else told)

    @on(TextArea.Changed)
    @on(Input.Changed)
    @on(ChoiceList.Picked)
    def _change(self) -> None:
        self._say()

    @on(ChoiceList.Submitted)
    def _submit(self) -> None:
        self.action_done()

    def _told(self) -> Story:
        """The story as it stands."""
        parts = dict(zip(FIELDS, self.parts.texts, strict=True))
        known = {each.id for each in self._asks}
        kept = tuple(each for each in self._story.questions if each not in known)
        meant = tuple(self._asks[place].id for place in sorted(self.meant.picked))
        return replace(self._story, title=self.name_field.value.strip(), questions=(*kept, *meant), **parts)

    def _say(self) -> None:
        """What an interviewer would miss."""
        found = lints(self._told())
        words = Content.styled("✓ An interviewer would miss nothing.", "$right")
        if found:
            more = f"  (and {len(found) - 1} more)" if len(found) > 1 else ""
            words = Content.assemble(("To mend: ", "bold $due"), found[0], (more, "$quiet"))
        self.mend.update(words)
