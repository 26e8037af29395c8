"""A Python editor: coloured, indenting as Python wants, with the line of an error marked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, TypeAlias

from rich.style import Style
from rich.text import Text
from textual.binding import Binding, BindingType
from textual.cache import LRUCache
from textual.content import Content, Span
from textual.events import Key, MouseDown
from textual.message import Message
from textual.widgets import TextArea
from textual.widgets.text_area import Selection

from tutor.ui.widgets.coloring import colored
from tutor.ui.widgets.typing_aid import Place, TypingAid

if TYPE_CHECKING:
    from tutor.sandbox.completion.answers import Completion, Signature

INDENT = 4

KEPT = 500
"""Lines that are kept as drawn."""

Drawn: TypeAlias = tuple[str, tuple[Span, ...]]
"""A line and its colours."""


class Editor(TextArea):
    """Source text; esc posts `Left`, every edit posts TextArea's `Changed`."""

    HELP = """## The editor

Ordinary editing keys; **tab** and **shift+tab** indent, **ctrl+z** and **ctrl+y** undo and redo, **F5**
runs what stands here, **ctrl+r** brings the lesson's own code back (that can be undone too), **esc**
leaves and keeps everything.

While you type, a list offers names: **↑** and **↓** mark one, **enter** or **tab** takes it, **esc** closes
the list. **F1** shows the documentation of the name under the cursor.
"""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1", "docs", "Docs", show=False, tooltip="The documentation of the name under the cursor"),
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {"editor--error"}
    DEFAULT_CSS = """
    Editor {
        border: none;
        padding: 0;
        scrollbar-size: 1 1;
        background: transparent;
        &:focus { border: none; }
        .editor--error { background: $wrong 30%; }
    }
    """

    @dataclass
    class Left(Message):
        """The learner wants out of the editor."""

        editor: Editor

    class Entered(Message):
        """The learner is in the editor now."""

    @dataclass
    class Asked(Message):
        """What may stand at the cursor? The answer goes to `offer`."""

        editor: Editor
        place: Place
        names: bool
        """Whether names are wanted, not the signature only."""

    @dataclass
    class DocsAsked(Message):
        """What is known of the name under the cursor?"""

        editor: Editor

    def __init__(self, text: str = "", *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(
            text,
            id=id,
            soft_wrap=False,
            tab_behavior="indent",
            show_line_numbers=True,
            highlight_cursor_line=False,
        )
        self.indent_width = INDENT
        self._error_line: int | None = None
        self._colored_text: str | None = None
        self._colored: list[Content] = []
        self._drawn = LRUCache[Drawn, Text](KEPT)
        """Lines as TextArea wants them, kept while they stay as they are."""
        self._aid = TypingAid(self, self._ask)

    @property
    def error_line(self) -> int | None:
        """The marked line (1-based)."""
        return self._error_line

    def mark(self, line: int | None) -> None:
        """Mark the line (1-based) that went wrong and bring it into view; None clears the mark."""
        self._error_line = line
        self.notify_style_update()
        self.refresh()
        if line is not None and 1 <= line <= self.document.line_count:
            self.cursor_location = (line - 1, 0)
            self.call_after_refresh(self.scroll_cursor_visible)

    def put(self, text: str) -> None:
        """Replace everything, in a way that undo takes back."""
        self.replace(text, self.document.start, self.document.end)
        self.cursor_location = (0, 0)

    def notify_style_update(self) -> None:
        """Colours belong to a theme."""
        self._colored_text = None
        self._drawn.clear()
        super().notify_style_update()

    def get_line(self, line_index: int) -> Text:
        """The line in colour."""
        if self.text != self._colored_text:
            self._color()
        line = self._rich(self._colored[line_index]) if line_index < len(self._colored) else Text("", end="")
        if self._error_line == line_index + 1:
            ground = self.get_visual_style("editor--error").rich_style.bgcolor
            line.stylize(Style(bgcolor=ground, underline=True))
        return line

    def _color(self) -> None:
        """Colour the text."""
        self._colored_text = self.text
        self._colored = colored(self._colored_text, INDENT)

    def _rich(self, line: Content) -> Text:
        """A copy of the line as TextArea wants it."""
        key = line.plain, tuple(line.spans)
        text = self._drawn.get(key)
        if text is None:
            text = self._drawn[key] = Text("", end="", no_wrap=True)
            for segment in line.render_segments(self.visual_style):
                text.append(segment.text, segment.style)
        return text.copy()

    async def on_key(self, event: Key) -> None:
        """Leave, indent and break lines as Python editors do; an open list of names comes first."""
        if self._aid.key(event):
            event.stop()
            event.prevent_default()
            return
        actions = {"escape": self._leave, "enter": self._break_line, "shift+tab": self._dedent}
        action = actions.get(event.key)
        if event.key == "tab" and self.selection.start[0] != self.selection.end[0]:
            action = self._indent
        if action is not None:
            event.stop()
            event.prevent_default()
            action()

    def offer(self, place: Place, names: Sequence[Completion], call: Signature | None) -> None:
        """Show names and the call's signature, if the cursor is still where they were asked for."""
        self._aid.offer(place, names, call)

    def action_docs(self) -> None:
        """Ask for the documentation."""
        self.post_message(self.DocsAsked(self))

    def on_text_area_changed(self) -> None:
        """Names follow what is typed."""
        self._aid.changed()

    def on_mouse_down(self, _event: MouseDown) -> None:
        """The cursor goes elsewhere."""
        self._aid.close()

    def on_focus(self) -> None:
        """Say so."""
        self.post_message(self.Entered())

    def on_blur(self) -> None:
        """Nobody types here."""
        self._aid.close()

    def on_unmount(self) -> None:
        """Leave nothing on the screen."""
        self._aid.remove()

    def _ask(self) -> None:
        """Ask what may stand at the cursor."""
        place, word = self._aid.place()
        self.post_message(self.Asked(self, place, names=bool(word) or place.wants_names))

    def _leave(self) -> None:
        """Ask to leave."""
        self.post_message(self.Left(self))

    def _break_line(self) -> None:
        """A new line as deep as this one, deeper after a colon."""
        start, end = sorted(self.selection)
        before = self.document.get_line(start[0])[: start[1]]
        depth = len(before) - len(before.lstrip(" "))
        if before.rstrip().endswith(":"):
            depth += INDENT
        self.replace("\n" + " " * depth, start, end, maintain_selection_offset=False)

    def _indent(self) -> None:
        """Move the selected lines right."""
        self._shift(lambda line: " " * INDENT + line if line.strip() else line)

    def _dedent(self) -> None:
        """Move the line or the selected lines left."""
        self._shift(lambda line: line[min(INDENT, len(line) - len(line.lstrip(" "))) :])

    def _shift(self, change: Callable[[str], str]) -> None:
        """Change the selected lines and keep them selected."""
        first, last = sorted((self.selection.start[0], self.selection.end[0]))
        old = [self.document.get_line(row) for row in range(first, last + 1)]
        new = [change(line) for line in old]
        if new == old:
            return
        moved = {first + at: len(new[at]) - len(old[at]) for at in range(len(old))}
        start, end = (
            (row, max(0, column + moved[row])) for row, column in (self.selection.start, self.selection.end)
        )
        self.replace("\n".join(new), (first, 0), (last, len(old[-1])))
        self.selection = Selection(start, end)
