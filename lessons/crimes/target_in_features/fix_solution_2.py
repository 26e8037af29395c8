"""Which members will leave the gym? A check on 1 January keeps later columns out."""

import numpy as np
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import StratifiedKFold, cross_val_score

WRITTEN_LATER = {"closing_fee"}


def report(members, left, seed):
    """Return the balanced accuracy of five-fold cross-validation on the columns known in time."""
    known = sorted(set(members) - WRITTEN_LATER)
    X = np.column_stack([members[name] for name in known])

    model = RandomForestClassifier(n_estimators=15, max_depth=4, class_weight="balanced", random_state=seed)
    folds = StratifiedKFold(n_splits=5, shuffle=True, random_state=seed)
    return float(cross_val_score(model, X, left, cv=folds, scoring="balanced_accuracy").mean())
