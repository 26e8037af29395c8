"""Tables: aligned columns that shrink before they are left out."""

from __future__ import annotations

from collections.abc import Sequence

from tutor.charts.cells import Box, Canvas
from tutor.charts.words import clean, clip, pad, width
from tutor.figure import Table

LEAST = 5
"""Cells to which a column of words may shrink."""
GAP = 2


def rows_needed(table: Table) -> int:
    """How many rows the whole table takes."""
    return len(table.rows) + 2


def draw_table(canvas: Canvas, box: Box, table: Table) -> None:
    """Draw header, rule and rows; what is left out is counted in the last row."""
    count = max([len(table.columns), *map(len, table.rows)], default=0)
    header = _filled(table.columns, count)
    body = [_filled(row, count) for row in table.rows]
    right = [bool(body) and all(is_number(row[index]) for row in body) for index in range(count)]
    sizes = _sizes([header, *body], right, box.width)
    hidden = count - len(sizes)
    head = (2 if box.height > 2 else 0) if any(header) else 0
    if head:
        _line(canvas, box, box.top, header, sizes, right, bold=True)
        rule = sum(sizes) + GAP * (len(sizes) - 1)
        canvas.write(box.left, box.top + 1, "─" * rule, "axis")
    room = box.height - head
    shown = body if len(body) <= room and not hidden else body[: max(0, room - 1)]
    for offset, row in enumerate(shown):
        _line(canvas, box, box.top + head + offset, row, sizes, right)
    notes = []
    if len(body) > len(shown):
        notes.append(_more(len(body) - len(shown), "row"))
    if hidden:
        notes.append(_more(hidden, "column"))
    note = "… " + ", ".join(notes) if notes else ""
    canvas.write(box.left, box.top + head + len(shown), clip(note, box.width), "muted")


def _more(count: int, noun: str) -> str:
    return f"{count} more {noun}{'' if count == 1 else 's'}"


def is_number(word: str) -> bool:
    """Whether a word is a number, a share or nothing."""
    stripped = word.strip().rstrip("%").strip().replace(",", "").replace("−", "-")
    if stripped in ("", "-", "–", "…"):
        return True
    try:
        float(stripped)
    except ValueError:
        return False
    return True


def _filled(row: Sequence[str], count: int) -> list[str]:
    words = [clean(word) for word in row]
    return words + [""] * (count - len(words))


def _sizes(lines: Sequence[Sequence[str]], right: Sequence[bool], room: int) -> list[int]:
    """The width of each column that is shown: the widest words shrink first, numbers never."""
    wanted = [max(width(line[index]) for line in lines) for index in range(len(right))]
    for shown in range(len(right), 0, -1):
        sizes = wanted[:shown]
        spare = room - GAP * (shown - 1)
        while sum(sizes) > spare:
            widest = max(
                (index for index in range(shown) if not right[index]), key=lambda i: sizes[i], default=None
            )
            if widest is None or sizes[widest] <= LEAST:
                break
            sizes[widest] -= 1
        else:
            return sizes
    return [max(1, min(wanted[0], room))] if wanted else []


def _line(
    canvas: Canvas,
    box: Box,
    row: int,
    words: Sequence[str],
    sizes: Sequence[int],
    right: Sequence[bool],
    bold: bool = False,
) -> None:
    column = box.left
    for word, size, numeric in zip(words, sizes, right, strict=False):
        canvas.write(column, row, pad(word, size, right=numeric), "title" if bold else "text", bold=bold)
        column += size + GAP
