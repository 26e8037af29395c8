"""Grow and prune trees on many training sets and count how often two of them disagree."""

import numpy as np
from sklearn.datasets import make_moons
from sklearn.tree import DecisionTreeClassifier

from tutor.sandbox.displays import Result, bars


def disagreement(alpha, seed, X_test):
    """How often a tree differs from the majority of trees grown on other training sets."""
    votes = []
    for part in range(40):
        X, y = make_moons(200, noise=0.4, random_state=1000 * seed + part)
        tree = DecisionTreeClassifier(ccp_alpha=alpha, random_state=seed).fit(X, y)
        votes.append(tree.predict(X_test))
    share = np.mean(votes, axis=0)
    return np.minimum(share, 1 - share).mean()


def run(*, seed: int) -> Result:
    X_test, _ = make_moons(1000, noise=0.4, random_state=seed + 500)
    full, pruned = disagreement(0.0, seed, X_test), disagreement(0.01, seed, X_test)
    figure = bars(
        ["full trees", "pruned trees"],
        [full, pruned],
        title="Disagreement over 40 training sets",
        y_label="share of answers",
        alt=(
            f"Full trees differ from their majority in {full:.1%} of the answers, pruned ones in "
            f"{pruned:.1%}."
        ),
    )
    return Result(metrics={"full": full, "pruned": pruned}, figures=[figure])
