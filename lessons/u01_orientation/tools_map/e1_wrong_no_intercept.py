"""Leaves the intercept out: a plane through the origin."""

import numpy as np


def ols(X, y):
    return 0.0, np.linalg.lstsq(X, y)[0]
