"""Noisy tables that a full tree learns by heart, and one that it does not."""

import numpy as np
from sklearn.model_selection import StratifiedKFold, cross_validate
from sklearn.tree import DecisionTreeClassifier

from tutor.sandbox.cases import Case, close


def table(rng, n, noise, columns=20):
    """The class is the sign of a sum of ten columns, with noise."""
    X = rng.normal(size=(n, columns))
    total = X[:, :10].sum(axis=1) / np.sqrt(10)
    return X, (total + rng.normal(scale=noise, size=n) > 0).astype(int)


def case(rng, says, noise, visible=False):
    X, y = table(rng, 850, noise)
    return Case(
        says, args=(X[:250], y[:250], X[250:]), given={"twice": visible}, kept={"y": y[250:]}, visible=visible
    )


def cases(seed):
    rng = np.random.default_rng(seed)
    X = rng.normal(size=(850, 3))
    y = (X[:, 1] > 0.2).astype(int)
    return [
        case(rng, "250 noisy rows of 20 columns", 0.4, visible=True),
        case(rng, "less noise", 0.2),
        case(rng, "more noise", 0.6),
        Case(
            "one question tells everything",
            args=(X[:250], y[:250], X[250:]),
            given={"twice": False},
            kept={"y": y[250:]},
        ),
        case(rng, "and once more", 0.3),
        case(rng, "hardly any noise", 0.1),
    ]


def judge(case, saw):
    X, y, new = case.args
    tree = DecisionTreeClassifier(random_state=0)
    folds = StratifiedKFold(n_splits=5, shuffle=True, random_state=0)
    scores = cross_validate(tree, X, y, cv=folds, return_train_score=True)
    train, valid = float(scores["train_score"].mean()), float(scores["test_score"].mean())
    diagnosis = {"train": train, "valid": valid, "overfits": train - valid > 0.1}
    if words := close(saw["diagnosis"], diagnosis, tol=1e-3, name="diagnosis"):
        return words
    if not saw["again"]:
        return "the model gives other labels when it is fitted again: set its random_state"
    if saw["fitted"]:
        return "expected a model that is not fitted yet"
    full = tree.fit(X, y).score(new, case.kept["y"])
    yours = float(np.mean(np.asarray(saw["labels"]) == case.kept["y"]))
    wanted = min(full + 0.01, 0.95)
    if yours < wanted:
        return f"expected an accuracy of {wanted:.3f} on new rows (tree: {full:.3f}), got {yours:.3f}"
    return None
