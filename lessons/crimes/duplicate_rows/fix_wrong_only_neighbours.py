"""Drops a row if it equals the one above, as if copies always stood together."""

import numpy as np
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split
from sklearn.tree import DecisionTreeClassifier


def report(X, returned, seed):
    first = np.append(True, (X[1:] != X[:-1]).any(axis=1))
    X, returned = X[first], returned[first]
    X_train, X_test, y_train, y_test = train_test_split(
        X, returned, test_size=0.3, stratify=returned, random_state=seed
    )

    model = DecisionTreeClassifier(random_state=seed)
    model.fit(X_train, y_train)
    return float(accuracy_score(y_test, model.predict(X_test)))
