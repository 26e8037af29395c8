"""Bootstrap the mean of twenty numbers with more and more resamples."""

import numpy as np

from tutor.sandbox.displays import Result, bars


def width(sample, resamples, rng):
    """The width of the 95 % interval of the mean."""
    means = rng.choice(sample, size=(resamples, len(sample))).mean(axis=1)
    low, high = np.quantile(means, [0.025, 0.975])
    return high - low


def run(*, seed: int) -> Result:
    rng = np.random.default_rng(seed)
    population = rng.normal(size=2000)
    few, many = (width(population[:20], resamples, rng) for resamples in (1000, 50_000))
    more_data = width(population, 1000, rng)
    figure = bars(
        ["20 values, 1,000 resamples", "20 values, 50,000 resamples", "2,000 values, 1,000 resamples"],
        [few, many, more_data],
        title="Width of the 95 % interval of a mean",
        alt=(
            f"With 20 values the interval is {few:.2f} wide for 1,000 resamples and {many:.2f} for 50,000; "
            f"with 2,000 values it is {more_data:.2f}."
        ),
    )
    return Result(metrics={"few": few, "many": many, "more_data": more_data}, figures=[figure])
