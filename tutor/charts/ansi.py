"""Drawings as text: plain for pipes, with colour for terminals."""

from __future__ import annotations

from tutor.charts.cells import Cells, Paint, Run
from tutor.charts.palette import DARK, RGB, Palette

LEVELS = (0, 95, 135, 175, 215, 255)
QUIET = {"text": "39", "title": "39", "muted": "90", "axis": "90"}
"""Paints that follow the terminal's own colours, so that they read on any ground."""


def to_text(cells: Cells, *, ansi: bool = False, truecolor: bool = True, palette: Palette = DARK) -> str:
    """Lines without trailing blanks, joined by newlines; `ansi` adds colours, of 256 without `truecolor`."""
    lines = []
    for row in cells.rows:
        if not ansi:
            lines.append("".join(run.text for run in row).rstrip())
            continue
        while row and row[-1].back is None and not row[-1].text.strip():
            row = row[:-1]
        lines.append("".join(_colored(run, truecolor, palette) for run in row))
    return "\n".join(lines)


def _colored(run: Run, truecolor: bool, palette: Palette) -> str:
    codes = ["1"] if run.bold else []
    if run.front is not None:
        codes.append(QUIET.get(run.front) or _code("38", run.front, truecolor, palette))
    if run.back is not None:
        codes.append(_code("48", run.back, truecolor, palette))
    codes = [code for code in codes if code != "39"]
    return f"\x1b[{';'.join(codes)}m{run.text}\x1b[0m" if codes else run.text


def _code(ground: str, paint: Paint, truecolor: bool, palette: Palette) -> str:
    color = palette.rgb(paint)
    if truecolor:
        return f"{ground};2;{color[0]};{color[1]};{color[2]}"
    return f"{ground};5;{nearest(color)}"


def nearest(color: RGB) -> int:
    """The nearest of xterm's 216 cube colours and 24 greys, by number."""
    steps = [min(range(6), key=lambda step, part=part: abs(LEVELS[step] - part)) for part in color]  # type: ignore[misc]
    cube: RGB = (LEVELS[steps[0]], LEVELS[steps[1]], LEVELS[steps[2]])
    shade = max(0, min(23, round((sum(color) / 3 - 8) / 10)))
    grey = 8 + 10 * shade
    if _distance(color, (grey, grey, grey)) < _distance(color, cube):
        return 232 + shade
    return 16 + 36 * steps[0] + 6 * steps[1] + steps[2]


def _distance(first: RGB, second: RGB) -> int:
    return sum((a - b) ** 2 for a, b in zip(first, second, strict=True))
