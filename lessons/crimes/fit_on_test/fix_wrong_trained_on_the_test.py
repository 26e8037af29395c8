"""Fits everything on the new hall, so that scale and model agree."""

from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score
from sklearn.preprocessing import StandardScaler


def report(X_train, y_train, X_test, y_test):
    test = StandardScaler().fit_transform(X_test)
    model = LogisticRegression().fit(test, y_test)
    return float(accuracy_score(y_test, model.predict(test)))
