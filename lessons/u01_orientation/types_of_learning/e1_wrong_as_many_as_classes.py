"""Pairs clusters and classes one to one, which needs as many of each."""

from itertools import permutations

import numpy as np


def align_clusters(y, labels):
    y, labels = np.asarray(y), np.asarray(labels)
    classes = np.unique(y)
    best = None
    for choice in permutations(classes):
        renamed = np.array(choice)[np.searchsorted(np.unique(labels), labels)]
        if best is None or (renamed == y).sum() > (best == y).sum():
            best = renamed
    return best
