"""From which risk on should a branch refuse? Each fold of its loans is judged by the others."""

import numpy as np
from sklearn.metrics import balanced_accuracy_score, roc_curve
from sklearn.model_selection import StratifiedKFold


def best_threshold(y, risk):
    """Return the risk from which on refusing has the highest balanced accuracy."""
    false_alarms, caught, thresholds = roc_curve(y, risk)
    return thresholds[np.argmax(caught - false_alarms)]


def report(risk, y, branch, seed):
    """Return the mean balanced accuracy over the branches."""
    scores = []
    for name in np.unique(branch):
        y_here, risk_here = y[branch == name], risk[branch == name]
        refused = np.zeros(len(y_here), dtype=bool)
        folds = StratifiedKFold(n_splits=3, shuffle=True, random_state=seed)
        for choose, test in folds.split(risk_here, y_here):
            refused[test] = risk_here[test] >= best_threshold(y_here[choose], risk_here[choose])
        scores.append(balanced_accuracy_score(y_here, refused))
    return float(np.mean(scores))
