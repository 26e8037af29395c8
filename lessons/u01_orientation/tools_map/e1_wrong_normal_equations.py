"""Solves the normal equations, which have no single solution when columns repeat each other."""

import numpy as np


def ols(X, y):
    with_ones = np.column_stack([np.ones(len(X)), X])
    solution = np.linalg.inv(with_ones.T @ with_ones) @ with_ones.T @ y
    return solution[0], solution[1:]
