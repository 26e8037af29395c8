"""The best first question that a decision tree can ask."""

import numpy as np


def gini(y):
    """Return the Gini impurity of the labels y."""
    raise NotImplementedError


def best_split(X, y, min_leaf=1):
    """Return (feature, threshold, gain) of the best split, or None if there is none."""
    raise NotImplementedError
