"""Least squares without a library that does it for you."""

import numpy as np


def ols(X, y):
    """Return (intercept, coefficients) of the line, or plane, with the smallest squared error."""
    raise NotImplementedError
