"""A decision tree for classification, grown greedily by Gini impurity."""

import numpy as np


class Tree:
    """A classifier with at most `max_depth` questions in a row and `min_leaf` rows in each leaf."""

    def __init__(self, max_depth=3, min_leaf=1):
        self.max_depth = max_depth
        self.min_leaf = min_leaf

    def fit(self, X, y):
        """Grow the tree and return it."""
        raise NotImplementedError

    def predict(self, X):
        """Return a label for each row; raises ValueError before fit."""
        raise NotImplementedError

    def n_leaves(self):
        """Return how many leaves the tree has."""
        raise NotImplementedError
