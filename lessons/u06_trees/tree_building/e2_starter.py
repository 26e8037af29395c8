"""A decision tree of your own, in the manner of scikit-learn."""

import numpy as np


def gini(y):
    """Return the Gini impurity of the labels y."""
    shares = np.unique(y, return_counts=True)[1] / len(y)
    return 1 - np.sum(shares**2)


def best_split(X, y, min_leaf):
    """Return (feature, threshold) of the best split, or None if there is none."""
    best, found = -1.0, None
    for feature in range(X.shape[1]):
        values = np.unique(X[:, feature])
        for threshold in (values[:-1] + values[1:]) / 2:
            left = X[:, feature] <= threshold
            size = left.sum()
            if min(size, len(y) - size) < min_leaf:
                continue
            gain = gini(y) - (size * gini(y[left]) + (len(y) - size) * gini(y[~left])) / len(y)
            if gain > best + 1e-12:
                best, found = gain, (feature, threshold)
    return found


class Tree:
    """A classification tree: fit(X, y) returns the tree, predict(X) the labels."""

    def __init__(self, max_depth=None, min_leaf=1):
        self.max_depth = max_depth
        self.min_leaf = min_leaf

    def fit(self, X, y):
        raise NotImplementedError

    def predict(self, X):
        raise NotImplementedError
