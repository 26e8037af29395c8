"""Scales what is asked by its own mean and spread."""

from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler


class Watch:
    def __init__(self, X, y):
        self.model = LogisticRegression()
        self.retrain(X, y)

    def retrain(self, X, y):
        scaler = StandardScaler().fit(X)
        self.model.fit(scaler.transform(X), y)

    def answer(self, X):
        return self.model.predict(StandardScaler().fit_transform(X))


def serve(weeks, X_new):
    watch = Watch(*weeks[0])
    for X, y in weeks[1:]:
        watch.retrain(X, y)
    return watch.answer(X_new)
