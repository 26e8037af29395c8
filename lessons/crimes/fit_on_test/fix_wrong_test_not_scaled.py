"""Stops scaling the test table at all."""

from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score
from sklearn.preprocessing import StandardScaler


def report(X_train, y_train, X_test, y_test):
    train = StandardScaler().fit_transform(X_train)
    model = LogisticRegression().fit(train, y_train)
    return float(accuracy_score(y_test, model.predict(X_test)))
