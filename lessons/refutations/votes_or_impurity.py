"""Split 40 points of A and 10 of B: first nothing seems gained, then everything is."""

import numpy as np
from sklearn.tree import DecisionTreeClassifier

from tutor.sandbox.displays import Result, bars


def run(*, seed: int) -> Result:
    group = np.repeat([0, 1, 1], [30, 10, 10])
    detail = np.repeat([0, 0, 1], [30, 10, 10])
    X = np.column_stack([group, group * detail])
    y = np.repeat([0, 0, 1], [30, 10, 10])
    first = DecisionTreeClassifier(max_depth=1, random_state=seed).fit(X[:, :1], y)
    both = DecisionTreeClassifier(max_depth=2, random_state=seed).fit(X, y)
    impurity, children = first.tree_.impurity, first.tree_.n_node_samples / len(y)
    gini_gain = impurity[0] - children[1] * impurity[1] - children[2] * impurity[2]
    votes_gain = first.score(X[:, :1], y) - 0.8
    figure = bars(
        ["accuracy of votes", "Gini impurity"],
        [votes_gain, gini_gain],
        title="What the first split gains",
        alt=(
            f"The first split gains {votes_gain:.2f} accuracy and {gini_gain:.2f} Gini impurity; "
            f"with the next split the accuracy is {both.score(X, y):.2f}."
        ),
    )
    return Result(metrics={"votes_gain": votes_gain, "gini_gain": gini_gain}, figures=[figure])
