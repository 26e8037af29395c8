"""A decision tree for classification, grown greedily by Gini impurity."""

import numpy as np


def gini(y):
    """Return the Gini impurity of labels."""
    return 1 - np.unique(y, return_counts=True)[1].max() / len(y)


class Tree:
    """A classifier with at most `max_depth` questions in a row and `min_leaf` rows in each leaf."""

    def __init__(self, max_depth=3, min_leaf=1):
        self.max_depth = max_depth
        self.min_leaf = min_leaf
        self.root = None

    def fit(self, X, y):
        """Grow the tree and return it."""
        self.root = self.grow(np.asarray(X, dtype=float), np.asarray(y), 0)
        return self

    def grow(self, X, y, depth):
        """Return a leaf's label, or (feature, threshold, left, right)."""
        labels, counts = np.unique(y, return_counts=True)
        label = labels[counts.argmax()]
        if len(labels) == 1 or depth >= self.max_depth:
            return label
        best = None
        for feature in range(X.shape[1]):
            values = np.unique(X[:, feature])
            for threshold in (values[:-1] + values[1:]) / 2:
                left = X[:, feature] <= threshold
                size = left.sum()
                if min(size, len(y) - size) < self.min_leaf:
                    continue
                impurity = (size * gini(y[left]) + (len(y) - size) * gini(y[~left])) / len(y)
                if best is None or impurity < best[0] - 1e-12:
                    best = impurity, feature, threshold, left
        if best is None:
            return label
        _, feature, threshold, left = best
        return (
            feature,
            threshold,
            self.grow(X[left], y[left], depth + 1),
            self.grow(X[~left], y[~left], depth + 1),
        )

    def predict(self, X):
        """Return a label for each row; raises ValueError before fit."""
        if self.root is None:
            raise ValueError("The tree has not been fitted yet.")
        return np.array([self.walk(row) for row in np.asarray(X, dtype=float)])

    def walk(self, row):
        """Return the label of the leaf where the row ends."""
        node = self.root
        while isinstance(node, tuple):
            feature, threshold, left, right = node
            node = left if row[feature] <= threshold else right
        return node

    def n_leaves(self):
        """Return how many leaves the tree has."""
        return self.leaves(self.root)

    def leaves(self, node):
        """Return how many leaves are below a node."""
        return self.leaves(node[2]) + self.leaves(node[3]) if isinstance(node, tuple) else 1
