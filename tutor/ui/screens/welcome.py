"""The first screen of all: why the learner is here, how far they are, and the colours."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.getters import query_one
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Input, Static

from tutor.ui.theme import LABELS
from tutor.ui.widgets.key_line import KeyLine
from tutor.ui.widgets.picker import Picker

GOALS = {"road": "learn the road", "refresh": "refresh", "interview": "an interview"}
LEVELS = {"new": "new to it", "some": "know some", "work": "work with it"}

GREETING = Content.from_markup(
    """[b]From nothing to hired[/b]

Predict, run, prove: every lesson asks you what will happen, runs real scikit-learn beside the text, \
and explains what you saw. Everything works offline and is kept on this machine."""
)


class WelcomeScreen(Screen[None]):
    """Three questions, each with an answer already chosen, so that Enter is enough."""

    CSS_PATH = "welcome.tcss"
    HELP = """\
    # Welcome

    Arrow keys choose, **Enter** begins with the first lesson, **Esc** skips to the road.
    The theme can be changed later under settings.
    """
    BINDING_GROUP_TITLE = "Welcome"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "begin", "begin", key_display="enter", id="begin", tooltip="Open the first lesson"),
        Binding("escape", "skip", "skip", key_display="esc", id="skip", tooltip="Go to the road"),
    ]

    when = query_one("#when", Input)

    @dataclass
    class Done(Message):
        """What the learner said; empty when skipped. `date` is ISO 8601 or empty."""

        goal: str
        level: str
        date: str
        skipped: bool

    @dataclass
    class ThemeChosen(Message):
        """Show this theme at once."""

        theme: str

    def __init__(self, today: date, theme: str) -> None:
        super().__init__()
        self._today = today
        self._theme_chosen = theme

    def compose(self) -> ComposeResult:
        """The greeting and the questions."""
        with VerticalScroll(can_focus=False):
            yield Static(GREETING, id="greeting")
            yield Picker("What brings you here?", GOALS, "road", name="goal")
            yield Input(placeholder="on which day? 2027-01-31", id="when", compact=True, max_length=10)
            yield Static("", id="problem")
            yield Picker("How much machine learning do you know?", LEVELS, "new", name="level")
            yield Picker("Which colours are easy on your eyes?", LABELS, self._theme_chosen, name="theme")
        yield KeyLine()

    @on(Picker.Changed, "#goal")
    def ask_for_the_day(self, event: Picker.Changed) -> None:
        """An interview has a date."""
        self.set_class(event.value == "interview", "-dated")

    @on(Picker.Changed, "#theme")
    def show_theme(self, event: Picker.Changed) -> None:
        """Colours are seen, not imagined."""
        self.post_message(self.ThemeChosen(event.value))

    @on(Input.Submitted)
    def action_begin(self) -> None:
        """Take the answers and go; a date that is none is pointed out."""
        goal = self.query_one("#goal", Picker).value
        problem = self._problem() if goal == "interview" else ""
        self.query_one("#problem", Static).update(Content.styled(problem, "$wrong"))
        if problem:
            self.when.focus()
            return
        level = self.query_one("#level", Picker).value
        day = self.when.value.strip() if goal == "interview" else ""
        self.post_message(self.Done(goal, level, day, skipped=False))

    def action_skip(self) -> None:
        """Go on without answers."""
        self.post_message(self.Done("", "", "", skipped=True))

    def _problem(self) -> str:
        """What is wrong with the date, empty if nothing; without a date one may go on."""
        words = self.when.value.strip()
        if not words:
            return ""
        try:
            day = date.fromisoformat(words)
        except ValueError:
            return "Write the day as year-month-day, such as 2027-01-31, or leave it empty."
        return "That day has passed." if day < self._today else ""
