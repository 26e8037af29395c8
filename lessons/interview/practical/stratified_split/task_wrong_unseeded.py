"""A train–test split that keeps the class shares."""

import numpy as np


def split(y, share, seed):
    """Return the row numbers for training and for the test, each sorted."""
    y = np.asarray(y)
    rng = np.random.default_rng()
    test = []
    for label in np.unique(y):
        rows = rng.permutation(np.flatnonzero(y == label))
        if len(rows) < 2:
            raise ValueError(f"The class {label} has a single row; it cannot be on both sides.")
        size = round(share * len(rows))
        size = min(max(size, 1), len(rows) - 1)
        test.extend(rows[:size])
    test = np.sort(np.array(test))
    return np.setdiff1d(np.arange(len(y)), test), test
