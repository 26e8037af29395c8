"""Logistic regression on four squares whose opposite corners share a class."""

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import PolynomialFeatures

from tutor.sandbox.displays import Result, decision_boundary


def run(*, seed: int) -> Result:
    rng = np.random.default_rng(seed)
    X = rng.uniform(-1, 1, size=(4000, 2))
    y = (X[:, 0] * X[:, 1] > 0).astype(int)
    plain = LogisticRegression().fit(X[:2000], y[:2000])
    products = make_pipeline(PolynomialFeatures(2), LogisticRegression()).fit(X[:2000], y[:2000])
    line, with_product = plain.score(X[2000:], y[2000:]), products.score(X[2000:], y[2000:])
    figure = decision_boundary(
        plain,
        X[:300],
        y[:300],
        title="One line, four squares",
        alt=(
            f"With two columns the accuracy is {line:.2f}; with their product as a third it is "
            f"{with_product:.2f}."
        ),
    )
    return Result(metrics={"line": line, "with_product": with_product}, figures=[figure])
