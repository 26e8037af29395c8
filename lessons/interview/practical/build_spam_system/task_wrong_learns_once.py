"""A filter that forgets: naive Bayes on counts that fade from week to week."""

import numpy as np


class SpamSystem:
    """Decides each week's mails, asks for a few labels, and learns from them."""

    def __init__(self, budget):
        self.budget = budget
        self.rng = np.random.default_rng(0)
        self.words = None
        self.mails = np.zeros(2)

    def predict(self, X):
        """1 for each mail that goes to quarantine."""
        share = np.log(self.words + 0.5) - np.log((self.words + 0.5).sum(axis=1, keepdims=True))
        prior = np.log(self.mails + 1)
        odds = X @ (share[1] - share[0]) + prior[1] - prior[0]
        return (odds > 1.5).astype(int)

    def request(self, X):
        """The places of the mails whose labels are wanted, drawn at random."""
        return self.rng.permutation(len(X))[: self.budget]

    def update(self, X, y):
        """Learn from true labels; what was learned before counts half."""
        if self.words is not None:
            return
        new = np.array([X[y == 0].sum(axis=0), X[y == 1].sum(axis=0)], dtype=float)
        self.words = new if self.words is None else 0.5 * self.words + new
        self.mails = 0.5 * self.mails + np.array([np.sum(y == 0), np.sum(y == 1)])
