"""Chooses one threshold for the whole bank, on half of its loans."""

import numpy as np
from sklearn.metrics import balanced_accuracy_score, roc_curve


def best_threshold(y, risk):
    false_alarms, caught, thresholds = roc_curve(y, risk)
    return thresholds[np.argmax(caught - false_alarms)]


def report(risk, y, branch, seed):
    rows = np.random.default_rng(seed).permutation(len(y))
    choose, test = rows[::2], rows[1::2]
    threshold = best_threshold(y[choose], risk[choose])
    y, risk, branch = y[test], risk[test], branch[test]

    scores = []
    for name in np.unique(branch):
        y_here, risk_here = y[branch == name], risk[branch == name]
        refused = risk_here >= threshold
        scores.append(balanced_accuracy_score(y_here, refused))
    return float(np.mean(scores))
