"""From which risk on should a branch refuse? Half of its loans choose, the other half are scored."""

import numpy as np
from sklearn.metrics import balanced_accuracy_score, roc_curve
from sklearn.model_selection import train_test_split


def best_threshold(y, risk):
    """Return the risk from which on refusing has the highest balanced accuracy."""
    false_alarms, caught, thresholds = roc_curve(y, risk)
    return thresholds[np.argmax(caught - false_alarms)]


def report(risk, y, branch, seed):
    """Return the mean balanced accuracy over the branches."""
    scores = []
    for name in np.unique(branch):
        y_here, risk_here = y[branch == name], risk[branch == name]
        y_choose, y_test, risk_choose, risk_test = train_test_split(
            y_here, risk_here, test_size=0.5, stratify=y_here, random_state=seed
        )
        threshold = best_threshold(y_choose, risk_choose)
        scores.append(balanced_accuracy_score(y_test, risk_test >= threshold))
    return float(np.mean(scores))
