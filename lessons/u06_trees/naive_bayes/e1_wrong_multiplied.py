"""Multinomial naive Bayes, in logarithms, class by class."""

import numpy as np


def log_posterior(counts, y, new, alpha=1.0):
    """Return log P(class | words) of each new message, one column per class in sorted order."""
    columns = []
    for label in np.unique(y):
        in_class = counts[y == label]
        prior = len(in_class) / len(y)
        words = in_class.sum(axis=0) + alpha
        likelihood = words / words.sum()
        columns.append(prior * np.prod(likelihood**new, axis=1))
    joint = np.column_stack(columns)
    with np.errstate(all="ignore"):
        return np.log(joint / joint.sum(axis=1, keepdims=True))
