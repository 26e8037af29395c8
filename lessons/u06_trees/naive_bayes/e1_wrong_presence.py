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
        columns.append(log_prior + (new > 0) @ log_likelihood)
    joint = np.column_stack(columns)
    top = joint.max(axis=1, keepdims=True)
    return joint - top - np.log(np.exp(joint - top).sum(axis=1, keepdims=True))
