"""Small tables; a plain tree of our own says what is right, with no two splits equally good."""

import numpy as np

from tutor.sandbox.cases import Case, Failed, close


def table(rng, n, columns, classes, spread=1.0):
    y = rng.permutation(np.arange(n) % classes)
    X = rng.normal(scale=spread, size=(n, columns)) + y[:, None] * np.linspace(0.3, 2.0, columns)
    return X, y


def case(says, X, y, new, visible=False, **options):
    return Case(says, args=(X, y, new), given={"options": options}, visible=visible)


def cases(seed):
    rng = np.random.default_rng(seed)
    X, y = table(rng, 60, 2, 2)
    wide, three = table(rng, 90, 3, 3)
    fresh = table(rng, 40, 2, 2)[0]
    row = np.arange(8.0)[:, None] + rng.normal(scale=0.1, size=(8, 1))
    corners = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
    odd, lone = rng.normal(size=(40, 2)), np.zeros(40, dtype=int)
    lone[odd[:, 0].argmax()] = 1
    return [
        case("eight rows, one question", row, np.repeat([0, 1], [3, 5]), row, True, max_depth=1),
        case("60 rows, one question", X, y, fresh, max_depth=1),
        case("60 rows, three questions deep", X, y, fresh, max_depth=3),
        case("three classes, four deep", wide, three, table(rng, 40, 3, 3)[0], max_depth=4),
        case("grown until pure", X, y, X, max_depth=30),
        case("at least eight rows in a leaf", X, y, fresh, max_depth=6, min_leaf=8),
        case("an outlier that may not stand alone", odd, lone, odd, max_depth=2, min_leaf=5),
        case("only one class", X, np.ones(60, dtype=int), fresh, max_depth=3),
        case("columns without spread", np.ones((6, 2)), np.array([0, 1, 1, 1, 0, 1]), np.ones((2, 2))),
        case("a single row", X[:1], y[:1], fresh[:3]),
        case("no split gains, two together do", corners, np.array([0, 1, 1, 0]), corners, max_depth=2),
        Case("predict before fit", args=(None, None, fresh), given={"options": {}}, raises=True),
    ]


def judge(case, saw):
    X, y, new = case.args
    if case.raises:
        right = isinstance(saw, Failed) and saw.kind == "ValueError"
        return None if right else "expected a ValueError that says that the tree has not been fitted"
    options = {"max_depth": 3, "min_leaf": 1, **case.given["options"]}
    tree = grow(X, y, options["max_depth"], options["min_leaf"])
    expected = {"leaves": leaves(tree), "labels": np.array([walk(tree, row) for row in new])}
    return close(saw, expected)


def gini(y):
    return 1 - ((np.unique(y, return_counts=True)[1] / len(y)) ** 2).sum()


def grow(X, y, depth, least):
    labels, counts = np.unique(y, return_counts=True)
    splits = []
    if depth and len(labels) > 1:
        for feature in range(X.shape[1]):
            values = np.unique(X[:, feature])
            for threshold in (values[:-1] + values[1:]) / 2:
                left = X[:, feature] <= threshold
                size = left.sum()
                if min(size, len(y) - size) >= least:
                    cost = size * gini(y[left]) + (len(y) - size) * gini(y[~left])
                    splits.append((round(cost, 10), feature, threshold))
    if not splits:
        return labels[counts.argmax()]
    _, feature, threshold = min(splits)
    left = X[:, feature] <= threshold
    return (
        feature,
        threshold,
        grow(X[left], y[left], depth - 1, least),
        grow(X[~left], y[~left], depth - 1, least),
    )


def walk(node, row):
    while isinstance(node, tuple):
        node = node[2] if row[node[0]] <= node[1] else node[3]
    return node


def leaves(node):
    return leaves(node[2]) + leaves(node[3]) if isinstance(node, tuple) else 1
