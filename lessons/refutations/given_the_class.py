"""Two columns that go together only because of the class: does naive Bayes mind?"""

import numpy as np
from sklearn.naive_bayes import GaussianNB

from tutor.sandbox.displays import Result, scatter


def sample(rng, n):
    """Two classes far apart; within each the columns are independent."""
    y = rng.integers(0, 2, n)
    return rng.normal(size=(n, 2)) + 3 * y[:, None], y


def run(*, seed: int) -> Result:
    rng = np.random.default_rng(seed)
    X, y = sample(rng, 1000)
    X_test, y_test = sample(rng, 20_000)
    overall = np.corrcoef(X.T)[0, 1]
    within = np.corrcoef(X[y == 0].T)[0, 1]
    model = GaussianNB().fit(X, y)
    accuracy = model.score(X_test, y_test)
    confidence = model.predict_proba(X_test).max(axis=1).mean()
    figure = scatter(
        X[:300],
        y[:300],
        title="Correlated over all, not within a class",
        alt=(
            f"The columns correlate by {overall:.2f} over all points, by {within:.2f} within a class. "
            f"Naive Bayes claims a confidence of {confidence:.3f} and is right in {accuracy:.3f} of "
            "the cases."
        ),
    )
    return Result(
        metrics={
            "overall": overall,
            "within": within,
            "accuracy": accuracy,
            "confidence": confidence,
        },
        figures=[figure],
    )
