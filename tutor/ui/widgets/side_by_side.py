"""Two versions of some code, line against line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Literal, TypeAlias

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from tutor.ui.widgets.coloring import colored

INDENT = 4
WIDE = 116
"""Cells from which the versions stand side by side."""

Sign: TypeAlias = Literal[" ", "-", "+"]
STYLES: dict[Sign, str] = {" ": "", "-": "on $wrong 15%", "+": "on $right 15%"}


@dataclass(frozen=True, slots=True)
class Line:
    """A line of one version: its number from 1, and whether the other version has it too."""

    number: int
    sign: Sign
    text: Content


Pair: TypeAlias = tuple[Line | None, Line | None]


def pairs(mine: str, theirs: str) -> list[Pair]:
    """Lines that answer each other; None where one side has no line."""
    left, right = ([line.rstrip() for line in each.rstrip().split("\n")] for each in (mine, theirs))
    old, new = colored(mine.rstrip(), INDENT), colored(theirs.rstrip(), INDENT)
    found: list[Pair] = []
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    for tag, first, last, start, end in matcher.get_opcodes():
        same = tag == "equal"
        lines = [Line(at + 1, " " if same else "-", old[at]) for at in range(first, last)]
        others = [Line(at + 1, " " if same else "+", new[at]) for at in range(start, end)]
        found += zip_longest(lines, others)
    return found


class SideBySide(Widget):
    """The learner's version left and another one right; one under the other where there is little room."""

    DEFAULT_CSS = """
    SideBySide { width: 1fr; height: auto; padding: 0 1; text-wrap: nowrap; }
    """

    def __init__(self, mine: str) -> None:
        super().__init__()
        self._mine = mine
        self._pairs: list[Pair] = []
        self._heads = ("", "")
        self._laid: tuple[int, list[Content]] = (-1, [])

    def put(self, theirs: str, heads: tuple[str, str]) -> None:
        """Compare with this version; `heads` name the two."""
        self._pairs, self._heads, self._laid = pairs(self._mine, theirs), heads, (-1, [])
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """As many lines as it takes at this width."""
        return len(self._lines(width))

    def render(self) -> Content:
        """The lines."""
        return Content("\n").join(self._lines(self.content_size.width))

    def _lines(self, width: int) -> list[Content]:
        if self._laid[0] != width:
            lay = self._beside if width >= WIDE else self._beneath
            self._laid = width, list(lay(max(1, width)))
        return self._laid[1]

    def _beside(self, width: int) -> Iterator[Content]:
        """Two columns."""
        half = (width - 3) // 2
        rule = Content.styled(" │ ", "$rule")
        mine, theirs = (Content.styled(head, "bold").truncate(half, pad=True) for head in self._heads)
        yield mine + rule + theirs
        blank = Content(" " * half)
        for left, right in self._pairs:
            old = _drawn(left, half) if left else []
            new = _drawn(right, half) if right else []
            for one, other in zip_longest(old, new, fillvalue=blank):
                yield one + rule + other

    def _beneath(self, width: int) -> Iterator[Content]:
        """What is gone before what came, as in a patch."""
        yield Content.assemble(
            (" - ", STYLES["-"]), f" {self._heads[0]}   ", (" + ", STYLES["+"]), f" {self._heads[1]}"
        )
        waiting: list[Line] = []
        for left, right in self._pairs:
            if left and right and left.sign == " ":
                yield from _all(waiting, width)
                waiting = []
                yield from _drawn(right, width)
                continue
            if left:
                yield from _drawn(left, width)
            if right:
                waiting.append(right)
        yield from _all(waiting, width)


def _all(lines: Sequence[Line], width: int) -> Iterator[Content]:
    for line in lines:
        yield from _drawn(line, width)


def _drawn(line: Line, width: int) -> list[Content]:
    """A line with its number and sign, on as many rows as it takes."""
    lead = Content.assemble((f"{line.number:>3} ", "$quiet"), (f"{line.sign} ", "bold"))
    room = max(1, width - lead.cell_length)
    parts = line.text.fold(room) if line.text.cell_length > room else [line.text]
    rest = Content(" " * lead.cell_length)
    rows = [
        (rest if place else lead) + part.pad_right(room - part.cell_length)
        for place, part in enumerate(parts)
    ]
    return [row.stylize_before(STYLES[line.sign]) for row in rows]
