"""A board of four squares: stop where a split gains little, or grow on."""

import numpy as np
from sklearn.tree import DecisionTreeClassifier

from tutor.sandbox.displays import Result, bars


def run(*, seed: int) -> Result:
    rng = np.random.default_rng(seed)
    X = rng.uniform(-1, 1, size=(3000, 2))
    y = (X[:, 0] * X[:, 1] > 0).astype(int)
    stopped = DecisionTreeClassifier(min_impurity_decrease=0.01, random_state=seed).fit(X[:1000], y[:1000])
    grown = DecisionTreeClassifier(random_state=seed).fit(X[:1000], y[:1000])
    scores = [model.score(X[1000:], y[1000:]) for model in (stopped, grown)]
    figure = bars(
        ["stops below a gain of 0.01", "grows on"],
        scores,
        title="Four squares",
        y_label="test accuracy",
        y_range=(0, 1),
        alt=(
            f"The tree that stops scores {scores[0]:.2f} on new points, the one that grows on "
            f"{scores[1]:.2f}."
        ),
    )
    return Result(metrics={"stopped": scores[0], "grown": scores[1]}, figures=[figure])
