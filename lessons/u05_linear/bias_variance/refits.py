"""Fit one polynomial to sample after sample of the same curve, and split its error into parts."""

import numpy as np
from sklearn.linear_model import LinearRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import PolynomialFeatures

from tutor.sandbox.displays import Axis, Figure, Line, Result, bars

SAMPLES = 30
SHOWN = 10
GRID = np.linspace(-0.95, 0.95, num=50)


def truth(x):
    """The curve behind the data; in practice nobody knows it."""
    return np.sin(np.pi * x)


def run(*, degree: int, n: int, noise: float, seed: int) -> Result:
    rng = np.random.default_rng(seed)
    model = make_pipeline(PolynomialFeatures(degree=degree, include_bias=False), LinearRegression())

    fits, train_errors = [], []
    for _ in range(SAMPLES):
        x = rng.uniform(-1, 1, size=n)
        y = truth(x) + rng.normal(scale=noise, size=n)
        model.fit(x[:, None], y)
        train_errors.append(np.mean((model.predict(x[:, None]) - y) ** 2))
        fits.append(model.predict(GRID[:, None]))
    fits = np.array(fits)

    mean_fit = fits.mean(axis=0)
    bias_squared = np.mean((mean_fit - truth(GRID)) ** 2)
    variance = fits.var(axis=0).mean()
    new_y = truth(GRID) + rng.normal(scale=noise, size=fits.shape)
    error = np.mean((fits - new_y) ** 2)

    spaghetti = Figure(
        title=f"Degree {degree}, {n} points each",
        marks=(
            *(
                Line(x=GRID, y=fit, label="" if i else "one sample each")
                for i, fit in enumerate(fits[:SHOWN])
            ),
            Line(x=GRID, y=mean_fit, label="mean of all", color=1),
            Line(x=GRID, y=truth(GRID), label="truth", color=2, dashed=True),
        ),
        alt=(
            f"{SHOWN} of {SAMPLES} fits of degree {degree}. The mean of all misses the truth by "
            f"{bias_squared**0.5:.2f} on average, the fits scatter around it by {variance**0.5:.2f}."
        ),
        x=Axis(label="x"),
        y=Axis(label="y", low=-2, high=2),
    )
    parts = bars(["bias squared", "variance", "noise"], [bias_squared, variance, noise**2], title="Parts")
    return Result(
        metrics={
            "bias_squared": bias_squared,
            "variance": variance,
            "noise_squared": noise**2,
            "total": bias_squared + variance + noise**2,
            "error": error,
            "train_error": np.mean(train_errors),
        },
        figures=[spaghetti, parts],
    )
