"""Fit straight lines to a wave, from few points and from many, and measure the bias."""

import numpy as np
from sklearn.linear_model import LinearRegression

from tutor.sandbox.displays import Result, bars


def run(*, seed: int) -> Result:
    rng = np.random.default_rng(seed)
    grid = np.linspace(0, 1, 50)[:, None]
    truth = np.sin(2 * np.pi * grid[:, 0])
    bias, variance = [], []
    for n in (20, 500):
        fits = []
        for _ in range(100):
            X = rng.uniform(size=(n, 1))
            y = np.sin(2 * np.pi * X[:, 0]) + rng.normal(0, 0.3, n)
            fits.append(LinearRegression().fit(X, y).predict(grid))
        bias.append(np.mean((np.mean(fits, axis=0) - truth) ** 2))
        variance.append(np.mean(np.var(fits, axis=0)))
    figure = bars(
        ["20 points", "500 points"],
        {"bias squared": bias, "variance": variance},
        title="A straight line through a wave",
        alt=(
            f"From 20 to 500 points the squared bias goes from {bias[0]:.3f} to {bias[1]:.3f}, "
            f"the variance from {variance[0]:.3f} to {variance[1]:.4f}."
        ),
    )
    return Result(
        metrics={
            "bias_few": bias[0],
            "bias_many": bias[1],
            "variance_few": variance[0],
            "variance_many": variance[1],
        },
        figures=[figure],
    )
