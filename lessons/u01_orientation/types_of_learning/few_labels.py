"""A handful of labels and many unlabelled points: does the crowd without labels help?"""

import numpy as np
from sklearn.datasets import make_moons
from sklearn.neighbors import KNeighborsClassifier
from sklearn.semi_supervised import LabelSpreading

from tutor.sandbox.displays import Result, decision_boundary, painted_points

UNKNOWN = -1  # scikit-learn's mark for "no label"


def run(*, labels: int, unlabelled: int, noise: float, seed: int) -> Result:
    X, y = make_moons(n_samples=2 * labels + unlabelled, noise=noise, random_state=seed)
    X_test, y_test = make_moons(n_samples=500, noise=noise, random_state=seed + 100)
    X, y = painted_points(X, y)  # your own, once you have painted some; they are the test as well
    X_test, y_test = painted_points(X_test, y_test)

    known = np.concatenate([np.flatnonzero(y == side)[:labels] for side in np.unique(y)])
    partly = np.full_like(y, UNKNOWN)
    partly[known] = y[known]

    alone = KNeighborsClassifier(n_neighbors=1).fit(X[known], y[known])
    crowd = LabelSpreading(kernel="rbf", gamma=50, alpha=0.99, max_iter=1000).fit(X, partly)

    score_alone, score_crowd = alone.score(X_test, y_test), crowd.score(X_test, y_test)
    figures = [
        decision_boundary(alone, X[known], y[known], title=f"{len(known)} labels alone: {score_alone:.2f}"),
        decision_boundary(crowd, X, y, title=f"…and {len(X) - len(known)} points without: {score_crowd:.2f}"),
    ]
    return Result(
        metrics={"alone": float(score_alone), "crowd": float(score_crowd), "labels": len(known)},
        figures=figures,
    )
