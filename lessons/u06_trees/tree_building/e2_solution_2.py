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
        self.labels, codes = np.unique(y, return_inverse=True)
        self.nodes = []
        waiting = [(np.arange(len(y)), 0, None)]
        while waiting:
            rows, depth, parent = waiting.pop()
            if parent is not None:
                self.nodes[parent[0]][parent[1]] = len(self.nodes)
            split = None
            if depth != self.max_depth and len(np.unique(codes[rows])) > 1:
                split = best_split(X[rows], codes[rows], self.min_leaf)
            node = {"code": np.bincount(codes[rows]).argmax(), "split": split}
            if split is not None:
                goes_left = X[rows, split[0]] <= split[1]
                waiting.append((rows[goes_left], depth + 1, (len(self.nodes), "left")))
                waiting.append((rows[~goes_left], depth + 1, (len(self.nodes), "right")))
            self.nodes.append(node)
        return self

    def predict(self, X):
        codes = np.empty(len(X), dtype=int)
        waiting = [(np.arange(len(X)), 0)]
        while waiting:
            rows, at = waiting.pop()
            node = self.nodes[at]
            if node["split"] is None:
                codes[rows] = node["code"]
                continue
            feature, threshold = node["split"]
            goes_left = X[rows, feature] <= threshold
            waiting += [(rows[goes_left], node["left"]), (rows[~goes_left], node["right"])]
        return self.labels[codes]
