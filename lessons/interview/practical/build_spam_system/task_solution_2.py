"""A filter with a short memory: logistic regression on the labels of the last three weeks."""

import numpy as np
from sklearn.linear_model import LogisticRegression


class SpamSystem:
    """Decides each week's mails, asks for a few labels, and learns from them."""

    def __init__(self, budget):
        self.budget = budget
        self.rng = np.random.default_rng(1)
        self.batches = []

    def predict(self, X):
        """1 for each mail that goes to quarantine."""
        return (self.model.predict_proba(X)[:, 1] > 0.65).astype(int)

    def request(self, X):
        """The places of the mails whose labels are wanted, drawn at random."""
        return self.rng.choice(len(X), size=min(self.budget, len(X)), replace=False)

    def update(self, X, y):
        """Learn from the true labels of the last three weeks."""
        self.batches = [*self.batches, (X, y)][-3:]
        table = np.vstack([each[0] for each in self.batches])
        labels = np.concatenate([each[1] for each in self.batches])
        weights = np.concatenate(
            [np.full(len(each[1]), 0.6**age) for age, each in enumerate(self.batches[::-1])][::-1]
        )
        if len(np.unique(labels)) == 2:
            self.model = LogisticRegression(max_iter=300).fit(table, labels, sample_weight=weights)
