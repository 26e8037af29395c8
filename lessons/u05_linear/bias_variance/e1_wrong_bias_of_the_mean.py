"""Bias and variance of a model, measured by fitting it again and again."""

import numpy as np


def decompose(make_model, draw, truth, xs, reps):
    """Return a dict with bias_squared, variance and error, each averaged over xs."""
    fits = []
    for _ in range(reps):
        x, y = draw()
        fits.append(make_model().fit(x, y).predict(xs))
    fits = np.array(fits)
    bias = fits.mean(axis=0) - truth(xs)
    return {
        "bias_squared": np.mean(bias) ** 2,
        "variance": np.mean(fits.var(axis=0)),
        "error": np.mean((fits - truth(xs)) ** 2),
    }
