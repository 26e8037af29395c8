"""Boost trees on noisy labels, round after round, and watch the loss on fresh points."""

import numpy as np
from sklearn.datasets import make_moons
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.metrics import log_loss

from tutor.sandbox.displays import Result, lines


def run(*, seed: int) -> Result:
    X, y = make_moons(200, noise=0.4, random_state=seed)
    X_test, y_test = make_moons(600, noise=0.4, random_state=seed + 1000)
    model = GradientBoostingClassifier(n_estimators=100, learning_rate=0.3, random_state=seed).fit(X, y)
    train = [log_loss(y, p) for p in model.staged_predict_proba(X)]
    test = [log_loss(y_test, p) for p in model.staged_predict_proba(X_test)]
    best = int(np.argmin(test))
    figure = lines(
        range(1, 101),
        {"training": train, "fresh": test},
        title="100 rounds of boosting",
        x_label="rounds",
        y_label="log loss",
        alt=(
            f"The loss on training points falls to {train[-1]:.2f}; on fresh ones it is least, "
            f"{test[best]:.2f}, after {best + 1} rounds and {test[-1]:.2f} after 100."
        ),
    )
    return Result(
        metrics={"best_rounds": best + 1, "best_loss": test[best], "last_loss": test[-1]}, figures=[figure]
    )
