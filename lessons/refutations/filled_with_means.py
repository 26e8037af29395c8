"""Lose half of a column and fill it with its mean."""

import numpy as np
from sklearn.impute import SimpleImputer

from tutor.sandbox.displays import Result, bars


def run(*, seed: int) -> Result:
    rng = np.random.default_rng(seed)
    X = rng.multivariate_normal([0, 0], [[1, 0.8], [0.8, 1]], size=2000)
    holed = X.copy()
    holed[rng.random(2000) < 0.5, 0] = np.nan
    filled = SimpleImputer().fit_transform(holed)
    spread = [X[:, 0].std(), filled[:, 0].std()]
    correlation = [np.corrcoef(X.T)[0, 1], np.corrcoef(filled.T)[0, 1]]
    figure = bars(
        ["before", "filled with the mean"],
        {"standard deviation": spread, "correlation": correlation},
        title="Half of a column, replaced by its mean",
        y_range=(0, 1.2),
        alt=(
            f"The standard deviation falls from {spread[0]:.2f} to {spread[1]:.2f}, "
            f"the correlation with the other column from {correlation[0]:.2f} to {correlation[1]:.2f}."
        ),
    )
    return Result(
        metrics={
            "sd_before": spread[0],
            "sd_after": spread[1],
            "correlation_before": correlation[0],
            "correlation_after": correlation[1],
        },
        figures=[figure],
    )
