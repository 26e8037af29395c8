"""Renews the scaler every week, and no longer the model."""

from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler


class Watch:
    def __init__(self, X, y):
        self.scaler = StandardScaler().fit(X)
        self.model = LogisticRegression()
        self.model.fit(self.scaler.transform(X), y)

    def retrain(self, X, y):
        self.scaler = StandardScaler().fit(X)

    def answer(self, X):
        return self.model.predict(self.scaler.transform(X))


def serve(weeks, X_new):
    watch = Watch(*weeks[0])
    for X, y in weeks[1:]:
        watch.retrain(X, y)
    return watch.answer(X_new)
