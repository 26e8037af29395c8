"""Bringing some lines of a widget into view."""

from __future__ import annotations

from textual.geometry import Region
from textual.widget import Widget


def into_view(widget: Widget, top: int, height: int) -> None:
    """Scroll what holds the widget so that `height` lines from its line `top` can be seen."""
    for holder in widget.ancestors:
        if isinstance(holder, Widget) and holder.is_scrollable and holder.max_scroll_y:
            start = widget.content_region.offset - holder.content_region.offset + holder.scroll_offset
            lines = Region(0, top, widget.content_region.width, height)
            holder.scroll_to_region(lines.translate(start), animate=False)
            return
