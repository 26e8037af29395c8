"""Which orders will be sent back? Every order counts once."""

import numpy as np
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split
from sklearn.tree import DecisionTreeClassifier


def report(X, returned, seed):
    """Return the accuracy for new orders."""
    orders = np.unique(np.column_stack([X, returned]), axis=0)
    X, returned = orders[:, :-1], orders[:, -1]

    X_train, X_test, y_train, y_test = train_test_split(
        X, returned, test_size=0.3, stratify=returned, random_state=seed
    )

    model = DecisionTreeClassifier(random_state=seed)
    model.fit(X_train, y_train)
    return float(accuracy_score(y_test, model.predict(X_test)))
