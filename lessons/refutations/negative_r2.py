"""Fit a wild polynomial to twenty points and ask for R² on new ones."""

import numpy as np
from sklearn.linear_model import LinearRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import PolynomialFeatures

from tutor.sandbox.displays import Result, bars


def run(*, seed: int) -> Result:
    rng = np.random.default_rng(seed)
    X = rng.uniform(-1, 1, size=(520, 1))
    y = X[:, 0] + rng.normal(0, 1, 520)
    model = make_pipeline(PolynomialFeatures(12), LinearRegression()).fit(X[:20], y[:20])
    train, test = model.score(X[:20], y[:20]), model.score(X[20:], y[20:])
    figure = bars(
        ["training points", "new points"],
        [train, max(test, -3)],
        title="R², cut off at −3",
        y_label="R²",
        alt=f"R² is {train:.2f} on the training points and {test:.3g} on new ones.",
    )
    return Result(metrics={"train": train, "test": test}, figures=[figure])
