"""Choose the pruning on the test set, then meet data that nobody has chosen by."""

import numpy as np
from sklearn.datasets import make_classification
from sklearn.tree import DecisionTreeClassifier

from tutor.sandbox.displays import Result, bars


def run(*, seed: int) -> Result:
    reported, fresh = [], []
    for part in range(15):
        X, y = make_classification(1220, n_features=10, flip_y=0.4, random_state=1000 * seed + part)
        X_train, y_train, X_test, y_test = X[:200], y[:200], X[200:220], y[200:220]
        path = DecisionTreeClassifier(random_state=seed).cost_complexity_pruning_path(X_train, y_train)
        trees = [
            DecisionTreeClassifier(ccp_alpha=alpha, random_state=seed).fit(X_train, y_train)
            for alpha in np.linspace(0, path.ccp_alphas[-1] / 2, 9)
        ]
        best = max(trees, key=lambda tree: tree.score(X_test, y_test))
        reported.append(best.score(X_test, y_test))
        fresh.append(best.score(X[220:], y[220:]))
    figure = bars(
        ["on the test set", "on fresh data"],
        [np.mean(reported), np.mean(fresh)],
        title="The tree that the test set chose",
        y_label="accuracy",
        alt=(
            f"Over 15 data sets the chosen trees score {np.mean(reported):.3f} on the test set "
            f"and {np.mean(fresh):.3f} on fresh data."
        ),
    )
    return Result(metrics={"reported": np.mean(reported), "fresh": np.mean(fresh)}, figures=[figure])
