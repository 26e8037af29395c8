"""Two workers average their shares of the data; somebody averages the averages."""

import numpy as np

from tutor.sandbox.displays import Result, bars


def run(*, seed: int) -> Result:
    rng = np.random.default_rng(seed)
    small, large = rng.normal(10, 1, 100), rng.normal(0, 1, 900)
    of_means = (small.mean() + large.mean()) / 2
    overall = np.concatenate([small, large]).mean()
    figure = bars(
        ["mean of the two means", "mean of all values"],
        [of_means, overall],
        title="100 values here, 900 there",
        alt=f"The mean of the two means is {of_means:.2f}, the mean of all values {overall:.2f}.",
    )
    return Result(metrics={"of_means": of_means, "overall": overall}, figures=[figure])
