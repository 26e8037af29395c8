"""What a run prints, as it comes: the beginning and the end of it, never unbounded."""

from __future__ import annotations

from collections import deque
from typing import Literal

from textual.content import Content
from textual.widget import Widget

HEAD = 200
TAIL = 400
WIDEST = 2000
"""Characters of a line that are kept."""


class StreamText(Widget):
    """Lines of stdout and stderr in the order they came; never parsed as markup."""

    DEFAULT_CSS = """
    StreamText { height: auto; width: 1fr; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._head: list[tuple[str, str]] = []
        self._tail: deque[tuple[str, str]] = deque(maxlen=TAIL)
        self._left_out = 0
        self._open: tuple[str, str] | None = None

    @property
    def blank(self) -> bool:
        """Whether nothing was printed."""
        return not self._head and self._open is None

    @property
    def text(self) -> str:
        """All that is kept, plain."""
        return self.render().plain

    def clear(self) -> None:
        """Begin anew."""
        self._head.clear()
        self._tail.clear()
        self._left_out = 0
        self._open = None
        self.refresh(layout=True)

    def write(self, stream: Literal["stdout", "stderr"], text: str) -> None:
        """Add a piece; it may end in the middle of a line."""
        for piece in text.splitlines(keepends=True):
            if self._open is not None and self._open[0] != stream:
                self._close()
            before = self._open[1] if self._open is not None else ""
            self._open = (stream, before + piece.rstrip("\r\n"))
            if piece.endswith("\n"):
                self._close()
        self.refresh(layout=True)

    def render(self) -> Content:
        lines = list(self._head)
        if self._left_out:
            lines.append(("note", f"… {self._left_out} lines left out …"))
        lines += self._tail
        if self._open is not None:
            lines.append(self._open)
        styles = {"stdout": "$foreground", "stderr": "$due", "note": "$quiet italic"}
        return Content("\n").join(Content.styled(text, styles[stream]) for stream, text in lines)

    def _close(self) -> None:
        """The open line is complete."""
        if self._open is None:
            return
        stream, text = self._open
        line = (stream, text if len(text) <= WIDEST else text[:WIDEST] + " …")
        self._open = None
        if len(self._head) < HEAD:
            self._head.append(line)
            return
        if len(self._tail) == TAIL:
            self._left_out += 1
        self._tail.append(line)
