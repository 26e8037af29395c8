"""Give clusters the names of the classes they fit best: try every pairing."""

from itertools import permutations

import numpy as np


def align_clusters(y, labels):
    """Return the labels renamed so that as many as possible equal y."""
    y, labels = np.asarray(y), np.asarray(labels)
    clusters = np.unique(labels)
    names = list(np.unique(y)) + [-1] * len(clusters)
    best = None
    for choice in set(permutations(names, len(clusters))):
        renamed = np.array(choice)[np.searchsorted(clusters, labels)]
        if best is None or (renamed == y).sum() > (best == y).sum():
            best = renamed
    return best
