"""Hand a column of words to a decision tree, then the same column one-hot encoded."""

import numpy as np
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder
from sklearn.tree import DecisionTreeClassifier

from tutor.sandbox.displays import Result, bars


def accepts(model, X, y):
    """Whether the model can be fitted to X."""
    try:
        model.fit(X, y)
    except ValueError:
        return 0
    return 1


def run(*, seed: int) -> Result:
    rng = np.random.default_rng(seed)
    X = rng.choice(np.array(["red", "green", "blue"], dtype=object), size=(60, 1))
    y = (X[:, 0] == "red").astype(int)
    words = accepts(DecisionTreeClassifier(), X, y)
    encoded = accepts(make_pipeline(OneHotEncoder(), DecisionTreeClassifier()), X, y)
    figure = bars(
        ["words", "one-hot"],
        [words, encoded],
        title="Can the tree be fitted?",
        y_label="1 is yes",
        y_range=(0, 1),
        alt=(
            f"Words: {'fits' if words else 'ValueError'}. One-hot columns: "
            f"{'fits' if encoded else 'ValueError'}."
        ),
    )
    return Result(metrics={"words": words, "encoded": encoded}, figures=[figure])
