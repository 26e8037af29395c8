"""A look at a tree that overfits, and a steadier model instead of it."""

import numpy as np
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import StratifiedKFold, cross_validate
from sklearn.tree import DecisionTreeClassifier


def treat(X, y):
    """Return what cross-validation says of a full tree, and an unfitted model with less variance."""
    tree = DecisionTreeClassifier(random_state=0)
    folds = StratifiedKFold(n_splits=5, shuffle=True, random_state=0)
    scores = cross_validate(tree, X, y, cv=folds, return_train_score=True)
    train, valid = float(np.mean(scores["train_score"])), float(np.mean(scores["test_score"]))
    diagnosis = {"train": train, "valid": valid, "overfits": train - valid > 0.1}
    return diagnosis, RandomForestClassifier(n_estimators=30)
