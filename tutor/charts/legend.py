"""Legends: which mark stands for what."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from tutor.charts.cells import Box, Canvas, Run
from tutor.charts.palette import CLASS, DIVERGE, HEAT, REGION
from tutor.charts.regions import SHADES, TEXTURES, extent
from tutor.charts.scale import numbers
from tutor.charts.strokes import patterns
from tutor.charts.ticks import write
from tutor.charts.words import clean, clip, width
from tutor.figure import Bars, Line, Mark, Points, Raster

Entry: TypeAlias = tuple[Run, ...]

MARKERS = "●▲■◆○△□◇"
BARS = "█▒▓░#=+:"
"""The ink of bars without colour, by colour index."""
SAMPLES = {(1,): "⠤⠤⠤⠤", (7, 3): "⠤⠤ ⠤", (1, 3): "⠄⠄⠄⠄", (8, 3, 2, 3): "⠤⠤ ⠄", (4, 4): "⠤ ⠤ "}
RAMP = 8
GAP = 2


def entries(marks: Sequence[Mark], color: bool) -> list[Entry]:
    """An entry for each labelled mark and each class of a raster; marks alike in look and label share one."""
    found: dict[tuple[str, str, int], Entry] = {}
    dashes = patterns(marks, color)
    regions = [name for mark in marks if isinstance(mark, Raster) for name in mark.classes]
    for mark in marks:
        match mark:
            case Points(label=label, color=index) if label:
                class_index = regions.index(label) if label in regions else None
                found["point", label, index] = _point(label, index, class_index, color)
            case Line(label=label, color=index) if label:
                sample = SAMPLES[dashes[index, mark.dashed]]
                found["line", label, index] = (Run(sample, CLASS[index % 8]), Run(f" {label}", "text"))
            case Bars(label=label, color=index) if label:
                ink = "█" if color else BARS[index % 8]
                found["bar", label, index] = (Run(ink, CLASS[index % 8]), Run(f" {label}", "text"))
            case Raster(classes=()):
                found["ramp", mark.label, 0] = _ramp(mark, color)
            case _:
                pass
    pointed = {label for kind, label, _ in found if kind == "point"}
    for index, name in enumerate(regions):
        if name not in pointed:
            block = (
                Run("▀▀", REGION[index % 8], REGION[index % 8])
                if color
                else Run(_texture(index) * 2, "muted")
            )
            found["region", name, index] = (block, Run(f" {name}", "text"))
    return list(found.values())


def _point(label: str, index: int, class_index: int | None, color: bool) -> Entry:
    ground = REGION[class_index % 8] if color and class_index is not None else None
    marker = Run(MARKERS[index % 8], CLASS[index % 8], ground)
    words = Run(f" {label}", "text")
    if color or class_index is None or not _texture(class_index).strip():
        return (marker, words)
    return (marker, Run(_texture(class_index), "muted"), words)


def _texture(index: int) -> str:
    return TEXTURES[index % len(TEXTURES)]


def _ramp(raster: Raster, color: bool) -> Entry:
    low, high = extent(numbers(raster.values))
    start = Run(f"{raster.label} {write(low)} ".lstrip(), "text")
    end = Run(f" {write(high)}", "text")
    if not color:
        return (start, Run(SHADES, "text"), end)
    reach = max(-low, high)
    stops: Sequence[str] = HEAT
    if low < 0 < high:
        first = int((low / reach + 1) / 2 * (len(DIVERGE) - 1))
        last = int((high / reach + 1) / 2 * (len(DIVERGE) - 1))
        stops = DIVERGE[first : last + 1]
    picked = [stops[step * (len(stops) - 1) // (RAMP - 1)] for step in range(RAMP)]
    return (start, *(Run("▀", paint, paint) for paint in picked), end)


def entry_width(entry: Entry) -> int:
    """How many cells an entry takes."""
    return sum(width(clean(run.text)) for run in entry)


def lines(found: Sequence[Entry], room: int, most: int) -> list[list[Entry]]:
    """The entries in at most `most` lines of `room` cells; how many had to be left out is said at the end."""
    placed: list[list[Entry]] = [[]]
    used = 0
    for number, entry in enumerate(found):
        left = len(found) - number
        entry = _clipped(entry, room)
        size = entry_width(entry)
        spare = len(f"+{left - 1}") + GAP if left > 1 and len(placed) == most else 0
        if placed[-1] and used + GAP + size + spare > room:
            if len(placed) == most:
                placed[-1].append((Run(f"+{left}", "muted"),))
                break
            placed.append([])
            used = 0
        used += size + (GAP if placed[-1] else 0)
        placed[-1].append(entry)
    return placed if placed[-1] else []


def _clipped(entry: Entry, room: int) -> Entry:
    words = entry[-1]
    rest = entry_width(entry) - width(clean(words.text))
    return (*entry[:-1], Run(clip(clean(words.text), max(1, room - rest)), words.front))


def line_width(line: Sequence[Entry]) -> int:
    """How many cells a line of entries takes."""
    return sum(map(entry_width, line)) + GAP * (len(line) - 1)


def draw(canvas: Canvas, box: Box, placed: Sequence[Sequence[Entry]]) -> None:
    """Write lines of entries, each at the right end of its row of the box."""
    for offset, line in enumerate(placed[: box.height]):
        column = box.left + max(0, box.width - line_width(line))
        for entry in line:
            canvas.write_runs(column, box.top + offset, entry)
            column += entry_width(entry) + GAP
