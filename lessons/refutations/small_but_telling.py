"""Two classes that differ along the direction of least variance: keep the first component only."""

import numpy as np
from sklearn.decomposition import PCA
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline

from tutor.sandbox.displays import Result, scatter


def run(*, seed: int) -> Result:
    rng = np.random.default_rng(seed)
    y = rng.integers(0, 2, 1000)
    X = np.column_stack([rng.normal(0, 10, 1000), rng.normal(0, 0.4, 1000) + y])
    both = LogisticRegression().fit(X[:500], y[:500])
    first = make_pipeline(PCA(1), LogisticRegression()).fit(X[:500], y[:500])
    share = first[0].explained_variance_ratio_[0]
    with_both, with_first = both.score(X[500:], y[500:]), first.score(X[500:], y[500:])
    figure = scatter(
        X[500:],
        y[500:],
        title="Wide, but split in height",
        alt=(
            f"The first component holds {share:.1%} of the variance. Accuracy with both columns "
            f"{with_both:.2f}, with the first component {with_first:.2f}."
        ),
    )
    return Result(
        metrics={"share": share, "with_both": with_both, "with_first": with_first}, figures=[figure]
    )
