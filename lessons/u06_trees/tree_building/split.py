"""Try every threshold of two measurements of the irises and see what each would gain at the root."""

import numpy as np
from sklearn.datasets import load_iris
from sklearn.tree import DecisionTreeClassifier

from tutor.sandbox.displays import Axis, Figure, Line, Result, tree

NAMES = ["sepal length", "sepal width", "petal length", "petal width"]
PETAL_LENGTH, PETAL_WIDTH = 2, 3
FLOWER = [6.0, 2.7, 5.1, 1.6]


def impurity(y, criterion):
    """How mixed the classes in y are: 0 when there is only one."""
    p = np.unique(y, return_counts=True)[1] / len(y)
    return 1 - (p**2).sum() if criterion == "gini" else -(p * np.log2(p)).sum()


def gain(x, y, threshold, criterion):
    """How much splitting y at x <= threshold lowers its impurity."""
    left, right = y[x <= threshold], y[x > threshold]
    children = len(left) * impurity(left, criterion) + len(right) * impurity(right, criterion)
    return impurity(y, criterion) - children / len(y)


def search(x, y, criterion):
    """Every threshold halfway between neighbouring values of x, and what it gains."""
    values = np.unique(x)
    thresholds = (values[:-1] + values[1:]) / 2
    return thresholds, np.array([gain(x, y, threshold, criterion) for threshold in thresholds])


def run(*, criterion: str, depth: int, seed: int) -> Result:
    X, y = load_iris(return_X_y=True)
    length_at, length_gain = search(X[:, PETAL_LENGTH], y, criterion)
    width_at, width_gain = search(X[:, PETAL_WIDTH], y, criterion)

    trees = [
        DecisionTreeClassifier(criterion=criterion, max_depth=depth, random_state=20 * seed + i).fit(X, y)
        for i in range(20)
    ]
    metrics = {
        "length_gain": length_gain.max(),
        "length_threshold": length_at[length_gain.argmax()],
        "width_gain": width_gain.max(),
        "width_threshold": width_at[width_gain.argmax()],
        "roots_on_length": sum(each.tree_.feature[0] == PETAL_LENGTH for each in trees),
        "roots_on_width": sum(each.tree_.feature[0] == PETAL_WIDTH for each in trees),
        "leaves": trees[0].get_n_leaves(),
        "train": trees[0].score(X, y),
        "flower": trees[0].predict([FLOWER])[0],
    }
    curves = Figure(
        title="What each split of the root would gain",
        marks=(
            Line(x=length_at, y=length_gain, label="petal length"),
            Line(x=width_at, y=width_gain, label="petal width", color=1),
        ),
        alt=(
            f"Gain by threshold. Petal length is best at {metrics['length_threshold']:.2f} cm with a gain of "
            f"{metrics['length_gain']:.3f}, petal width at {metrics['width_threshold']:.2f} cm with "
            f"{metrics['width_gain']:.3f}."
        ),
        x=Axis(label="threshold in cm"),
        y=Axis(label=f"gain ({criterion})", low=0),
    )
    outline = tree(trees[0], NAMES, ["setosa", "versicolor", "virginica"], title="The first of the trees")
    return Result(metrics=metrics, figures=[curves, outline])
