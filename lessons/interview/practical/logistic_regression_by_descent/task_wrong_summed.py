"""Logistic regression by gradient descent."""

import numpy as np


def descend(X, y, rate=0.5, steps=200, penalty=0.0):
    """Return the weights, the intercept first, after `steps` steps from zero."""
    X = np.column_stack([np.ones(len(X)), X])
    weights = np.zeros(X.shape[1])
    for _ in range(steps):
        total = np.clip(X @ weights, -500, 500)
        share = 1 / (1 + np.exp(-total))
        gradient = X.T @ (share - y)
        gradient[1:] += penalty * weights[1:]
        weights = weights - rate * gradient
    return weights
