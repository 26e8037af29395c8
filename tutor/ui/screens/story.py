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
from tutor.interview.stories import DRAFT, FIELDS, Story, drafted, lints
from tutor.learner.drafts import EVERY_S, Drafts
from tutor.learner.store import Record
from tutor.ui.widgets.choice_list import ChoiceList, Option
from tutor.ui.widgets.interview.answer_fields import AnswerFields
from tutor.ui.widgets.key_line import KeyLine


class StoryScreen(Screen[Story | None]):
    """Dismissed with the story as it was told."""

    HELP = """\
    # A story

    A title, then five parts; **Tab** goes to the next one. Last come the questions that you mean it for:
    **Space** ticks one. Below stands what an interviewer would miss. **F9** or **Esc** keeps it; what you
    write is kept as you type.
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

    def __init__(self, story: Story, asks: Sequence[Prompt], record: Record) -> None:
        """What is written goes to a draft in the record meanwhile."""
        super().__init__()
        self._story = story
        self._asks = tuple(asks)
        self._drafts = Drafts(record)
        self._saving = False

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
        self.app.app_suspend_signal.subscribe(self, lambda _: self._drafts.flush())
        self.parts.show(STAR, self._story.parts)
        options = [Option(place, each.question) for place, each in enumerate(self._asks)]
        picked = [place for place, each in enumerate(self._asks) if each.id in self._story.questions]
        self.meant.show(options, picked, several=True, settled=False)
        self.query_one("#asks").display = bool(self._asks)
        self._say()

    def on_unmount(self) -> None:
        """Nothing is lost on the way out."""
        self._drafts.flush()

    def check_action(self, action: str, _parameters: tuple[object, ...]) -> bool | None:
        """No interviewer is here to be asked."""
        return action not in ("clarify", "skip")

    def action_done(self) -> None:
        """Keep it; an empty one is none."""
        self._drafts.flush()
        told = self._told()
        empty = not told.title and not any(part.strip() for part in told.parts)
        self.dismiss(None if empty else told)

    @on(TextArea.Changed)
    @on(Input.Changed)
    @on(ChoiceList.Picked)
    def _change(self) -> None:
        """Keep it in half a second at most, and say what is missing."""
        told = self._told()
        self._drafts.keep(DRAFT, drafted(told) if told != self._story else None)
        if not self._saving:
            self._saving = True
            self.set_timer(EVERY_S, self._save)
        self._say()

    def _save(self) -> None:
        self._saving = False
        self._drafts.flush()

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
