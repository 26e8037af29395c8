"""Multinomial naive Bayes, in logarithms."""

import numpy as np


def log_posterior(counts, y, new, alpha=1.0):
    """Return log P(class | words) of each new message, one column per class in sorted order."""
    raise NotImplementedError
