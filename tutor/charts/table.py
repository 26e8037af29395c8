"""Tables: aligned columns that shrink before they are left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from tutor.charts.cells import Box, Canvas
from tutor.charts.words import clean, clip, pad, width, wrap
from tutor.figure import Table

LEAST = 5
"""Cells to which a column of words may shrink."""
GAP = 2


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table laid out for a width: columns that are shown, with their widths."""

    header: list[str]
    body: list[list[str]]
    right: list[bool]
    """Which columns are numbers, aligned at their right."""
    sizes: list[int]

    @property
    def hidden(self) -> int:
        """How many columns found no room."""
        return len(self.right) - len(self.sizes)

    def lines(self, row: Sequence[str], wrapped: bool) -> list[list[str]]:
        """The lines that a row takes, one cell for each column."""
        if not wrapped:
            return [[clip(word, size) for word, size in zip(row, self.sizes, strict=False)]]
        cells = [
            wrap(word, size, max(1, width(word))) or [""] for word, size in zip(row, self.sizes, strict=False)
        ]
        return [list(line) for line in zip_longest(*cells, fillvalue="")]


def lay_out(table: Table, room: int) -> Sheet:
    """A table as it fits into `room` cells."""
    count = max([len(table.columns), *map(len, table.rows)], default=0)
    header = _filled(table.columns, count)
    body = [_filled(row, count) for row in table.rows]
    right = [bool(body) and all(is_number(row[index]) for row in body) for index in range(count)]
    return Sheet(header, body, right, _sizes([header, *body], right, room))


def rows_needed(table: Table, room: int) -> int:
    """How many rows the whole table takes at a width."""
    sheet = lay_out(table, room)
    body = sum(len(sheet.lines(row, True)) for row in sheet.body)
    return body + (2 if any(sheet.header) else 0) + (1 if sheet.hidden else 0)


def draw_table(canvas: Canvas, box: Box, table: Table) -> None:
    """Draw header, rule and rows, wrapped if all fit so; what is left out is counted in the last row."""
    sheet = lay_out(table, box.width)
    head = (2 if box.height > 2 else 0) if any(sheet.header) else 0
    if head:
        _line(canvas, box.left, box.top, sheet.lines(sheet.header, False)[0], sheet, bold=True)
        rule = sum(sheet.sizes) + GAP * (len(sheet.sizes) - 1)
        canvas.write(box.left, box.top + 1, "─" * rule, "axis")
    room = box.height - head
    wrapped = rows_needed(table, box.width) <= box.height
    whole = wrapped or (len(sheet.body) <= room and not sheet.hidden)
    shown = sheet.body if whole else sheet.body[: max(0, room - 1)]
    at = box.top + head
    for row in shown:
        for line in sheet.lines(row, wrapped):
            _line(canvas, box.left, at, line, sheet)
            at += 1
    notes = []
    if len(sheet.body) > len(shown):
        notes.append(_more(len(sheet.body) - len(shown), "row"))
    if sheet.hidden:
        notes.append(_more(sheet.hidden, "column"))
    note = "… " + ", ".join(notes) if notes else ""
    canvas.write(box.left, at, clip(note, box.width), "muted")


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
    canvas: Canvas, left: int, row: int, words: Sequence[str], sheet: Sheet, bold: bool = False
) -> None:
    for word, size, numeric in zip(words, sheet.sizes, sheet.right, strict=False):
        canvas.write(left, row, pad(word, size, right=numeric), "title" if bold else "text", bold=bold)
        left += size + GAP
