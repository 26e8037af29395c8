"""Trees and validation points, small ones by hand and large ones grown on moons, with their best pruning."""

import numpy as np
from sklearn.datasets import make_moons
from sklearn.tree import DecisionTreeClassifier

from tutor.sandbox.cases import Case, told


def leaf(label):
    return {"label": label}


def node(feature, threshold, label, left, right):
    return {"feature": feature, "threshold": threshold, "label": label, "left": left, "right": right}


def grown(X, y, seed):
    """A tree of scikit-learn's, as nested dicts."""
    fitted = DecisionTreeClassifier(random_state=seed).fit(X, y)
    tree = fitted.tree_

    def copied(at):
        label = int(fitted.classes_[np.argmax(tree.value[at][0])])
        if tree.children_left[at] == -1:
            return leaf(label)
        parts = copied(tree.children_left[at]), copied(tree.children_right[at])
        return node(int(tree.feature[at]), float(tree.threshold[at]), label, *parts)

    return copied(0)


def predict(tree, X):
    if "feature" not in tree:
        return np.full(len(X), tree["label"])
    left = X[:, tree["feature"]] <= tree["threshold"]
    labels = np.empty(len(X), dtype=int)
    labels[left] = predict(tree["left"], X[left])
    labels[~left] = predict(tree["right"], X[~left])
    return labels


def pruned(tree, X, y):
    """The best pruning and its errors."""
    wrong = int(np.sum(y != tree["label"]))
    if "feature" not in tree:
        return leaf(tree["label"]), wrong
    left = X[:, tree["feature"]] <= tree["threshold"]
    one, wrong_left = pruned(tree["left"], X[left], y[left])
    other, wrong_right = pruned(tree["right"], X[~left], y[~left])
    if wrong <= wrong_left + wrong_right:
        return leaf(tree["label"]), wrong
    return node(tree["feature"], tree["threshold"], tree["label"], one, other), wrong_left + wrong_right


def leaves(tree):
    return 1 if "feature" not in tree else leaves(tree["left"]) + leaves(tree["right"])


def column(*values):
    return np.array(values, dtype=float)[:, None]


def cases(seed):
    rng = np.random.default_rng(seed)
    a = int(rng.integers(2))
    b = 1 - a
    cut = round(float(rng.uniform(-1, 1)), 1)
    near, far = cut + np.array([-0.5, 0.5]), cut + np.array([-2.0, 2.0])
    stump = node(0, cut, a, leaf(a), leaf(b))
    # A stray leaf below a good question: the good question must survive what hangs below it.
    stray = node(0, cut, a, leaf(a), node(0, cut + 1, b, leaf(b), leaf(a)))
    X, y = make_moons(n_samples=500, noise=0.45, random_state=int(rng.integers(10_000)))
    tree = grown(X[:200], y[:200], seed)
    clean, sides = rng.uniform(-1, 1, size=(160, 2)), rng.permutation(160)
    good = (clean[:, 0] + 0.3 > 0).astype(int)
    lots = rng.normal(size=(150, 3))
    coin = grown(lots[:90], rng.integers(0, 2, size=90), seed)
    beyond = column(*(cut + rng.uniform(2, 3, size=8)))
    deep = node(0, cut, a, leaf(a), node(1, 0.0, b, leaf(a), leaf(b)))
    sides_of_cut = np.append(cut - rng.uniform(1, 2, size=9), cut + rng.uniform(1, 2, size=4))
    elsewhere = np.column_stack([sides_of_cut, np.append(np.full(11, -1.0), np.full(2, 1.0))])
    truth = np.append(np.full(9, a), np.full(4, b))
    return [
        Case(
            "one question, and it does harm",
            args=(stump, column(near[0], near[1], far[1]), np.array([a, a, a])),
            visible=True,
        ),
        Case(
            "one question, and it helps",
            args=(stump, column(*near, *far), np.array([a, b, a, b])),
            visible=True,
        ),
        Case("one leaf", args=(leaf(b), column(*near), np.array([a, b]))),
        Case(
            "a question that neither helps nor harms",
            args=(stump, column(*near, far[1]), np.array([a, a, b])),
        ),
        Case(
            "a bad question below a good one",
            args=(stray, column(near[0], cut + 2, cut + 3), np.array([a, b, b])),
        ),
        Case(
            "no point reaches the branch",
            args=(stray, column(*(cut - rng.uniform(1, 2, size=6))), np.full(6, a)),
        ),
        Case("many points that never reach the question below", args=(deep, elsewhere, truth)),
        Case("all points lie on one side", args=(stray, beyond, np.append(np.full(7, b), a))),
        Case("moons with much noise", args=(tree, X[200:], y[200:])),
        Case("the same points in another order", args=(tree, X[200:][::-1].copy(), y[200:][::-1].copy())),
        Case("labels that a coin decided", args=(coin, lots[90:], np.full(60, coin["label"]))),
        Case("a tree that is right everywhere", args=(grown(clean, good, seed), clean[sides], good[sides])),
    ]


def judge(case, saw):
    tree, X, y = case.args
    if saw["grown"] != "as it was":
        return "the tree that you were given has changed; give back a copy"
    found = saw["pruned"]
    if not isinstance(found, dict) or "label" not in found:
        return f"expected a tree, a dict with a label, got {told(found)}"
    best, fewest = pruned(tree, X, y)
    try:
        wrong, size = int(np.sum(y != predict(found, X))), leaves(found)
    except (KeyError, TypeError) as error:
        return f"what came back is no tree: {type(error).__name__} {error}"
    if (wrong, size) != (fewest, leaves(best)):
        return (
            f"expected {leaves(best)} of {leaves(tree)} leaves with {fewest} of {len(y)} points wrong, "
            f"got {size} leaves with {wrong} wrong"
        )
    if not same(found, best):
        return "as many leaves as expected, but other branches were cut or other labels given"
    return None


def same(one, other):
    if ("feature" in one) != ("feature" in other) or one["label"] != other["label"]:
        return False
    if "feature" not in one:
        return True
    alike = one["feature"] == other["feature"] and one["threshold"] == other["threshold"]
    return alike and same(one["left"], other["left"]) and same(one["right"], other["right"])
