"""Clusters in other numbers than the classes; the most that can fit is known by trying everything."""

from itertools import permutations

import numpy as np

from tutor.sandbox.cases import Case, told


def overlap(rng, table):
    """Return classes and clusters, shuffled, that meet as often as the table says (clusters × classes)."""
    table = np.array(table)
    k, c = np.indices(table.shape)
    order = rng.permutation(table.sum())
    return np.repeat(c.ravel(), table.ravel())[order], np.repeat(k.ravel(), table.ravel())[order]


def cases(seed):
    rng = np.random.default_rng(seed)
    a, b, c = rng.integers(8, 20, size=3)
    y, labels = overlap(rng, [[0, a, 0], [0, 0, b], [c, 0, 0]])
    some = overlap(rng, [[2, a, 1], [1, 2, b], [c, 1, 0]])
    return [
        Case("three clusters, each one class under another number", args=(y, labels), visible=True),
        Case("the same rows in another order", args=(y[::-1].copy(), labels[::-1].copy())),
        Case("clusters with a few strangers in each", args=some),
        Case("cluster numbers that begin at 7", args=(some[0], some[1] + 7)),
        Case("the largest overlap is not the best beginning", args=overlap(rng, [[20, 18], [17, 0]])),
        Case(
            "two clusters in which the same class is the most frequent",
            args=overlap(rng, [[30, 4], [16, 15]]),
        ),
        Case("four clusters, three classes", args=overlap(rng, [[0, a, 0], [0, 0, b], [c, 0, 0], [1, 2, 3]])),
        Case("two clusters, three classes", args=overlap(rng, [[1, a + 9, 0], [2, 3, b + 9]])),
    ]


def most(y, labels):
    clusters = np.unique(labels)
    names = list(np.unique(y)) + [-1] * len(clusters)
    where = np.searchsorted(clusters, labels)
    return max((np.array(choice)[where] == y).sum() for choice in set(permutations(names, len(clusters))))


def judge(case, saw):
    y, labels = case.args
    renamed = np.asarray(saw)
    if renamed.shape != y.shape:
        return f"expected one number for each of the {len(y)} rows, got {told(saw)}"
    names = {int(k): np.unique(renamed[labels == k]) for k in np.unique(labels)}
    for k, given in names.items():
        if len(given) != 1:
            return f"the rows of cluster {k} got different numbers: {told(given)}"
    used = [each for (each,) in names.values() if each != -1]
    if len(used) != len(set(used)):
        return "two clusters got the same class; a class may be given once, and a cluster left over gets -1"
    fits, best = int((renamed == y).sum()), int(most(y, labels))
    return None if fits == best else f"{fits} of {len(y)} rows fit; {best} can"
