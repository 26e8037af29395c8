"""A thousand experiments without any effect, tested after every tenth pair of cases."""

import numpy as np
from scipy.stats import ttest_ind

from tutor.sandbox.displays import Result, bars


def run(*, seed: int) -> Result:
    rng = np.random.default_rng(seed)
    a, b = rng.normal(size=(2, 1000, 200))
    looks = [ttest_ind(a[:, :n], b[:, :n], axis=1).pvalue < 0.05 for n in range(10, 201, 10)]
    once, ever = np.mean(looks[-1]), np.mean(np.any(looks, axis=0))
    figure = bars(
        ["one look at the end", "stopped at the first p < 0.05"],
        [once, ever],
        title="False alarms where there is no effect",
        y_label="share of experiments",
        alt=f"One look at the end gives {once:.1%} false alarms, twenty looks {ever:.1%}.",
    )
    return Result(metrics={"once": once, "ever": ever}, figures=[figure])
