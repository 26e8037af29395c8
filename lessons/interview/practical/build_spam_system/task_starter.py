"""A filter that keeps up with those who send spam."""

import numpy as np


class SpamSystem:
    """Decides each week's mails, asks for a few labels, and learns from them."""

    def __init__(self, budget):
        self.budget = budget

    def predict(self, X):
        """1 for each mail that goes to quarantine."""
        raise NotImplementedError

    def request(self, X):
        """The places of the mails whose labels are wanted."""
        raise NotImplementedError

    def update(self, X, y):
        """Learn from true labels."""
        raise NotImplementedError
