"""Gradient descent from many starts on a curve with a deep valley and a shallow one."""

import numpy as np

from tutor.sandbox.displays import Result, lines


def height(x):
    """Two valleys, the left one deeper."""
    return x**4 - 2 * x**2 + 0.5 * x


def run(*, seed: int) -> Result:
    x = np.random.default_rng(seed).uniform(-2, 2, 500)
    for _ in range(500):
        x -= 0.02 * (4 * x**3 - 4 * x + 0.5)
    found = np.mean(x < 0)
    grid = np.linspace(-1.6, 1.6, 80)
    figure = lines(
        grid,
        {"loss": height(grid)},
        title="Two valleys",
        x_label="weight",
        alt=f"Of 500 starts {found:.0%} end in the deeper valley on the left, the others in the shallow one.",
    )
    return Result(metrics={"found": found, "settled": np.ptp(x[x < 0])}, figures=[figure])
