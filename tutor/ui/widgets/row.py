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
    """Keeps `right` at the right edge whatever the width; `left` gives way first, `below` wraps, indented."""

    def __init__(
        self, left: Content, right: Content | None = None, below: Content | None = None, *, indent: int = 0
    ) -> None:
        self.left = left
        self.right = right or Content("")
        self.below = below
        self.indent = indent

    def lines(self, width: int) -> Iterator[Content]:
        """The lines of the row in `width` cells."""
        room = width - self.right.cell_length - GAP if self.right else width
        if room < GAP:
            yield self.left.truncate(width, ellipsis=True)
        elif self.right:
            left = self.left.truncate(room, ellipsis=True, pad=True)
            yield Content.assemble(left, " " * GAP, self.right)
        else:
            yield self.left.truncate(room, ellipsis=True)
        if self.below is not None:
            for line in self.below.wrap(max(1, width - self.indent)):
                yield line.pad_left(self.indent)

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
        return 1 if self.below is None else sum(1 for _ in self.lines(width))
