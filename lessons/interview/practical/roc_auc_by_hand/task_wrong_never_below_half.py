"""The area under the ROC curve, by ranks."""

import numpy as np


def auc(y, score):
    """Return the share of pairs in which the positive scores higher; equal scores count half."""
    y, score = np.asarray(y), np.asarray(score, dtype=float)
    positives = int((y == 1).sum())
    negatives = len(y) - positives
    if not positives or not negatives:
        raise ValueError("Both classes must be there.")
    _, place, count = np.unique(score, return_inverse=True, return_counts=True)
    last = np.cumsum(count)
    rank = (last - (count - 1) / 2)[place]
    area = float((rank[y == 1].sum() - positives * (positives + 1) / 2) / (positives * negatives))
    return max(area, 1 - area)
