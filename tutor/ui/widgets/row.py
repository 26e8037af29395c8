"""A row of a list: words to the left, a remark to the right, and what needs more lines beneath."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual

GAP = 2


class Row(Visual):
    """Keeps `right` at the right edge; what of `left` does not fit beside it goes on beneath, indented."""

    def __init__(
        self, left: Content, right: Content | None = None, below: Content | None = None, *, indent: int = 0
    ) -> None:
        self.left = left
        self.right = right or Content("")
        self.below = below
        self.indent = indent
        self._laid: tuple[int, tuple[Content, ...]] | None = None

    def lines(self, width: int) -> tuple[Content, ...]:
        """The lines of the row in `width` cells."""
        if self._laid is None or self._laid[0] != width:
            self._laid = width, tuple(self._lay(width))
        return self._laid[1]

    def _lay(self, width: int) -> Iterator[Content]:
        room = width - self.right.cell_length - GAP if self.right else width
        beside, beneath = self._broken(room)
        yield (
            Content.assemble(beside.truncate(room, pad=True), " " * GAP, self.right) if self.right else beside
        )
        for part in (beneath, self.below):
            if part:
                for line in part.wrap(max(1, width - self.indent)):
                    yield line.pad_left(self.indent)

    def _broken(self, room: int) -> tuple[Content, Content | None]:
        """The words of `left` that fit into `room` cells, and the rest."""
        if self.left.cell_length <= room:
            return self.left, None
        space = self.left.plain.rfind(" ", self.indent, max(self.indent, room + 1))
        cut = space if space > self.indent else max(1, room)
        return self.left[:cut], self.left[cut + (space == cut) :]

    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        """Part of the Visual protocol."""
        strips = [
            strip
            for line in self.lines(width)
            for strip in line.truncate(width).render_strips(width, 1, style, options)
        ]
        return strips[:height]

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:  # noqa: ARG002
        """Part of the Visual protocol: as wide as it may be."""
        return container_width

    def get_height(self, rules: RulesMap, width: int) -> int:  # noqa: ARG002
        """Part of the Visual protocol."""
        return len(self.lines(width))
