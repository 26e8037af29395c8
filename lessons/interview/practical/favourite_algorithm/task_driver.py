"""What is looked at: labels of two fits, whether X is as it was, and how many words justify the choice."""

import numpy as np


def observe(entry, case):
    X, y, new = case.args
    table, rows = X.copy(), new.copy()
    labels = np.asarray(entry().fit(table, y).predict(rows))
    again = np.asarray(entry().fit(X.copy(), y).predict(new.copy()))
    words = len(str(entry.fit.__globals__.get("JUSTIFY", "")).split())
    return {
        "labels": labels,
        "again": bool((labels == again).all()),
        "changed": not ((table == X).all() and (rows == new).all()),
        "justify": words,
    }
