"""A decision tree for classification: nodes as objects, thresholds found by running counts."""

from dataclasses import dataclass

import numpy as np


@dataclass
class Node:
    """A leaf, if it has no children, else a question."""

    label: object
    feature: int = 0
    threshold: float = 0.0
    children: tuple = ()


class Tree:
    """A classifier with at most `max_depth` questions in a row and `min_leaf` rows in each leaf."""

    def __init__(self, max_depth=3, min_leaf=1):
        self.max_depth, self.min_leaf, self.root = max_depth, min_leaf, None

    def fit(self, X, y):
        """Grow the tree and return it."""
        X = np.asarray(X, dtype=float)
        self.labels, codes = np.unique(y, return_inverse=True)
        self.root = self.grow(X, np.eye(len(self.labels))[codes], self.max_depth)
        return self

    def grow(self, X, member, depth):
        """Return the node of these rows; `member` has a one in the column of each row's class."""
        counts = member.sum(axis=0)
        node = Node(self.labels[counts.argmax()])
        if depth == 0 or np.count_nonzero(counts) == 1:
            return node
        scans = [(*self.scan(X[:, feature], member), feature) for feature in range(X.shape[1])]
        impurity, threshold, feature = min(scans, key=lambda each: (round(each[0], 12), each[2]))
        if impurity == np.inf:
            return node
        left = X[:, feature] <= threshold
        node.feature, node.threshold = feature, threshold
        node.children = tuple(self.grow(X[side], member[side], depth - 1) for side in (left, ~left))
        return node

    def scan(self, x, member):
        """Return the lowest weighted impurity of a column, times the rows, and its threshold."""
        order = np.argsort(x, kind="stable")
        x, left = x[order], member[order].cumsum(axis=0)[:-1]
        right = member.sum(axis=0) - left
        size = np.arange(1, len(x))
        impurity = size - (left**2).sum(axis=1) / size
        impurity += (len(x) - size) - (right**2).sum(axis=1) / (len(x) - size)
        allowed = (x[1:] > x[:-1]) & (np.minimum(size, len(x) - size) >= self.min_leaf)
        if not allowed.any():
            return np.inf, 0.0
        best = np.where(allowed, np.round(impurity, 12), np.inf).argmin()
        return impurity[best], (x[best] + x[best + 1]) / 2

    def predict(self, X):
        """Return a label for each row; raises ValueError before fit."""
        if self.root is None:
            raise ValueError("The tree has not been fitted yet.")
        found = []
        for row in np.asarray(X, dtype=float):
            node = self.root
            while node.children:
                node = node.children[int(row[node.feature] > node.threshold)]
            found.append(node.label)
        return np.array(found)

    def n_leaves(self):
        """Return how many leaves the tree has."""
        nodes, leaves = [self.root], 0
        while nodes:
            node = nodes.pop()
            nodes += node.children
            leaves += not node.children
        return leaves
