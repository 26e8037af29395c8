"""Trees: an outline that shows as many levels as fit."""

from __future__ import annotations

from dataclasses import dataclass

from tutor.charts.cells import Box, Canvas
from tutor.charts.words import clean, clip, width
from tutor.figure import Node, Tree


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
    """Draw the deepest outline that fits; cut branches and lines are counted."""
    twigs = outline(tree)
    depth = _depth(twigs, box.height)
    shown = [twig for twig in twigs if twig.level <= depth]
    left_out = len(shown) - box.height
    if left_out > 0:
        shown = shown[: box.height - 1]
    for row, twig in enumerate(shown, box.top):
        note = f" … {twig.below} below" if twig.level == depth and twig.below else ""
        lead = clip(twig.lead, box.width)
        room = box.width - width(lead) - len(note)
        note = note if room >= 8 else ""
        words = clip(twig.text, box.width - width(lead) - len(note))
        canvas.write(box.left, row, lead, "axis")
        canvas.write(box.left + width(lead), row, words)
        canvas.write(box.left + width(lead) + width(words), row, note, "muted")
    if left_out > 0:
        canvas.write(box.left, box.top + len(shown), clip(f"… {left_out + 1} more lines", box.width), "muted")


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
