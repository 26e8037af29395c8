"""A CSV of the learner's own: its path, completed while it is typed, and what speaks against it."""

from __future__ import annotations

import asyncio
from typing import ClassVar

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import Click
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from tutor.run import OwnFile
from tutor.ui.own_file import LIMIT, RefusedError, is_file, matches, read_file, shared
from tutor.ui.widgets.path_input import PathInput

ROWS = 8
"""Paths in sight."""
HINT = f"Enter opens · Tab completes · Esc back. Up to {LIMIT / 1e6:g} MB; it is read in the sandbox only."


class OpenFileScreen(ModalScreen[OwnFile | None]):
    """A field over the screen; dismissed with the file, or with None."""

    DEFAULT_CSS = """
    OpenFileScreen {
        align: center middle;
        Vertical { width: 76; max-width: 100%; height: auto; padding: 0 1; }
        Vertical { background: $surface; border: round $here; }
        #paths { height: 8; color: $quiet; pointer: pointer; }
        #words { height: auto; color: $quiet; }
        &.-refused #words { color: $wrong; }
    }
    """
    BINDING_GROUP_TITLE = "Open a CSV"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "back", key_display="esc", id="open-back", tooltip="Open nothing"),
    ]

    field = getters.query_one(PathInput)
    paths = getters.query_one("#paths", Static)
    words = getters.query_one("#words", Static)

    def __init__(self, typed: str = "") -> None:
        """Begin with what was typed last."""
        super().__init__()
        self.typed = typed
        self._matches: list[str] = []
        self._chosen = 0
        self._looked = ""
        """What was typed when the matches were looked for."""

    def compose(self) -> ComposeResult:
        """The field, what it may become, and why not."""
        with Vertical() as box:
            box.border_title = "Open a CSV of your own"
            yield PathInput(self.typed, placeholder="path of the file, ~ is your home", select_on_focus=False)
            yield Static(id="paths", markup=False)
            yield Static(HINT, id="words", markup=False)

    def on_mount(self) -> None:
        """List what there is."""
        self._look(self.typed)

    def action_back(self) -> None:
        """Open nothing."""
        self.dismiss(None)

    @on(Input.Changed)
    def _follow(self, event: Input.Changed) -> None:
        event.stop()
        self.typed = event.value
        self._say(HINT, refused=False)
        self._look(event.value)

    @on(Input.Submitted)
    def _open(self, event: Input.Submitted) -> None:
        """Open the file, or the marked one that its name begins; into a folder only go."""
        event.stop()
        path = event.value
        if self._matches and self._looked == path and not is_file(path):
            path = self._matches[self._chosen]
            self.field.put(path)
        if not path.endswith("/"):
            self._read(path)

    @on(PathInput.CompletionRequested)
    def _complete(self) -> None:
        """The marked path, or what all have in common."""
        if not self._matches:
            return
        common = shared(self._matches)
        longer = self._chosen == 0 and len(common) > len(self.field.value)
        self.field.put(common if longer else self._matches[self._chosen])

    @on(PathInput.Chosen)
    def _choose(self, event: PathInput.Chosen) -> None:
        event.stop()
        self._chosen = max(0, min(len(self._matches) - 1, self._chosen + event.by))
        self._list()

    def on_click(self, event: Click) -> None:
        """A click takes a path; outside of the box it leads back."""
        if event.widget is self.paths:
            place = self._first + event.y
            if place < len(self._matches):
                self.field.put(self._matches[place])
        elif event.widget is self:
            self.dismiss(None)

    @work(exclusive=True, group="look", exit_on_error=False)
    async def _look(self, typed: str) -> None:
        """List what begins like this; a slow disk holds nothing up."""
        self._matches = await asyncio.to_thread(matches, typed)
        self._chosen, self._looked = 0, typed
        self._list()

    @work(exclusive=True, group="read", exit_on_error=False)
    async def _read(self, typed: str) -> None:
        """Hand over the file, or say why not."""
        try:
            file = await asyncio.to_thread(read_file, typed)
        except RefusedError as refused:
            self._say(str(refused), refused=True)
        else:
            self.dismiss(file)

    @property
    def _first(self) -> int:
        """The first path in sight."""
        return max(0, min(self._chosen - ROWS // 2, len(self._matches) - ROWS))

    def _list(self) -> None:
        """The paths in sight, one marked."""
        lines = [
            Content.assemble(("▸ ", "$here"), (path, "bold"))
            if place == self._chosen
            else Content(f"  {path}")
            for place, path in list(enumerate(self._matches))[self._first : self._first + ROWS]
        ]
        self.paths.update(
            Content("\n").join(lines) if lines else "  (no table and no folder begins like this)"
        )

    def _say(self, words: str, *, refused: bool) -> None:
        """What to do, or what is in the way."""
        self.set_class(refused, "-refused")
        self.words.update(("✗ " if refused else "") + words)
