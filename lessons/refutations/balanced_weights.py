"""Fit logistic regression to rare positives, with and without balanced class weights."""

import numpy as np
from sklearn.datasets import make_classification
from sklearn.linear_model import LogisticRegression

from tutor.sandbox.displays import Result, bars


def run(*, seed: int) -> Result:
    X, y = make_classification(6000, weights=[0.95], class_sep=0.7, random_state=seed)
    X_train, y_train, X_test, y_test = X[:3000], y[:3000], X[3000:], y[3000:]
    plain = LogisticRegression(max_iter=500).fit(X_train, y_train)
    balanced = LogisticRegression(max_iter=500, class_weight="balanced").fit(X_train, y_train)
    rate = np.mean(y_test)
    claims = [model.predict_proba(X_test)[:, 1].mean() for model in (plain, balanced)]
    figure = bars(
        ["positives in fact", "claimed, plain", "claimed, balanced"],
        [rate, *claims],
        title="Mean probability of a positive",
        alt=(
            f"{rate:.1%} of the cases are positive; the plain model claims {claims[0]:.1%} on average, "
            f"the balanced one {claims[1]:.1%}."
        ),
    )
    return Result(metrics={"rate": rate, "plain": claims[0], "balanced": claims[1]}, figures=[figure])
