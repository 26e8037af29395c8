"""Figures of trees."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tutor.figure import Figure, Node, Tree
from tutor.sandbox.displays import sentences
from tutor.sandbox.displays.own import names_of


def tree(
    model: Any,
    feature_names: Sequence[str],
    class_names: Sequence[str] | None = None,
    *,
    title: str = "Decision tree",
    max_depth: int | None = None,
    alt: str | None = None,
) -> Figure:
    """A fitted decision tree as an outline; nodes below `max_depth` are counted, not drawn."""
    fitted = model.tree_
    known = getattr(model, "classes_", ())
    words = names_of(known) or tuple(map(str, known if class_names is None else class_names))

    def text(node: int) -> str:
        size = f"{int(fitted.n_node_samples[node]):,} samples"
        if not words:
            return f"{sentences.short(float(fitted.value[node].ravel()[0]))} ({size})"
        share = fitted.value[node][0] / fitted.value[node][0].sum()
        return f"{words[int(share.argmax())]} {share.max():.0%} ({size})"

    def outline(node: int, depth: int) -> Node:
        left, right = int(fitted.children_left[node]), int(fitted.children_right[node])
        if left < 0:
            return Node(text(node))
        if max_depth is not None and depth >= max_depth:
            return Node(f"{text(node)} …")
        test = (
            f"{feature_names[int(fitted.feature[node])]} ≤ {sentences.short(float(fitted.threshold[node]))}"
        )
        branches = [outline(left, depth + 1), outline(right, depth + 1)]
        answers = tuple(
            Node(f"{word}: {branch.text}", branch.children)
            for word, branch in zip(("yes", "no"), branches, strict=True)
        )
        return Node(f"{test}?  {text(node)}", answers)

    root, leaves = outline(0, 0), int(fitted.n_leaves)
    if alt is None:
        alt = sentences.sentence(
            f"A tree of depth {int(fitted.max_depth)} with {leaves} {'leaf' if leaves == 1 else 'leaves'}",
            f"it starts with {' '.join(root.text.split())}",
        )
    return Figure(title, (Tree(root),), alt)
