"""Fits on the rows of a case, and says besides what the fit answers for the same rows."""

import numpy as np


def observe(entry, case):
    X, y = case.args
    X, y = X.copy(), y.copy()
    intercept, coefficients = entry(X, y)
    coefficients = np.asarray(coefficients, dtype=float)
    return {
        "intercept": float(intercept),
        "coefficients": coefficients,
        "answers": float(intercept) + case.args[0] @ coefficients,
        "touched": bool((case.args[0] != X).any() or (y != case.args[1]).any()),
    }
