"""Two classes on either side of a straight line, and a tree that may only ask about x1 or x2."""

import numpy as np
from sklearn.model_selection import train_test_split
from sklearn.tree import DecisionTreeClassifier

from tutor.sandbox.displays import Result, decision_boundary, painted_points


def run(*, angle: int, depth: int, seed: int) -> Result:
    rng = np.random.default_rng(seed)
    X = rng.uniform(-1, 1, size=(2300, 2))
    turn = np.radians(angle)
    y = (np.cos(turn) * X[:, 0] + np.sin(turn) * X[:, 1] > 0).astype(int)
    X, y = painted_points(X, y, turned=angle)  # your own, once you have painted some
    n = min(300, 2 * len(X) // 3)
    X_train, X_test, y_train, y_test = train_test_split(X, y, train_size=n, random_state=seed)

    tree = DecisionTreeClassifier(max_depth=depth, random_state=seed).fit(X_train, y_train)
    return Result(
        metrics={
            "leaves": tree.get_n_leaves(),
            "depth": tree.get_depth(),
            "train": tree.score(X_train, y_train),
            "test": tree.score(X_test, y_test),
        },
        figures=[
            decision_boundary(
                tree, X_train, y_train, title=f"At {angle} degrees: {tree.get_n_leaves()} leaves"
            )
        ],
    )
