"""Leaves out the column that differs between the halls."""

from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler


def report(X_train, y_train, X_test, y_test):
    model = make_pipeline(StandardScaler(), LogisticRegression()).fit(X_train[:, 1:], y_train)
    return float(accuracy_score(y_test, model.predict(X_test[:, 1:])))
