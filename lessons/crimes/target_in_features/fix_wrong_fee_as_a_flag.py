"""Keeps the fee, as a yes or no."""

import numpy as np
from sklearn.metrics import balanced_accuracy_score
from sklearn.model_selection import train_test_split
from sklearn.tree import DecisionTreeClassifier

COLUMNS = ["age", "months", "visits", "complaints", "closing_fee"]


def report(members, left, seed):
    X = np.column_stack([members[name] for name in COLUMNS])
    X[:, -1] = X[:, -1] > 0
    X_train, X_test, y_train, y_test = train_test_split(
        X, left, test_size=0.4, stratify=left, random_state=seed
    )
    model = DecisionTreeClassifier(max_depth=3, class_weight="balanced", random_state=seed)
    model.fit(X_train, y_train)
    return float(balanced_accuracy_score(y_test, model.predict(X_test)))
