"""Tables with a tree that is grown here in the same way, and its answers."""

import numpy as np

from tutor.sandbox.cases import Case, told


def clouds(rng, n, classes, spread=1.0):
    """Shuffled rows of a few overlapping clouds of points."""
    y = rng.permutation(np.arange(n) % classes)
    return rng.normal(size=(classes, 2), scale=1.5)[y] + rng.normal(scale=spread, size=(n, 2)), y


def cases(seed):
    rng = np.random.default_rng(seed)
    X, y = clouds(rng, 60, 3)
    new = rng.normal(scale=2.0, size=(80, 2))
    words = np.array(["setosa", "versicolor", "virginica"])
    corners = np.repeat([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]], 5, axis=0)
    same = np.full((9, 2), 1.5)
    rest = rng.permutation(np.repeat([0, 1, 2], [2, 4, 2]))
    uneven = np.append(rng.choice([0, 2]), rest)
    steps = rng.integers(0, 6, size=(50, 2)).astype(float)
    by_steps = (steps.sum(axis=1) + rng.normal(size=50) > 5).astype(int)
    return [
        Case(
            "six rows in a line",
            args=(np.arange(6.0)[:, None], rng.permutation([0, 0, 0, 1, 1, 1]), np.arange(0.25, 6)[:, None]),
            visible=True,
        ),
        Case("60 rows of three classes, no limits", args=(X, y, new)),
        Case("labels that are words", args=(X, words[y], new)),
        Case("max_depth = 1", args=(X, y, new), kwargs={"max_depth": 1}),
        Case("max_depth = 3", args=(X, y, new), kwargs={"max_depth": 3}),
        Case("min_leaf = 8", args=(X, y, new), kwargs={"min_leaf": 8}),
        Case("values that repeat", args=(steps, by_steps, rng.integers(0, 6, size=(40, 2)).astype(float))),
        Case(
            "four corners, where no first split gains",
            args=(corners, np.repeat([0, 1, 1, 0], 5), rng.uniform(size=(30, 2))),
        ),
        Case("rows that are all the same", args=(same, uneven, new[:5])),
        Case("one class only", args=(X, np.full(60, 7), new[:10])),
    ]


def judge(case, saw):
    X, y, new = case.args
    if saw["fit gives back"] != "the tree":
        return f"fit gives back the tree itself, got {saw['fit gives back']}"
    if saw["table"] != "as it was":
        return "the table that you were given has changed"
    tree = grow(X, y, 0, **case.kwargs)
    for name, rows in (("own rows", X), ("new rows", new)):
        expected = np.array([answer(tree, row) for row in rows])
        found = saw[name]
        if not isinstance(found, np.ndarray) or found.shape != expected.shape:
            return f"{name}: expected {len(expected)} labels, got {told(found)}"
        wrong = np.flatnonzero(found != expected)
        if len(wrong):
            first = wrong[0]
            return (
                f"{name}: {len(wrong)} of {len(rows)} answers differ, first that for {told(rows[first])}: "
                f"expected {told(expected[first])}, got {told(found[first])}"
            )
    return None


def gini(y):
    shares = np.unique(y, return_counts=True)[1] / len(y)
    return 1 - np.sum(shares**2)


def best_split(X, y, min_leaf):
    best, found = -1.0, None
    for feature in range(X.shape[1]):
        values = np.unique(X[:, feature])
        for threshold in (values[:-1] + values[1:]) / 2:
            left = X[:, feature] <= threshold
            size = left.sum()
            if min(size, len(y) - size) < min_leaf:
                continue
            gain = gini(y) - (size * gini(y[left]) + (len(y) - size) * gini(y[~left])) / len(y)
            if gain > best + 1e-12:
                best, found = gain, (feature, threshold)
    return found


def grow(X, y, depth, max_depth=None, min_leaf=1):
    labels, counts = np.unique(y, return_counts=True)
    split = None if len(labels) == 1 or depth == max_depth else best_split(X, y, min_leaf)
    if split is None:
        return labels[np.argmax(counts)]
    left = X[:, split[0]] <= split[1]
    limits = {"max_depth": max_depth, "min_leaf": min_leaf}
    return split, grow(X[left], y[left], depth + 1, **limits), grow(X[~left], y[~left], depth + 1, **limits)


def answer(tree, row):
    while isinstance(tree, tuple):
        (feature, threshold), left, right = tree
        tree = left if row[feature] <= threshold else right
    return tree
