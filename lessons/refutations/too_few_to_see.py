"""A real effect, a thousand small experiments, and their p values."""

import numpy as np
from scipy.stats import ttest_ind

from tutor.sandbox.displays import Result, histogram


def run(*, seed: int) -> Result:
    rng = np.random.default_rng(seed)
    before = rng.normal(0.0, 1, size=(1000, 20))
    after = rng.normal(0.4, 1, size=(1000, 20))
    p = ttest_ind(before, after, axis=1).pvalue
    missed = np.mean(p > 0.05)
    figure = histogram(
        p,
        bins=20,
        title="p values of a real effect",
        x_label="p",
        y_label="experiments",
        alt=(
            f"With 20 cases a side, {missed:.0%} of 1,000 experiments on a real effect end with p above 0.05."
        ),
    )
    return Result(metrics={"missed": missed}, figures=[figure])
