"""A handful of labels and many unlabelled points: does the crowd without labels help?"""

import numpy as np
from sklearn.datasets import make_moons
from sklearn.neighbors import KNeighborsClassifier
from sklearn.semi_supervised import LabelSpreading

from tutor.sandbox.displays import Result, decision_boundary

UNKNOWN = -1  # scikit-learn's mark for "no label"


def run(*, labels: int, unlabelled: int, noise: float, seed: int) -> Result:
    X, y = make_moons(n_samples=2 * labels + unlabelled, noise=noise, random_state=seed)
    X_test, y_test = make_moons(n_samples=500, noise=noise, random_state=seed + 100)

    known = np.concatenate([np.flatnonzero(y == side)[:labels] for side in (0, 1)])
    partly = np.full_like(y, UNKNOWN)
    partly[known] = y[known]

    alone = KNeighborsClassifier(n_neighbors=1).fit(X[known], y[known])
    crowd = LabelSpreading(kernel="rbf", gamma=50, alpha=0.99, max_iter=1000).fit(X, partly)

    score_alone, score_crowd = alone.score(X_test, y_test), crowd.score(X_test, y_test)
    figures = [
        decision_boundary(alone, X[known], y[known], title=f"{2 * labels} labels alone: {score_alone:.2f}"),
        decision_boundary(crowd, X, y, title=f"…and {unlabelled} points without: {score_crowd:.2f}"),
    ]
    return Result(
        metrics={"alone": float(score_alone), "crowd": float(score_crowd), "labels": 2 * labels},
        figures=figures,
    )
