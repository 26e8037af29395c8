"""What is looked at: the diagnosis, and the labels of the model, fitted twice where that is asked."""

import numpy as np
from sklearn.base import clone
from sklearn.exceptions import NotFittedError
from sklearn.utils.validation import check_is_fitted


def observe(entry, case):
    X, y, new = case.args
    diagnosis, model = entry(X.copy(), y.copy())
    try:
        check_is_fitted(model)
        fitted = True
    except NotFittedError:
        fitted = False
    labels = clone(model).fit(X, y).predict(new)
    again = clone(model).fit(X, y).predict(new) if case.given["twice"] else labels
    return {
        "diagnosis": {
            "train": float(diagnosis["train"]),
            "valid": float(diagnosis["valid"]),
            "overfits": bool(diagnosis["overfits"]),
        },
        "fitted": fitted,
        "labels": np.asarray(labels),
        "again": bool((labels == again).all()),
    }
