"""k-means with matrix products, and sums instead of means."""

import numpy as np
from scipy.spatial.distance import cdist


def kmeans(X, centres, rounds=100):
    """Return the labels, the centres and the inertia after at most `rounds` rounds."""
    X, centres = np.asarray(X, dtype=float), np.array(centres, dtype=float)
    labels, done = cdist(X, centres).argmin(axis=1), 0
    while done < rounds:
        member = np.eye(len(centres))[labels]
        size = member.sum(axis=0)
        filled = size > 0
        centres[filled] = (member.T @ X)[filled] / size[filled, None]
        again = cdist(X, centres).argmin(axis=1)
        done = rounds if np.array_equal(again, labels) else done + 1
        labels = again
    return labels, centres, float(np.sum(np.square(X - centres[labels])))
