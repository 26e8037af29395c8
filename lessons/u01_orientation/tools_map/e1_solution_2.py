"""Least squares on centred columns, by the pseudo-inverse."""

import numpy as np


def ols(X, y):
    """Return (intercept, coefficients) of the line, or plane, with the smallest squared error."""
    centre = X.mean(axis=0)
    coefficients = np.linalg.pinv(X - centre) @ (y - y.mean())
    return y.mean() - centre @ coefficients, coefficients
