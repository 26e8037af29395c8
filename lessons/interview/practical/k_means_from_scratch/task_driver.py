"""What is looked at: the three things given back, and whether the starting centres were left alone."""

import numpy as np


def observe(entry, case):
    X, centres = case.args
    labels, found, inertia = entry(X.copy(), centres.copy(), **case.kwargs)
    return {"labels": np.asarray(labels), "centres": np.asarray(found), "inertia": float(inertia)}
