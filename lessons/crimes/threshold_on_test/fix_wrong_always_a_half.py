"""Gives the search up: refuse from one half on."""

import numpy as np
from sklearn.metrics import balanced_accuracy_score


def report(risk, y, branch, seed):
    scores = []
    for name in np.unique(branch):
        y_here, risk_here = y[branch == name], risk[branch == name]
        threshold = 0.5
        refused = risk_here >= threshold
        scores.append(balanced_accuracy_score(y_here, refused))
    return float(np.mean(scores))
