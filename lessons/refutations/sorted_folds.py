"""Cross-validate on rows sorted by their target, with cv=5 and with shuffled folds."""

import numpy as np
from sklearn.model_selection import KFold, cross_val_score
from sklearn.neighbors import KNeighborsRegressor

from tutor.sandbox.displays import Result, bars


def run(*, seed: int) -> Result:
    rng = np.random.default_rng(seed)
    X = np.sort(rng.uniform(0, 10, size=(300, 1)), axis=0)
    y = X[:, 0] + rng.normal(0, 0.5, 300)
    model = KNeighborsRegressor()
    plain = cross_val_score(model, X, y, cv=5).mean()
    shuffled = cross_val_score(model, X, y, cv=KFold(5, shuffle=True, random_state=seed)).mean()
    figure = bars(
        ["cv=5", "shuffled folds"],
        [plain, shuffled],
        title="R² on rows sorted by size",
        y_label="R²",
        alt=f"cv=5 gives an R² of {plain:.2f}, shuffled folds {shuffled:.2f}.",
    )
    return Result(metrics={"plain": plain, "shuffled": shuffled}, figures=[figure])
