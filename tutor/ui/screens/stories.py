"""The story bank: the learner's own stories, the questions that they answer, what to mend."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from tutor.interview.stories import (
    DRAFT,
    DROPPED,
    KIND,
    READ,
    Covered,
    Story,
    coverage,
    lints,
    offered,
    stories,
    undrafted,
)
from tutor.ui.screens.interviews import Setting
from tutor.ui.widgets.key_line import KeyLine
from tutor.ui.widgets.key_words import KeyWords, press
from tutor.ui.widgets.row import Row

PRIVATE = "Your stories stay in your record on this machine; nothing sends them anywhere."


class StoriesScreen(Screen[None]):
    """Stories, lessons that may become stories, and the questions about the learner with what covers them."""

    HELP = """\
    # The story bank

    **n** begins a story, **Enter** opens the one that is marked: five parts, as interviewers want them.
    **d**, pressed twice, drops it. Below stand finished lessons to begin a story with, and the personal
    questions with the stories that cover them: **✓** meant for it, **◐** fits by its words, **○** a gap.
    **Enter** on a question begins a story that is meant for it.
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
        self._dropping: str | None = None
        """The story that another press drops."""

    def compose(self) -> ComposeResult:
        """What is kept where, the list, the keys."""
        yield Static(id="top")
        yield Static(PRIVATE, id="about", markup=False)
        yield OptionList(markup=False)
        yield KeyWords(id="guide")
        yield KeyLine()

    def on_mount(self) -> None:
        """List what there is, with the story that a sudden end cut short."""
        kept = self._setting.record.draft(DRAFT)
        if kept is not None and (story := undrafted(kept)) is not None:
            self._keep(story)
            name = story.title or "(no title)"
            self.notify(f"“{name}” was cut short; it is kept as you left it.", markup=False)
        self._list()

    def check_action(self, action: str, _parameters: tuple[object, ...]) -> bool | None:
        """Only a story of the learner's own can be dropped."""
        return action != "drop" or self._marked in self._told

    def action_leave(self) -> None:
        """Back."""
        self.dismiss(None)

    def action_new(self) -> None:
        """Begin a story."""
        self._edit(self._fresh())

    def action_drop(self) -> None:
        """Drop the marked story when it is said twice; the log keeps what was."""
        if (story := self._marked) is None:
            return
        if self._dropping != story.id:
            self._dropping = story.id
            self.notify(f"d once more drops “{story.title or '(no title)'}”.", markup=False)
            return
        self._setting.record.append(DROPPED, {"story": story.id})
        self._list()

    @on(OptionList.OptionSelected)
    def _open(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if (story := self._rows[event.option_index]) is not None:
            self._edit(story)

    @on(OptionList.OptionHighlighted)
    def _mark(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        self._dropping = None
        self.refresh_bindings()

    @work(group="story", exclusive=True, exit_on_error=False)
    async def _edit(self, story: Story) -> None:
        """Tell a story; what was told is kept."""
        from tutor.ui.screens.story import StoryScreen

        record = self._setting.record
        asks = [each.prompt for each in coverage((), self._setting.bank)]
        told = await self.app.push_screen_wait(StoryScreen(story, asks, record))
        if told is not None and told != story:
            self._keep(told)
        else:
            record.save_draft(DRAFT, None)
        self._list(told.id if told is not None else "")

    def _keep(self, story: Story) -> None:
        """Into the record; the draft has done its work."""
        self._setting.record.append(KIND, story.body)
        self._setting.record.save_draft(DRAFT, None)

    def _fresh(self, *questions: str) -> Story:
        """A story that is not told yet, meant for these questions."""
        moment = self._setting.now().isoformat(timespec="microseconds")
        return Story(id=f"story-{moment}", title="", questions=questions)

    @property
    def _told(self) -> tuple[Story, ...]:
        """The stories in the record."""
        return stories(self._setting.record.events(*READ))

    @property
    def _marked(self) -> Story | None:
        """The story under the cursor."""
        here = self.query_one(OptionList).highlighted
        return self._rows[here] if here is not None and here < len(self._rows) else None

    def _list(self, mark: str = "") -> None:
        """Fill the list, and mark a story, or what is nearest to what was marked."""
        options = self.query_one(OptionList)
        here = options.highlighted or 0
        told = self._told
        rows = list(self._laid(told))
        self._rows = [story for _, story in rows]
        options.set_options(Option(row, disabled=story is None) for row, story in rows)
        open_ = {place: story.id for place, story in enumerate(self._rows) if story is not None}
        here = next((place for place, name in open_.items() if name == mark), here)
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
            ways.insert(0, press("enter", "opens what is marked", ""))
        self.query_one("#guide", KeyWords).update(Content.styled(" · ", "$quiet").join(ways))
        self.refresh_bindings()

    def _laid(self, told: tuple[Story, ...]) -> Iterator[tuple[Row, Story | None]]:
        """The rows with their stories."""
        for story in told:
            mend = lints(story)
            state = ("✓ well built", "$right") if not mend else (f"{len(mend)} to mend", "$due")
            below = Content("\n").join(Content.styled(f"  {lint}", "$quiet") for lint in mend)
            yield Row(Content.assemble(story.title or "(no title)"), Content.styled(*state), below), story
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
            first = next((story for story in told if story.id in each.meant), None)
            yield _asked(each, titles), first or self._fresh(each.prompt.id)


def _section(title: str, wanted: bool) -> Iterator[tuple[Row, None]]:
    """A heading, if anything stands under it."""
    if wanted:
        yield Row(Content("")), None
        yield Row(Content.styled(title, "bold $here")), None


def _asked(each: Covered, titles: Mapping[str, str]) -> Row:
    """A question about the learner, and the stories for it."""
    glyph, style = ("✓", "$right") if each.meant else ("◐", "$due") if each.fitting else ("○", "$quiet")
    names = ", ".join(titles[name] for name in (*each.meant, *each.fitting)) or "a gap"
    left = Content.assemble((f"{glyph} ", style), each.prompt.question)
    return Row(left, None, Content.styled(names, style), indent=2)
