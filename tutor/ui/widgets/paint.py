"""From the charts' paints to the theme's colours."""

from __future__ import annotations

from collections.abc import Mapping

from rich.color import Color as RichColor
from rich.segment import Segment
from rich.style import Style
from textual.color import Color, ColorParseError
from textual.strip import Strip

from tutor.charts.cells import Cells, Run
from tutor.charts.palette import DARK, LIGHT, RGB, Palette
from tutor.ui.theme import CLASSES

PLAIN = frozenset({"text", "title"})
"""Paints that take the widget's own colour."""


def palette_of(variables: Mapping[str, str], ground: Color, *, dark: bool) -> Palette:
    """The theme's colours as a chart palette; `ground` is what lies behind the chart."""
    spare = DARK if dark else LIGHT

    def rgb(name: str, default: RGB) -> RGB:
        try:
            color = Color.parse(variables.get(name, ""))
        except ColorParseError:
            return default
        return default if color.ansi is not None else color.rgb

    return Palette(
        ground=spare.ground if ground.ansi is not None else ground.rgb,
        text=rgb("foreground", spare.text),
        muted=rgb("quiet", spare.muted),
        classes=tuple(rgb(name, default) for name, default in zip(CLASSES, spare.classes, strict=True)),
        region_strength=spare.region_strength,
    )


class Painter:
    """Turns cells into strips; each look becomes a style once."""

    def __init__(self, palette: Palette, plain: Style) -> None:
        self._palette = palette
        self._plain = plain
        self._styles: dict[tuple[str | None, str | None, bool], Style] = {}

    def strips(self, cells: Cells) -> list[Strip]:
        """One strip for each row."""
        return [Strip([self._segment(run) for run in row], cells.width) for row in cells.rows]

    def _segment(self, run: Run) -> Segment:
        look = (run.front, run.back, run.bold)
        style = self._styles.get(look)
        if style is None:
            style = self._styles[look] = self._style(run)
        return Segment(run.text, style)

    def _style(self, run: Run) -> Style:
        front = None if run.front is None or run.front in PLAIN else self._color(run.front)
        back = None if run.back is None else self._color(run.back)
        return self._plain + Style(color=front, bgcolor=back, bold=run.bold or None)

    def _color(self, paint: str) -> RichColor:
        return RichColor.from_rgb(*self._palette.rgb(paint))
