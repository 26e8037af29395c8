"""Keeps only what was known when the member joined."""

import numpy as np
from sklearn.metrics import balanced_accuracy_score
from sklearn.model_selection import train_test_split
from sklearn.tree import DecisionTreeClassifier


def report(members, left, seed):
    X = np.column_stack([members["age"], members["months"]])
    X_train, X_test, y_train, y_test = train_test_split(
        X, left, test_size=0.4, stratify=left, random_state=seed
    )
    model = DecisionTreeClassifier(max_depth=3, class_weight="balanced", random_state=seed)
    model.fit(X_train, y_train)
    return float(balanced_accuracy_score(y_test, model.predict(X_test)))
