"""What is looked at: the split, whether it can be repeated, and whether another seed changes it."""

import numpy as np


def observe(entry, case):
    y, share, seed = case.args
    train, test = entry(y, share, seed)
    again = entry(y, share, seed)[1]
    other = [entry(y, share, seed + more)[1] for more in (1, 2, 3)]
    return {
        "train": np.asarray(train, dtype=int),
        "test": np.asarray(test, dtype=int),
        "same": bool(np.array_equal(test, again)),
        "other": not all(np.array_equal(test, each) for each in other),
    }
