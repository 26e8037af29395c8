"""Coin flips, 2,000 useless columns: choose the best twenty before or inside cross-validation."""

import numpy as np
from sklearn.feature_selection import SelectKBest
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_score
from sklearn.pipeline import make_pipeline

from tutor.sandbox.displays import Result, bars


def run(*, seed: int) -> Result:
    rng = np.random.default_rng(seed)
    X, y = rng.normal(size=(100, 2000)), np.repeat([0, 1], 50)
    model = LogisticRegression()
    chosen = SelectKBest(k=20).fit_transform(X, y)
    before = cross_val_score(model, chosen, y, cv=5).mean()
    inside = cross_val_score(make_pipeline(SelectKBest(k=20), model), X, y, cv=5).mean()
    figure = bars(
        ["chosen before", "chosen inside"],
        [before, inside],
        title="Cross-validated accuracy on pure noise",
        y_range=(0, 1),
        alt=(
            f"With columns chosen before, cross-validation says {before:.2f}; chosen inside each "
            f"fold, {inside:.2f}."
        ),
    )
    return Result(metrics={"before": before, "inside": inside}, figures=[figure])
