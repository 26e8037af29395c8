"""Bias and variance of a model, measured by fitting it again and again."""

import numpy as np


def decompose(make_model, draw, truth, xs, reps):
    """Return a dict with bias_squared, variance and error, each averaged over xs."""
    raise NotImplementedError
