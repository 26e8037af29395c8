"""Copy the rare class before splitting, or only in the training part."""

import numpy as np
from sklearn.metrics import recall_score
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier

from tutor.sandbox.displays import Result, bars


def copied(X, y):
    """The data with the rare class repeated nineteen times."""
    rare = y == 1
    return np.vstack([X, *[X[rare]] * 18]), np.concatenate([y, *[y[rare]] * 18])


def run(*, seed: int) -> Result:
    rng = np.random.default_rng(seed)
    X, y = rng.normal(size=(2000, 4)), np.repeat([0, 1], [1900, 100])
    model = KNeighborsClassifier()
    X_train, X_test, y_train, y_test = train_test_split(*copied(X, y), random_state=seed)
    before = recall_score(y_test, model.fit(X_train, y_train).predict(X_test))
    X_train, X_test, y_train, y_test = train_test_split(X, y, stratify=y, random_state=seed)
    after = recall_score(y_test, model.fit(*copied(X_train, y_train)).predict(X_test))
    figure = bars(
        ["copied before the split", "copied after it"],
        [before, after],
        title="Share of a class of noise that is found",
        y_range=(0, 1),
        alt=f"Copied before the split the recall is {before:.2f}, copied after it {after:.2f}.",
    )
    return Result(metrics={"before": before, "after": after}, figures=[figure])
