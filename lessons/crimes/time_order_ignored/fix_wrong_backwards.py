"""Keeps the order, but tests on the first days and trains on the later ones."""

import numpy as np
from sklearn.metrics import mean_absolute_error
from sklearn.tree import DecisionTreeRegressor


def report(day, X, crates, seed):
    order = np.argsort(day)
    table, crates = np.column_stack([day, X])[order], crates[order]
    cut = int(0.2 * len(crates))
    model = DecisionTreeRegressor(min_samples_leaf=2, random_state=seed).fit(table[cut:], crates[cut:])
    return float(mean_absolute_error(crates[:cut], model.predict(table[:cut])))
