"""Grow a tree until every leaf is pure, then let cross-validation decide how much to cut away."""

import numpy as np
from sklearn.datasets import make_moons
from sklearn.model_selection import GridSearchCV, train_test_split
from sklearn.tree import DecisionTreeClassifier

from tutor.sandbox.displays import Result, decision_boundary, lines, painted_points

ALPHAS = [0.0, *np.geomspace(0.001, 0.05, num=10)]


def run(*, noise: float, n: int, seed: int) -> Result:
    X, y = make_moons(n_samples=n + 2000, noise=noise, random_state=seed)
    X, y = painted_points(X, y)  # your own, once you have painted some
    n = min(n, 2 * len(X) // 3)
    X_train, X_test, y_train, y_test = train_test_split(X, y, train_size=n, random_state=seed)

    trees = [
        DecisionTreeClassifier(ccp_alpha=alpha, random_state=seed).fit(X_train, y_train) for alpha in ALPHAS
    ]
    full = trees[0]

    search = GridSearchCV(DecisionTreeClassifier(random_state=seed), {"ccp_alpha": ALPHAS}, cv=5)
    search.fit(X_train, y_train)
    pruned = search.best_estimator_

    full_leaves, pruned_leaves = full.get_n_leaves(), pruned.get_n_leaves()
    full_test, pruned_test = full.score(X_test, y_test), pruned.score(X_test, y_test)
    curves = lines(
        [tree.get_n_leaves() for tree in trees],
        {
            "training": [tree.score(X_train, y_train) for tree in trees],
            "test": [tree.score(X_test, y_test) for tree in trees],
            "cross-validation": search.cv_results_["mean_test_score"],
        },
        title="Accuracy by number of leaves",
        x_label="leaves",
        y_label="accuracy",
        dashed=["cross-validation"],
        alt=(
            f"Training accuracy climbs to {full.score(X_train, y_train):.2f} at {full_leaves} leaves, where "
            f"test accuracy is {full_test:.2f}. Cross-validation keeps {pruned_leaves} leaves; there "
            f"training accuracy is {pruned.score(X_train, y_train):.2f} and test accuracy {pruned_test:.2f}."
        ),
    )
    return Result(
        metrics={
            "full_leaves": full_leaves,
            "pruned_leaves": pruned_leaves,
            "full_train": full.score(X_train, y_train),
            "pruned_train": pruned.score(X_train, y_train),
            "full_test": full_test,
            "pruned_test": pruned_test,
            "alpha": search.best_params_["ccp_alpha"],
        },
        figures=[
            curves,
            decision_boundary(
                full, X_train, y_train, title=f"Fully grown: {full_leaves} leaves", classes=["upper", "lower"]
            ),
            decision_boundary(
                pruned, X_train, y_train, title=f"Pruned: {pruned_leaves} leaves", classes=["upper", "lower"]
            ),
        ],
    )
