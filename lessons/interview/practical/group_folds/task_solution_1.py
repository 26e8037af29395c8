"""Folds in which every group is whole."""

import numpy as np


def folds(groups, k):
    """Return k arrays of row numbers, each the test rows of one fold."""
    groups = np.asarray(groups)
    names, sizes = np.unique(groups, return_counts=True)
    if k > len(names):
        raise ValueError(f"{k} folds need at least {k} groups; there are {len(names)}.")
    order = np.argsort(-sizes, kind="stable")
    filled = np.zeros(k, dtype=int)
    members = [[] for _ in range(k)]
    for place in order:
        smallest = int(filled.argmin())
        members[smallest].append(names[place])
        filled[smallest] += sizes[place]
    return [np.flatnonzero(np.isin(groups, each)) for each in members]
