"""My favourite: the nearest neighbours, on scaled columns."""

import numpy as np

JUSTIFY = """
It needs no training, follows any boundary, and shows the cases behind each answer.
It fails with many columns of noise; there I would take a forest.
"""


class Favourite:
    """The vote of the fifteen nearest training rows."""

    def __init__(self, k=15):
        self.k = k

    def fit(self, X, y):
        """Keep the table and its labels; raises ValueError if they do not fit together."""
        X = np.array(X, dtype=float)
        if X.ndim != 2 or len(X) != len(y):
            raise ValueError("X must be a table with as many rows as y has labels.")
        self.mean, self.spread = X.mean(axis=0), np.maximum(X.std(axis=0), 1e-12)
        self.X = (X - self.mean) / self.spread
        self.labels, self.codes = np.unique(y, return_inverse=True)
        return self

    def predict(self, X):
        """A label for each row; raises ValueError if the columns are not those of fit."""
        X = np.array(X, dtype=float)
        if X.ndim != 2 or X.shape[1] != self.X.shape[1]:
            raise ValueError(f"X must have {self.X.shape[1]} columns, as in fit.")
        X = (X - self.mean) / self.spread
        distance = ((X[:, None, :] - self.X[None]) ** 2).sum(axis=2)
        nearest = self.codes[np.argsort(distance, axis=1, kind="stable")[:, : self.k]]
        votes = np.stack([(nearest == code).sum(axis=1) for code in range(len(self.labels))], axis=1)
        return self.labels[votes.argmax(axis=1)]
