"""Search 25 settings on coin flips and compare best_score_ with fresh data."""

import numpy as np
from sklearn.model_selection import GridSearchCV
from sklearn.tree import DecisionTreeClassifier

from tutor.sandbox.displays import Result, bars


def run(*, seed: int) -> Result:
    rng = np.random.default_rng(seed)
    grid = {"max_depth": [2, 3, 4, 5, 6], "random_state": range(5)}
    best, fresh = [], []
    for _ in range(2):
        X, y = rng.normal(size=(1060, 6)), rng.integers(0, 2, 1060)
        search = GridSearchCV(DecisionTreeClassifier(splitter="random"), grid, cv=3).fit(X[:60], y[:60])
        best.append(search.best_score_)
        fresh.append(search.score(X[60:], y[60:]))
    promised, kept = np.mean(best), np.mean(fresh)
    figure = bars(
        ["best_score_", "on fresh data"],
        [promised, kept],
        title="Searching 25 settings on coin flips",
        y_label="accuracy",
        y_range=(0, 1),
        alt=(
            f"Over two searches best_score_ is {promised:.2f} on average, the accuracy on fresh "
            f"data {kept:.2f}."
        ),
    )
    return Result(metrics={"best_score": promised, "fresh": kept}, figures=[figure])
