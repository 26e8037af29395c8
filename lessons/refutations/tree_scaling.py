"""Grow the same tree on wines, as measured and standardised."""

import numpy as np
from sklearn.datasets import load_wine
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler
from sklearn.tree import DecisionTreeClassifier

from tutor.sandbox.displays import Result, bars


def run(*, seed: int) -> Result:
    X, y = load_wine(return_X_y=True)
    X_train, X_test, y_train, _ = train_test_split(X, y, test_size=0.5, stratify=y, random_state=seed)
    scaler = StandardScaler().fit(X_train)
    raw = DecisionTreeClassifier(random_state=seed).fit(X_train, y_train)
    scaled = DecisionTreeClassifier(random_state=seed).fit(scaler.transform(X_train), y_train)
    changed = np.mean(raw.predict(X_test) != scaled.predict(scaler.transform(X_test)))
    leaves = [raw.get_n_leaves(), scaled.get_n_leaves()]
    figure = bars(
        ["as measured", "standardised"],
        leaves,
        title="Leaves of the two trees",
        alt=(
            f"The trees have {leaves[0]} and {leaves[1]} leaves "
            f"and disagree on {changed:.1%} of the test wines."
        ),
    )
    return Result(
        metrics={"changed": changed, "leaves_raw": leaves[0], "leaves_scaled": leaves[1]}, figures=[figure]
    )
