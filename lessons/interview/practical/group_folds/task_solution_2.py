"""Folds in which every group is whole, by a heap of the folds' sizes."""

import heapq
from collections import defaultdict


def folds(groups, k):
    """Return k lists of row numbers, each the test rows of one fold."""
    rows = defaultdict(list)
    for row, name in enumerate(groups):
        rows[name].append(row)
    if k > len(rows):
        raise ValueError("There are fewer groups than folds.")
    heap = [(0, fold) for fold in range(k)]
    found = [[] for _ in range(k)]
    for name in sorted(rows, key=lambda each: len(rows[each]), reverse=True):
        size, fold = heapq.heappop(heap)
        found[fold] += rows[name]
        heapq.heappush(heap, (size + len(rows[name]), fold))
    return [sorted(each) for each in found]
