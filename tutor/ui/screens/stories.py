"""The story bank: the learner's own stories, the questions that they answer, what to mend."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from tutor.interview.stories import DROPPED, KIND, READ, Story, coverage, lints, offered, stories
from tutor.ui.screens.interviews import Setting
from tutor.ui.widgets.key_line import KeyLine
from tutor.ui.widgets.key_words import KeyWords, press
from tutor.ui.widgets.row import Row

PRIVATE = "Your stories stay in your record on this machine; nothing sends them anywhere."


class StoriesScreen(Screen[None]):
    """Stories, lessons that may become stories, and the questions about the learner with what covers them."""

    HELP = """\
    # The story bank

    **n** begins a story, **Enter** opens the one that is marked: five parts, as interviewers want them. **d**
    drops it. Below stand finished lessons to begin a story with, and the personal questions with the stories
    that cover them: **✓** meant for it, **◐** fits by its words, **○** a gap.
    """
    BINDING_GROUP_TITLE = "Story bank"
    CSS_PATH = "stories.tcss"
    AUTO_FOCUS = "OptionList"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "new", "new story", id="stories.new", tooltip="Begin a story"),
        Binding("d", "drop", "drop", id="stories.drop", tooltip="Drop the marked story"),
        Binding("escape", "leave", "back", key_display="esc", id="stories.leave", tooltip="Back"),
    ]

    def __init__(self, setting: Setting) -> None:
        super().__init__()
        self._setting = setting
        self._rows: list[Story | None] = []

    def compose(self) -> ComposeResult:
        """What is kept where, the list, the keys."""
        yield Static(id="top")
        yield Static(PRIVATE, id="about", markup=False)
        yield OptionList(markup=False)
        yield KeyWords(id="guide")
        yield KeyLine()

    def on_mount(self) -> None:
        """List what there is."""
        self._list()

    def check_action(self, action: str, _parameters: tuple[object, ...]) -> bool | None:
        """Only a story of the learner's own can be dropped."""
        return action != "drop" or self._marked in self._told

    def action_leave(self) -> None:
        """Back."""
        self.dismiss(None)

    def action_new(self) -> None:
        """Begin a story."""
        self._edit(Story(id=f"story-{self._setting.now().isoformat(timespec='microseconds')}", title=""))

    def action_drop(self) -> None:
        """Drop the marked story; the log keeps what was."""
        if self._marked is not None:
            self._setting.record.append(DROPPED, {"story": self._marked.id})
            self._list()

    @on(OptionList.OptionSelected)
    def _open(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if (story := self._rows[event.option_index]) is not None:
            self._edit(story)

    @on(OptionList.OptionHighlighted)
    def _mark(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        self.refresh_bindings()

    @work(group="story", exclusive=True, exit_on_error=False)
    async def _edit(self, story: Story) -> None:
        """Tell a story; what was told is kept."""
        from tutor.ui.screens.story import StoryScreen

        asks = [each.prompt for each in coverage((), self._setting.bank)]
        told = await self.app.push_screen_wait(StoryScreen(story, asks))
        if told is not None and told != story:
            self._setting.record.append(KIND, told.body)
        self._list()

    @property
    def _told(self) -> tuple[Story, ...]:
        """The stories in the record."""
        return stories(self._setting.record.events(*READ))

    @property
    def _marked(self) -> Story | None:
        """The story under the cursor."""
        here = self.query_one(OptionList).highlighted
        return self._rows[here] if here is not None and here < len(self._rows) else None

    def _list(self) -> None:
        """Fill the list."""
        options = self.query_one(OptionList)
        here = options.highlighted or 0
        told = self._told
        rows = list(self._laid(told))
        self._rows = [story for _, story in rows]
        options.set_options(Option(row, disabled=story is None) for row, story in rows)
        open_ = [place for place, story in enumerate(self._rows) if story is not None]
        options.highlighted = min(open_, key=lambda place: abs(place - here)) if open_ else None
        gaps = sum(not each.meant and not each.fitting for each in coverage(told, self._setting.bank))
        count = "1 story" if len(told) == 1 else f"{len(told)} stories"
        self.query_one("#top", Static).update(
            Row(
                Content.styled("Story bank", "bold $here"),
                Content.styled(f"{count} · {gaps} {'gap' if gaps == 1 else 'gaps'}", "$quiet"),
            )
        )
        ways = [press("n", "begins a story", "screen.new")]
        if open_:
            ways.insert(0, press("enter", "opens the marked one", ""))
        self.query_one("#guide", KeyWords).update(Content.styled(" · ", "$quiet").join(ways))
        self.refresh_bindings()

    def _laid(self, told: tuple[Story, ...]) -> Iterator[tuple[Row, Story | None]]:
        """The rows with their stories."""
        for story in told:
            mend = lints(story)
            state = ("✓ well built", "$right") if not mend else (f"{len(mend)} to mend", "$due")
            yield Row(Content.assemble(story.title or "(no title)"), Content.styled(*state)), story
        if not told:
            yield Row(Content.styled("No story yet. n begins one.", "$quiet")), None
        progress = self._setting.record.progress
        done = [each for each in progress.lessons if progress.lesson(each).state == "done"]
        ready = offered(self._setting.lessons.values(), done, told)
        yield from _section("Finished lessons, as stories to begin with", bool(ready))
        for story in ready:
            yield Row(Content.styled(story.title), Content.styled("a lesson", "$quiet")), story
        covered = coverage(told, self._setting.bank)
        titles = {story.id: story.title or "(no title)" for story in told}
        yield from _section("What you will be asked, and the stories for it", bool(covered))
        for each in covered:
            glyph, style = (
                ("✓", "$right") if each.meant else ("◐", "$due") if each.fitting else ("○", "$quiet")
            )
            names = ", ".join(titles[name] for name in (*each.meant, *each.fitting)) or "a gap"
            left = Content.assemble((f"{glyph} ", style), each.prompt.question)
            yield Row(left, None, Content.styled(names, style), indent=2), None


def _section(title: str, wanted: bool) -> Iterator[tuple[Row, None]]:
    """A heading, if anything stands under it."""
    if wanted:
        yield Row(Content("")), None
        yield Row(Content.styled(title, "bold $here")), None
