"""k-means, round by round."""

import numpy as np


def kmeans(X, centres, rounds=100):
    """Return the labels, the centres and the inertia after at most `rounds` rounds."""
    raise NotImplementedError
