"""Test a crowd for a rare illness and count who is ill among the positives."""

import numpy as np

from tutor.sandbox.displays import Result, bars


def run(*, seed: int) -> Result:
    rng = np.random.default_rng(seed)
    people = 200_000
    ill = rng.random(people) < 0.01
    positive = np.where(ill, rng.random(people) < 0.9, rng.random(people) < 0.1)
    positive_if_ill = positive[ill].mean()
    ill_if_positive = ill[positive].mean()
    figure = bars(
        ["positive among the ill", "ill among the positive"],
        [positive_if_ill, ill_if_positive],
        title="A good test for a rare illness",
        y_range=(0, 1),
        alt=(
            f"Of the ill {positive_if_ill:.0%} test positive; "
            f"of those who test positive {ill_if_positive:.0%} are ill."
        ),
    )
    return Result(
        metrics={"positive_if_ill": positive_if_ill, "ill_if_positive": ill_if_positive}, figures=[figure]
    )
