"""Adds a little to the diagonal, so that there is always a solution; the coefficients shrink."""

import numpy as np


def ols(X, y):
    with_ones = np.column_stack([np.ones(len(X)), X])
    ridge = with_ones.T @ with_ones + 0.1 * np.eye(with_ones.shape[1])
    solution = np.linalg.solve(ridge, with_ones.T @ y)
    return solution[0], solution[1:]
