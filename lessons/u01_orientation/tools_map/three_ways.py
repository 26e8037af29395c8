"""Fit the same line with three tools, and make the problem harder until they disagree."""

import numpy as np
from sklearn.datasets import load_diabetes
from sklearn.linear_model import LinearRegression

from tutor.sandbox.displays import Result, bars

WAYS = ("normal equations", "numpy lstsq", "scikit-learn")


def fits(X, y):
    """The predictions of ordinary least squares, computed in three ways."""
    A = np.column_stack([np.ones(len(X)), X])
    normal = np.linalg.solve(A.T @ A, A.T @ y)
    lstsq = np.linalg.lstsq(A, y, rcond=None)[0]
    model = LinearRegression().fit(X, y)
    return A @ normal, A @ lstsq, model.predict(X)


def agreement(relative_gap):
    """How many decimal digits two results share, from 0 to 16."""
    return float(np.clip(-np.log10(max(relative_gap, 1e-16)), 0, 16))


def run(*, likeness: int, seed: int) -> Result:
    X, y = load_diabetes(return_X_y=True)
    if likeness:
        rng = np.random.default_rng(seed)
        twin = X[:, 2] + 10.0**-likeness * X[:, 2].std() * rng.normal(size=len(X))
        X = np.column_stack([X, twin])

    normal, lstsq, model = fits(X, y)
    gap_normal = float(np.abs(normal - lstsq).max())
    gap_model = float(np.abs(model - lstsq).max())
    digits = [agreement(gap_normal / y.std()), 16.0, agreement(gap_model / y.std())]
    condition = float(np.linalg.cond(np.column_stack([np.ones(len(X)), X])))

    figure = bars(
        WAYS,
        {"digits": digits},
        title="Digits of the predictions that agree with lstsq",
        alt=(
            f"Condition number {condition:.1e}. The normal equations agree with lstsq to about "
            f"{digits[0]:.0f} digits, scikit-learn to about {digits[2]:.0f}."
        ),
    )
    return Result(
        metrics={
            "gap_model": gap_model,
            "digits_normal": digits[0],
            "digits_model": digits[2],
            "log_condition": float(np.log10(condition)),
            "r2": float(1 - ((y - model) ** 2).sum() / ((y - y.mean()) ** 2).sum()),
        },
        figures=[figure],
    )
