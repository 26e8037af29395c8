"""Multinomial naive Bayes, in logarithms, class by class."""

import numpy as np


def log_posterior(counts, y, new, alpha=1.0):
    """Return log P(class | words) of each new message, one column per class in sorted order."""
    columns = []
    for label in np.unique(y):
        in_class = counts[y == label]
        log_prior = np.log(len(in_class) / len(y))
        words = in_class.sum(axis=0) + alpha
        log_likelihood = np.log(words / words.sum())
        columns.append(log_prior + new @ log_likelihood)
    return np.column_stack(columns)
