"""The crime scenes: scripts that report a number too good to be true."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from textual import getters, on
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from tutor.course.crimes import Crime, read_crimes
from tutor.course.errors import ContentError
from tutor.grading.scene import Solving, solving
from tutor.learner.store import Record
from tutor.ui.ports import Runner
from tutor.ui.widgets.key_line import KeyLine
from tutor.ui.widgets.key_words import KeyWords, keys
from tutor.ui.widgets.row import Row

ABOUT = (
    "Scripts that report a number too good to be true. Mark the line, say why, mend it, see the honest one."
)
NONE = "This course has no crime scenes."


class CrimesScreen(Screen[None]):
    """Every scene with how far it is solved."""

    HELP = """\
    # Crime scenes

    Each is a script as somebody at work would write it, with a crime in it that flatters its number.
    **Enter** opens the one that is marked, the arrows walk the list, **Esc** goes back.
    """
    BINDING_GROUP_TITLE = "Crime scenes"
    CSS_PATH = "crimes.tcss"
    AUTO_FOCUS = "OptionList"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "back", key_display="esc", id="crimes.back", tooltip="Back"),
    ]

    rows = getters.query_one(OptionList)

    def __init__(self, crimes: Sequence[Crime], record: Record, runner: Runner, *, seed: int) -> None:
        super().__init__()
        self._crimes = tuple(crimes)
        self._record = record
        self._runner = runner
        self._seed = seed

    def compose(self) -> ComposeResult:
        """What this is, the scenes, the keys."""
        yield Static(id="top", markup=False)
        yield Static(ABOUT if self._crimes else NONE, id="about", markup=False)
        yield OptionList()
        yield KeyWords(keys(("enter", "opens the scene")) if self._crimes else "", id="guide")
        yield KeyLine()

    def on_mount(self) -> None:
        """List the scenes; the first that is not solved is marked."""
        self._list()
        open_ones = [place for place, each in enumerate(self._crimes) if not self._solving(each).solved]
        if self._crimes:
            self.rows.highlighted = open_ones[0] if open_ones else 0

    def on_screen_resume(self) -> None:
        """Something may have been solved meanwhile."""
        here = self.rows.highlighted
        self._list()
        self.rows.highlighted = here

    @on(OptionList.OptionSelected)
    def _open(self, event: OptionList.OptionSelected) -> None:
        """To the scene."""
        from tutor.ui.screens.crime import CrimeScreen

        event.stop()
        crime = self._crimes[event.option_index]
        self.app.push_screen(CrimeScreen(crime, self._record, self._runner, seed=self._seed))

    def _list(self) -> None:
        done = sum(self._solving(each).solved for each in self._crimes)
        told = Content.styled(f"{done} of {len(self._crimes)} solved", "$quiet") if self._crimes else None
        self.query_one("#top", Static).update(Row(Content.styled("Crime scenes", "bold"), told))
        rows = [
            Option(row(number, each, self._solving(each)))
            for number, each in enumerate(self._crimes, start=1)
        ]
        self.rows.set_options(rows)

    def _solving(self, crime: Crime) -> Solving:
        return solving(self._record, crime)


def open_crimes(app: App[None], root: Path, record: Record, runner: Runner, seed: int) -> None:
    """The crime scenes of the course in `root`, over what is shown; a fault in one is said."""
    try:
        crimes = read_crimes(root)
    except ContentError as fault:
        app.notify(str(fault), title="The crime scenes cannot be read", severity="warning", markup=False)
        return
    app.push_screen(CrimesScreen(crimes, record, runner, seed=seed))


def row(number: int, crime: Crime, found: Solving) -> Row:
    """One scene: its title, and how far it is."""
    glyph, style = (
        ("✓", "$right") if found.solved else ("◐", "$due") if found.line is not None else ("○", "$quiet")
    )
    left = Content.assemble((f"{glyph} ", style), (f"{number:>2} ", "$quiet"), crime.title)
    return Row(left, Content.styled(standing(found), "$quiet"), indent=5)


def standing(found: Solving) -> str:
    """How far a scene is, in words."""
    if found.line is None and found.mended is None:
        return "new"
    line = f"line {found.line:.0%}" if found.line is not None else "line open"
    if found.mended is None:
        return f"{line} · not mended yet"
    return f"{line} · {'mended' if found.solved else 'mending'} {found.mended:.0%}"
