"""Grow a tree on a board of four squares, where no first split helps."""

import numpy as np
from sklearn.tree import DecisionTreeClassifier

from tutor.sandbox.displays import Result, decision_boundary, lines, painted_points


def run(*, depth: int, n: int, seed: int) -> Result:
    rng = np.random.default_rng(seed)
    X = rng.uniform(-1, 1, size=(n, 2))
    y = (X[:, 0] * X[:, 1] > 0).astype(int)
    X, y = painted_points(X, y)  # your own, once you have painted some

    tree = DecisionTreeClassifier(max_depth=depth, random_state=seed).fit(X, y)

    nodes = tree.tree_
    left, right = nodes.children_left[0], nodes.children_right[0]
    weighted = nodes.n_node_samples * nodes.impurity / len(X)
    first_gain = weighted[0] - weighted[left] - weighted[right]

    depths = range(1, depth + 1)
    accuracies = [
        DecisionTreeClassifier(max_depth=d, random_state=seed).fit(X, y).score(X, y) for d in depths
    ]
    return Result(
        metrics={
            "first_gain": first_gain,
            "accuracy": tree.score(X, y),
            "leaves": tree.get_n_leaves(),
            "depth": tree.get_depth(),
        },
        figures=[
            decision_boundary(tree, X, y, title=f"Depth {depth}: {tree.get_n_leaves()} leaves"),
            lines(
                depths,
                {"training": accuracies},
                title="By depth allowed",
                x_label="depth",
                y_label="accuracy",
            ),
        ],
    )
