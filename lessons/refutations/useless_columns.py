"""Add more and more columns of noise to two useful ones and ask the nearest neighbours."""

import numpy as np
from sklearn.datasets import make_moons
from sklearn.neighbors import KNeighborsClassifier

from tutor.sandbox.displays import Result, lines


def run(*, seed: int) -> Result:
    rng = np.random.default_rng(seed)
    X, y = make_moons(1200, noise=0.2, random_state=seed)
    X = np.hstack([X, rng.normal(size=(1200, 100))])
    added = [0, 1, 3, 10, 30, 100]
    scores = [
        KNeighborsClassifier().fit(X[:200, : 2 + k], y[:200]).score(X[200:, : 2 + k], y[200:]) for k in added
    ]
    figure = lines(
        added,
        {"test accuracy": scores},
        title="Two useful columns, and some noise",
        x_label="columns of noise",
        alt=(
            f"From no to 100 columns of noise the test accuracy goes from {scores[0]:.2f} to "
            f"{scores[-1]:.2f}."
        ),
    )
    return Result(metrics={"none": scores[0], "hundred": scores[-1]}, figures=[figure])
