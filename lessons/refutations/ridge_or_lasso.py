"""Ninety useless columns beside ten useful ones: what ridge and the lasso set to zero."""

import numpy as np
from sklearn.datasets import make_regression
from sklearn.linear_model import Lasso, Ridge

from tutor.sandbox.displays import Result, bars


def run(*, seed: int) -> Result:
    X, y = make_regression(200, 100, n_informative=10, noise=10, random_state=seed)
    ridge = np.sum(Ridge(alpha=100).fit(X, y).coef_ == 0)
    lasso = np.sum(Lasso(alpha=5).fit(X, y).coef_ == 0)
    figure = bars(
        ["ridge", "lasso"],
        [ridge, lasso],
        title="Coefficients that are exactly zero",
        y_label="of 100",
        alt=f"Of 100 coefficients ridge sets {ridge} to zero, the lasso {lasso}.",
    )
    return Result(metrics={"ridge_zeros": ridge, "lasso_zeros": lasso}, figures=[figure])
