"""The area under the ROC curve, by trapezoids."""

import numpy as np


def auc(y, score):
    """Return the area below true against false positive rate, equal scores taken in one step."""
    y, score = np.asarray(y), np.asarray(score, dtype=float)
    order = np.argsort(-score, kind="stable")
    y, score = y[order], score[order]
    if len(np.unique(y)) < 2:
        raise ValueError("Both classes must be there.")
    ends = np.append(score[1:] != score[:-1], True)
    hits = np.append(0, np.cumsum(y == 1)[ends]) / (y == 1).sum()
    alarms = np.append(0, np.cumsum(y != 1)[ends]) / (y != 1).sum()
    return float(((alarms[1:] - alarms[:-1]) * (hits[1:] + hits[:-1]) / 2).sum())
