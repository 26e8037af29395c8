"""A linear rule and sixty points: logistic regression against a random forest."""

import numpy as np
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression

from tutor.sandbox.displays import Result, bars


def run(*, seed: int) -> Result:
    rng = np.random.default_rng(seed)
    simple, forest = [], []
    for _ in range(3):
        X = rng.normal(size=(1060, 20))
        y = (X.sum(axis=1) + rng.normal(size=1060) > 0).astype(int)
        simple.append(LogisticRegression().fit(X[:60], y[:60]).score(X[60:], y[60:]))
        trees = RandomForestClassifier(50, random_state=seed).fit(X[:60], y[:60])
        forest.append(trees.score(X[60:], y[60:]))
    old, new = np.mean(simple), np.mean(forest)
    figure = bars(
        ["logistic regression (1958)", "random forest (2001)"],
        [old, new],
        title="Sixty points, a linear rule",
        y_label="test accuracy",
        y_range=(0, 1),
        alt=f"Logistic regression reaches {old:.2f} on fresh points, the random forest {new:.2f}.",
    )
    return Result(metrics={"logistic": old, "forest": new}, figures=[figure])
