"""What a terminal shows that is too small to show anything else."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.screen import Screen
from textual.widgets import Static


class TooSmallScreen(Screen[None]):
    """Covers the app until the terminal is enlarged; what lies beneath stays as it is."""

    DEFAULT_CSS = """
    TooSmallScreen { align: center middle; }
    TooSmallScreen Static { width: auto; max-width: 100%; text-align: center; }
    """

    def __init__(self, smallest: tuple[int, int], *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self._smallest = smallest

    def compose(self) -> ComposeResult:
        """One calm sentence."""
        columns, rows = self._smallest
        yield Static(f"Please enlarge the terminal to {columns}×{rows} or more. Nothing is lost.")
