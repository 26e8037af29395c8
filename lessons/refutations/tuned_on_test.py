"""Try 100 useless models on one test set of coin flips and report the best."""

import numpy as np
from sklearn.linear_model import LogisticRegression

from tutor.sandbox.displays import Result, histogram


def run(*, seed: int) -> Result:
    rng = np.random.default_rng(seed)
    y_train, y_test, y_fresh = (rng.integers(0, 2, n) for n in (100, 100, 2000))
    models, scores = [], []
    for _ in range(100):
        X = rng.normal(size=(2200, 2))
        model = LogisticRegression().fit(X[:100], y_train)
        scores.append(model.score(X[100:200], y_test))
        models.append(model.score(X[200:], y_fresh))
    best = int(np.argmax(scores))
    figure = histogram(
        scores,
        bins=15,
        title="100 useless models on one test set",
        x_label="test accuracy",
        y_label="models",
        alt=(
            f"The best of 100 useless models scores {scores[best]:.2f} on the test set, "
            f"{models[best]:.2f} on fresh data."
        ),
    )
    return Result(metrics={"reported": scores[best], "fresh": models[best]}, figures=[figure])
