"""Keeps scaler and model together by leaving both as they were in the first week."""

from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler


class Watch:
    def __init__(self, X, y):
        self.scaler = StandardScaler().fit(X)
        self.model = LogisticRegression()
        self.retrain(X, y)

    def retrain(self, X, y):
        scaler = StandardScaler().fit(X)
        self.model.fit(scaler.transform(X), y)

    def answer(self, X):
        return self.model.predict(self.scaler.transform(X))


def serve(weeks, X_new):
    watch = Watch(*weeks[0])
    return watch.answer(X_new)
