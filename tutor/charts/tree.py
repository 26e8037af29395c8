"""Trees: an outline that shows as many levels as fit."""

from __future__ import annotations

from dataclasses import dataclass

from tutor.charts.cells import Box, Canvas
from tutor.charts.words import clean, clip, width, wrap
from tutor.figure import Node, Tree

LEAST = 8
"""Cells that a line's words need beside what leads to it."""


@dataclass(frozen=True, slots=True)
class Twig:
    """One line of an outline: the lines that lead to it, its words, and how many nodes lie below."""

    lead: str
    text: str
    level: int
    below: int


def outline(tree: Tree) -> list[Twig]:
    """All lines of a tree from the top down."""
    sizes = _sizes(tree.root)
    twigs: list[Twig] = []
    waiting: list[tuple[Node, str, str, int]] = [(tree.root, "", "", 0)]
    while waiting:
        node, lead, indent, level = waiting.pop()
        twigs.append(Twig(lead, clean(node.text), level, sizes[id(node)] - 1))
        last = len(node.children) - 1
        for index in range(last, -1, -1):
            ends = index == last
            branch = indent + ("└─ " if ends else "├─ ")
            waiting.append((node.children[index], branch, indent + ("   " if ends else "│  "), level + 1))
    return twigs


def _sizes(root: Node) -> dict[int, int]:
    """How many nodes stand in the outline under each node, itself included, by identity."""
    order, waiting = [], [root]
    while waiting:
        node = waiting.pop()
        order.append(node)
        waiting += node.children
    sizes: dict[int, int] = {}
    for node in reversed(order):
        sizes[id(node)] = 1 + sum(sizes[id(child)] for child in node.children)
    return sizes


def draw_tree(canvas: Canvas, box: Box, tree: Tree) -> None:
    """Draw the whole outline, its lines wrapped, if it fits; else the levels that fit, and count the rest."""
    twigs = outline(tree)
    if sum(len(_wrapped(twig, box.width)) for twig in twigs) <= box.height:
        lines = [(lead, words, "") for twig in twigs for lead, words in _wrapped(twig, box.width)]
    else:
        lines = _cut(twigs, box)
    for row, (lead, words, note) in enumerate(lines, box.top):
        lead = clip(lead, box.width)
        room = box.width - width(lead) - width(note)
        if room < LEAST:
            note, room = "", box.width - width(lead)
        words = clip(words, room)
        canvas.write(box.left, row, lead, "axis")
        canvas.write(box.left + width(lead), row, words)
        canvas.write(box.left + width(lead) + width(words), row, note, "muted")


def rows_needed(tree: Tree, room: int) -> int:
    """How many rows the whole outline takes at a width."""
    return sum(len(_wrapped(twig, room)) for twig in outline(tree))


def _wrapped(twig: Twig, room: int) -> list[tuple[str, str]]:
    """The lines of a twig, each with the lines that lead to it."""
    size = room - width(twig.lead)
    if width(twig.text) <= size or size < LEAST:
        return [(twig.lead, twig.text)]
    first, *rest = wrap(twig.text, size, width(twig.text))
    indent = twig.lead.replace("├─", "│ ").replace("└─", "  ")
    return [(twig.lead, first), *((indent, line) for line in rest)]


def _cut(twigs: list[Twig], box: Box) -> list[tuple[str, str, str]]:
    """As many lines as fit: lead, words and a note of what is left out below."""
    depth = _depth(twigs, box.height)
    shown = [twig for twig in twigs if twig.level <= depth]
    lines = [
        (twig.lead, twig.text, f" … {twig.below} below" if twig.level == depth and twig.below else "")
        for twig in shown
    ]
    if len(lines) <= box.height:
        return lines
    left_out = len(lines) - box.height + 1
    return [*lines[: box.height - 1], ("", "", f"… {left_out} more lines")]


def _depth(twigs: list[Twig], height: int) -> int:
    """The most levels below the root whose lines fit, at least one."""
    deepest = max(twig.level for twig in twigs)
    counts = [0] * (deepest + 1)
    for twig in twigs:
        counts[twig.level] += 1
    total = counts[0]
    for level in range(1, deepest + 1):
        total += counts[level]
        if total > height and level > 1:
            return level - 1
    return deepest
