"""A missed case costs ten false alarms: look for the threshold of least cost."""

import numpy as np

from tutor.sandbox.displays import Result, lines


def run(*, seed: int) -> Result:
    rng = np.random.default_rng(seed)
    p = rng.beta(1, 3, 20_000)
    y = rng.random(len(p)) < p
    thresholds = np.linspace(0.01, 0.99, 99)
    costs = [np.mean(np.where(y, 10 * (p < t), p >= t)) for t in thresholds]
    best = int(np.argmin(costs))
    at_half = costs[49]
    figure = lines(
        thresholds,
        {"cost per case": costs},
        title="A miss costs 10, a false alarm 1",
        x_label="threshold",
        alt=(
            f"The cost is least, {costs[best]:.2f}, at a threshold of {thresholds[best]:.2f}; "
            f"at 0.50 it is {at_half:.2f}."
        ),
    )
    return Result(
        metrics={"best_threshold": thresholds[best], "best_cost": costs[best], "half_cost": at_half},
        figures=[figure],
    )
