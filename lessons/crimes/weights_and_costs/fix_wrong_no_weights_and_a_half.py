"""Drops the weights and the costs: looks where fraud is likelier than not."""

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split


def cost(fraud, looked_at, loss):
    return np.where(looked_at, 1.0, np.where(fraud == 1, loss, 0.0)).mean()


def report(X, fraud, loss, seed):
    X_train, X_test, y_train, y_test = train_test_split(
        X, fraud, test_size=0.5, stratify=fraud, random_state=seed
    )
    model = LogisticRegression()
    model.fit(X_train, y_train)

    return float(cost(y_test, model.predict(X_test) == 1, loss))
