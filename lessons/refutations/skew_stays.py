"""Draw more and more incomes: does their distribution become normal?"""

import numpy as np
from scipy.stats import skew

from tutor.sandbox.displays import Result, histogram


def run(*, seed: int) -> Result:
    rng = np.random.default_rng(seed)
    values = rng.exponential(size=100_000)
    means = rng.exponential(size=(2000, 200)).mean(axis=1)
    skew_values, skew_means = skew(values), skew(means)
    figure = histogram(
        values[values < 6],
        bins=24,
        title="100,000 skewed values",
        x_label="value",
        alt=(
            f"100,000 values keep their skewness of {skew_values:.2f}; "
            f"means of 200 values each have {skew_means:.2f}."
        ),
    )
    return Result(metrics={"skew_values": skew_values, "skew_means": skew_means}, figures=[figure])
