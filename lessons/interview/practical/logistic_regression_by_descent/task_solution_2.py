"""Logistic regression by gradient descent, intercept and slopes apart."""

import numpy as np
from scipy.special import expit


def descend(X, y, rate=0.5, steps=200, penalty=0.0):
    """Return the weights, the intercept first, after `steps` steps from zero."""
    intercept, slopes = 0.0, np.zeros(X.shape[1])
    for _ in range(steps):
        wrong = expit(intercept + X @ slopes) - y
        step = (wrong[:, None] * X).mean(axis=0) + penalty * slopes
        intercept, slopes = intercept - rate * wrong.mean(), slopes - rate * step
    return np.append(intercept, slopes)
