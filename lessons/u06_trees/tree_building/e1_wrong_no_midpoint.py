"""The best first question that a decision tree can ask, by trying all of them."""

import numpy as np


def gini(y):
    """Return the Gini impurity of the labels y."""
    shares = np.unique(y, return_counts=True)[1] / len(y)
    return 1 - np.sum(shares**2)


def best_split(X, y, min_leaf=1):
    """Return (feature, threshold, gain) of the best split, or None if there is none."""
    impurity = gini(y)
    if impurity == 0:
        return None
    best = None
    for feature in range(X.shape[1]):
        values = np.unique(X[:, feature])
        for threshold in values[:-1]:
            left = X[:, feature] <= threshold
            size = left.sum()
            if min(size, len(y) - size) < min_leaf:
                continue
            parts = size * gini(y[left]) + (len(y) - size) * gini(y[~left])
            gain = impurity - parts / len(y)
            if best is None or gain > best[2] + 1e-12:
                best = feature, threshold, gain
    return best
