"""Target encoding out of fold, with smoothing."""

import numpy as np


def encode(shops, y, fold, new, weight=10.0):
    """Return the codes of the training rows, out of fold, and those of the new rows."""
    shops, y, fold = np.asarray(shops), np.asarray(y, dtype=float), np.asarray(fold)
    codes = np.empty(len(y))
    for each in np.unique(fold):
        inside = fold == each
        codes[inside] = averages(shops, y, shops[inside], weight)
    return codes, averages(shops, y, np.asarray(new), weight)


def averages(shops, y, wanted, weight):
    """Return the smoothed mean of y for each of the wanted shops."""
    overall = y.mean()
    table = {}
    for name in np.unique(shops):
        own = y[shops == name]
        table[name] = (own.sum() + weight * overall) / (len(own) + weight)
    return np.array([table.get(name, overall) for name in wanted])
