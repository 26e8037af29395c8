"""Labels and small tables whose best split is known by trying everything."""

import numpy as np

from tutor.sandbox.cases import Case, close, told


def mixed_labels(rng, n):
    """Labels 0 and 1 in random order, both of them present."""
    ones = rng.integers(2, n - 1)
    return rng.permutation((np.arange(n) < ones).astype(int))


def table(rng, n, columns, classes):
    """A shuffled table in which the columns tell something about the class, the last the most."""
    y = rng.permutation(np.arange(n) % classes)
    X = rng.normal(size=(n, columns)) + y[:, None] * np.linspace(2.0, 0.5, columns)[::-1]
    return X, y


def every_split(X, y, min_leaf):
    """Feature, threshold and gain of every split that is allowed, in order."""
    if len(np.unique(y)) == 1:
        return []
    found = []
    for feature in range(X.shape[1]):
        values = np.unique(X[:, feature])
        for threshold in (values[:-1] + values[1:]) / 2:
            left = X[:, feature] <= threshold
            size = left.sum()
            if min(size, len(y) - size) >= min_leaf:
                parts = size * gini(y[left]) + (len(y) - size) * gini(y[~left])
                found.append((feature, threshold, gini(y) - parts / len(y)))
    return found


def gini(y):
    shares = np.unique(y, return_counts=True)[1] / len(y)
    return 1 - (shares**2).sum()


def cases(seed):
    rng = np.random.default_rng(seed)
    eight = np.arange(1.0, 9.0)[:, None]
    X, y = table(rng, 40, 3, 3)
    steps = rng.integers(0, 4, size=(60, 3)).astype(float)
    by_steps = (steps[:, 1] + rng.normal(scale=0.8, size=60) > 1.5).astype(int)
    one, label = table(rng, 30, 1, 2)
    twins = np.column_stack([rng.normal(size=30), one[:, 0], one[:, 0]])
    lone = np.column_stack([np.append(rng.normal(size=39), 9.0), rng.normal(size=40)])
    outlier = np.append(rng.permutation(np.arange(39) % 2), 2)
    corners = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
    return [
        Case("eight points in a row", args=(eight, mixed_labels(rng, 8)), visible=True),
        Case("the impurity of two classes", "gini", args=(mixed_labels(rng, 10),), visible=True),
        Case(
            "the impurity of three classes", "gini", args=(rng.permutation(y[: int(rng.integers(25, 40))]),)
        ),
        Case(
            "the impurity of labels that are words",
            "gini",
            args=(rng.permutation(np.repeat(["ham", "spam", "phish"], rng.integers(1, 9, size=3))),),
        ),
        Case("the impurity of a single class", "gini", args=(np.full(int(rng.integers(3, 9)), 4),)),
        Case("40 rows, three columns, three classes", args=(X, y)),
        Case("the same rows in another order", args=(X[::-1].copy(), y[::-1].copy())),
        Case("columns with few different values", args=(steps, by_steps)),
        Case("two columns that are the same: the first one wins", args=(twins, label)),
        Case("one row of a class of its own, and min_leaf = 6", args=(lone, outlier), kwargs={"min_leaf": 6}),
        Case("a pure node", args=(rng.normal(size=(12, 2)), np.ones(12, dtype=int))),
        Case("no column has any spread", args=(np.full((10, 2), rng.normal()), mixed_labels(rng, 10))),
        Case("min_leaf is more than half of the rows", args=(X, y), kwargs={"min_leaf": 21}),
        Case("four corners: no split gains anything", args=(corners, np.array([0, 1, 1, 0]))),
    ]


def judge(case, saw):
    if case.call == "gini":
        return close(saw, gini(case.args[0]))
    X, y = case.args
    splits = every_split(X, y, case.kwargs.get("min_leaf", 1))
    if not splits:
        return None if saw is None else f"expected None, got {told(saw)}"
    top = max(gain for _, _, gain in splits)
    best = [split for split in splits if split[2] > top - 1e-9]
    if "first one wins" in case.says:
        best = [split for split in best if split[0] == best[0][0]]
    if not isinstance(saw, (tuple, list)) or len(saw) != 3:
        return f"expected {worded(best[0])}, got {told(saw)}"
    if any(saw[0] == feature and close(saw[1:], [at, gain]) is None for feature, at, gain in best):
        return None
    return f"expected {worded(best[0])}, got {worded(saw)}"


def worded(split):
    feature, threshold, gain = split
    return f"column {told(feature)} at {told(threshold)} with a gain of {told(gain)}"
