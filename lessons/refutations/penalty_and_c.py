"""Logistic regression for small and large C: how large may its coefficients be?"""

import numpy as np
from sklearn.datasets import load_breast_cancer
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import scale

from tutor.sandbox.displays import Result, lines


def run(*, seed: int) -> Result:
    X, y = load_breast_cancer(return_X_y=True)
    chosen = np.random.default_rng(seed).permutation(len(X))[:400]
    X, y = scale(X[chosen]), y[chosen]
    strengths = [0.001, 0.01, 0.1, 1.0, 10.0]
    norms = [np.linalg.norm(LogisticRegression(C=C, max_iter=1000).fit(X, y).coef_) for C in strengths]
    figure = lines(
        strengths,
        {"norm of the coefficients": norms},
        title="C and the penalty",
        x_label="C",
        x_log=True,
        alt=(
            f"From C = 0.001 to C = 10 the norm of the coefficients goes from {norms[0]:.2f} to "
            f"{norms[-1]:.2f}."
        ),
    )
    return Result(metrics={"small_c": norms[0], "large_c": norms[-1]}, figures=[figure])
