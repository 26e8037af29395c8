"""A field for a path: Tab completes it, the arrows choose among what it may become."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input


class PathInput(Input):
    """An input whose owner knows the paths."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "complete", "complete", tooltip="Complete the path as far as it is clear"),
        Binding("up", "choose(-1)", "up", show=False, tooltip="The path above"),
        Binding("down", "choose(1)", "down", show=False, tooltip="The path below"),
    ]
    DEFAULT_CSS = """
    PathInput, PathInput:focus { border: none; height: 1; padding: 0; background: $surface; }
    """

    class CompletionRequested(Message):
        """As far as it is clear, please."""

    @dataclass
    class Chosen(Message):
        """Another one of the list."""

        by: int

    def action_complete(self) -> None:
        """Ask for the rest of the path."""
        self.post_message(self.CompletionRequested())

    def action_choose(self, by: int) -> None:
        """Ask for a neighbour in the list."""
        self.post_message(self.Chosen(by))

    def put(self, path: str) -> None:
        """This path from now on, the cursor behind it."""
        self.value = path
        self.cursor_position = len(path)
