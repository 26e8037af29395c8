"""Markdown on the screen, in one widget: cheap enough for a whole lesson."""

from __future__ import annotations

from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget

from tutor.ui.widgets.few_lines import few
from tutor.ui.widgets.prose import Block, blocks, flow


class ProseView(Widget):
    """Markdown text, wrapped to the width there is."""

    DEFAULT_CSS = """
    ProseView { width: 1fr; height: auto; text-wrap: nowrap; }
    """

    most: reactive[int] = reactive(0, layout=True)
    """Lines at most, 0 for all."""

    def __init__(
        self,
        markdown: str = "",
        *,
        more: str = "",
        id: str | None = None,  # noqa: A002
        classes: str | None = None,
    ) -> None:
        """`more` is the key that leads to the whole text where only its first lines are shown."""
        super().__init__(id=id, classes=classes)
        self._more = more
        self._blocks: tuple[Block, ...] = blocks(markdown)
        self._lines: tuple[int, list[Content]] = (-1, [])

    def watch_most(self) -> None:
        """More lines, or fewer."""
        self._lines = (-1, [])

    def put(self, markdown: str) -> None:
        """Show another text."""
        self.put_blocks(blocks(markdown))

    def put_blocks(self, parts: tuple[Block, ...]) -> None:
        """Show these blocks."""
        self._blocks = parts
        self._lines = (-1, [])
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """As many lines as the text takes at this width."""
        return len(self._wrapped(width))

    def render(self) -> Content:
        """The text in lines."""
        return Content("\n").join(self._wrapped(self.content_size.width))

    def _wrapped(self, width: int) -> list[Content]:
        if self._lines[0] != width:
            self._lines = (width, few(flow(self._blocks, max(1, width)), self.most, width, self._more))
        return self._lines[1]
