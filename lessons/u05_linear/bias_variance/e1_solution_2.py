"""Bias and variance of a model from running sums, without keeping the fits."""

import numpy as np


def decompose(make_model, draw, truth, xs, reps):
    """Return a dict with bias_squared, variance and error, each averaged over xs."""
    total, squares = np.zeros(len(xs)), np.zeros(len(xs))
    target = truth(xs)
    for _ in range(reps):
        model = make_model()
        model.fit(*draw())
        miss = model.predict(xs) - target
        total += miss
        squares += miss**2
    bias = total / reps
    error = squares / reps
    return {
        "bias_squared": float((bias**2).mean()),
        "variance": float((error - bias**2).mean()),
        "error": float(error.mean()),
    }
