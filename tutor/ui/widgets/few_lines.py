"""Text in no more lines than there is room for, and where the rest stands."""

from __future__ import annotations

from textual.content import Content


def few(lines: list[Content], most: int, width: int, more: str) -> list[Content]:
    """At most `most` lines (0: all), the last one ending in the key `more` that leads to what is left out."""
    if not most or len(lines) <= most:
        return lines
    end = Content.assemble(" … ", (more, "$here"))
    last, room = lines[most - 1], max(0, width - end.cell_length)
    if last.cell_length > room:
        cut = last.truncate(room + 1)
        last = cut[: max(0, cut.plain.rfind(" "))]
    return [*lines[: most - 1], last + end]
