"""The one column that decides stands there twice: what is each copy worth?"""

import numpy as np
from sklearn.inspection import permutation_importance
from sklearn.linear_model import Ridge

from tutor.sandbox.displays import Result, bars


def run(*, seed: int) -> Result:
    rng = np.random.default_rng(seed)
    cause = rng.normal(size=600)
    y = cause + rng.normal(0, 0.2, 600)
    worth = []
    for copies in (1, 10):
        X = np.repeat(cause[:, None], copies, axis=1)
        model = Ridge().fit(X[:300], y[:300])
        found = permutation_importance(model, X[300:], y[300:], n_repeats=5, random_state=seed)
        worth.append(found.importances_mean[0])
    figure = bars(
        ["alone", "one of ten copies"],
        worth,
        title="Permutation importance of the same column",
        y_label="loss of R²",
        alt=f"Alone the column is worth {worth[0]:.2f} of R², as one of ten copies {worth[1]:.3f}.",
    )
    return Result(metrics={"alone": worth[0], "copy": worth[1]}, figures=[figure])
