"""Five blocks of days, but the blocks after the test help to forecast it."""

import numpy as np
from sklearn.model_selection import KFold, cross_val_score
from sklearn.tree import DecisionTreeRegressor


def report(day, X, crates, seed):
    order = np.argsort(day)
    table, crates = np.column_stack([day, X])[order], crates[order]
    model = DecisionTreeRegressor(min_samples_leaf=2, random_state=seed)
    scores = cross_val_score(model, table, crates, cv=KFold(5), scoring="neg_mean_absolute_error")
    return float(-scores.mean())
