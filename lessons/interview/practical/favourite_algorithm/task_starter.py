"""My favourite."""

import numpy as np

JUSTIFY = """
"""


class Favourite:
    """A classifier for two or more classes."""

    def fit(self, X, y):
        """Learn from a table and its labels; raises ValueError if they do not fit together."""
        raise NotImplementedError

    def predict(self, X):
        """A label for each row; raises ValueError if the columns are not those of fit."""
        raise NotImplementedError
