"""Grow a full tree on labels that are coin flips."""

import numpy as np
from sklearn.tree import DecisionTreeClassifier

from tutor.sandbox.displays import Result, bars


def run(*, seed: int) -> Result:
    rng = np.random.default_rng(seed)
    X, y = rng.normal(size=(3000, 5)), rng.integers(0, 2, 3000)
    model = DecisionTreeClassifier(random_state=seed).fit(X[:500], y[:500])
    train, test = model.score(X[:500], y[:500]), model.score(X[500:], y[500:])
    figure = bars(
        ["training points", "new points"],
        [train, test],
        title="A tree that learned coin flips",
        y_label="accuracy",
        y_range=(0, 1),
        alt=f"The tree is right on {train:.0%} of the training points and on {test:.0%} of new ones.",
    )
    return Result(metrics={"train": train, "test": test}, figures=[figure])
