"""Principal components of wines, as measured and standardised."""

import numpy as np
from sklearn.datasets import load_wine
from sklearn.decomposition import PCA
from sklearn.preprocessing import scale

from tutor.sandbox.displays import Result, bars


def run(*, seed: int) -> Result:
    X, _ = load_wine(return_X_y=True)
    X = X[np.random.default_rng(seed).permutation(len(X))[:150]]
    raw = PCA(5).fit(X).explained_variance_ratio_
    scaled = PCA(5).fit(scale(X)).explained_variance_ratio_
    figure = bars(
        [1, 2, 3, 4, 5],
        {"as measured": raw, "standardised": scaled},
        title="Share of variance of each component",
        x_label="component",
        alt=(
            f"As measured the first component holds {raw[0]:.1%} of the variance, "
            f"standardised {scaled[0]:.1%}."
        ),
    )
    return Result(metrics={"raw_first": raw[0], "scaled_first": scaled[0]}, figures=[figure])
