"""Give a forest one useful column and one of pure noise, and ask what mattered."""

import numpy as np
from sklearn.ensemble import RandomForestClassifier
from sklearn.inspection import permutation_importance

from tutor.sandbox.displays import Result, bars


def run(*, seed: int) -> Result:
    rng = np.random.default_rng(seed)
    useful, noise = rng.integers(0, 2, 1000), rng.normal(size=1000)
    y = np.where(rng.random(1000) < 0.75, useful, 1 - useful)
    X = np.column_stack([useful, noise])
    model = RandomForestClassifier(50, random_state=seed).fit(X[:500], y[:500])
    impurity = model.feature_importances_
    permuted = permutation_importance(
        model, X[500:], y[500:], n_repeats=5, random_state=seed
    ).importances_mean
    figure = bars(
        ["useful", "noise"],
        {"by impurity, training": impurity, "by permutation, test": permuted},
        title="What a forest says mattered",
        alt=(
            f"By impurity the column of noise has the importance {impurity[1]:.2f} of 1; "
            f"permuted on test data it has {permuted[1]:.2f}."
        ),
    )
    return Result(
        metrics={
            "noise_impurity": impurity[1],
            "noise_permuted": permuted[1],
            "useful_permuted": permuted[0],
        },
        figures=[figure],
    )
