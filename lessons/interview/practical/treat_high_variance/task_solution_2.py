"""A look at a tree that overfits, and a steadier model instead of it: bagging, and the scores by hand."""

import numpy as np
from sklearn.ensemble import BaggingClassifier
from sklearn.model_selection import StratifiedKFold
from sklearn.tree import DecisionTreeClassifier


def treat(X, y):
    """Return what cross-validation says of a full tree, and an unfitted model with less variance."""
    scores = []
    for train, valid in StratifiedKFold(5, shuffle=True, random_state=0).split(X, y):
        tree = DecisionTreeClassifier(random_state=0).fit(X[train], y[train])
        scores.append((tree.score(X[train], y[train]), tree.score(X[valid], y[valid])))
    train, valid = map(float, np.mean(scores, axis=0))
    steadier = BaggingClassifier(DecisionTreeClassifier(random_state=0), n_estimators=30, random_state=0)
    return {"train": train, "valid": valid, "overfits": train - valid > 0.1}, steadier
