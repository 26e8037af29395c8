"""Takes the copies out of the table, and keeps the first labels for what is left."""

import numpy as np
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split
from sklearn.tree import DecisionTreeClassifier


def report(X, returned, seed):
    X = np.unique(X, axis=0)
    returned = returned[: len(X)]
    X_train, X_test, y_train, y_test = train_test_split(
        X, returned, test_size=0.3, stratify=returned, random_state=seed
    )

    model = DecisionTreeClassifier(random_state=seed)
    model.fit(X_train, y_train)
    return float(accuracy_score(y_test, model.predict(X_test)))
