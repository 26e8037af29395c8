"""Drops whichever column goes best with the target."""

import numpy as np
from sklearn.metrics import balanced_accuracy_score
from sklearn.model_selection import train_test_split
from sklearn.tree import DecisionTreeClassifier

COLUMNS = ["age", "months", "visits", "complaints", "closing_fee"]


def report(members, left, seed):
    X = np.column_stack([members[name] for name in COLUMNS])
    spread = np.where(X.std(axis=0) > 0, X.std(axis=0), np.inf)
    strength = np.abs(((X - X.mean(axis=0)) * (left - left.mean())[:, None]).mean(axis=0)) / spread
    X = np.delete(X, np.argmax(strength), axis=1)
    X_train, X_test, y_train, y_test = train_test_split(
        X, left, test_size=0.4, stratify=left, random_state=seed
    )
    model = DecisionTreeClassifier(max_depth=3, class_weight="balanced", random_state=seed)
    model.fit(X_train, y_train)
    return float(balanced_accuracy_score(y_test, model.predict(X_test)))
