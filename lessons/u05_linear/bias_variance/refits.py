"""Fit polynomials to sample after sample of one curve, and split their error into its parts."""

import numpy as np
from sklearn.linear_model import LinearRegression
from sklearn.preprocessing import PolynomialFeatures

from tutor.sandbox.displays import Axis, Figure, Line, Result, lines

SAMPLES = 30
SHOWN = 10
DEGREES = range(1, 10)
GRID = np.linspace(-0.95, 0.95, num=50)


def truth(x):
    """The curve behind the data; in practice nobody knows it."""
    return np.sin(np.pi * x)


def bias_and_variance(fits):
    """Squared distance of the mean fit from the truth, and spread of the fits around their mean."""
    return np.mean((fits.mean(axis=0) - truth(GRID)) ** 2), fits.var(axis=0).mean()


def run(*, degree: int, n: int, noise: float, seed: int) -> Result:
    rng = np.random.default_rng(seed)
    powers = PolynomialFeatures(degree=max(DEGREES), include_bias=False)
    grid = powers.fit_transform(GRID[:, None])

    fits = np.empty((len(DEGREES), SAMPLES, len(GRID)))
    train_errors = []
    for sample in range(SAMPLES):
        x = rng.uniform(-1, 1, size=n)
        y = truth(x) + rng.normal(scale=noise, size=n)
        X = powers.transform(x[:, None])
        for row, d in enumerate(DEGREES):
            model = LinearRegression().fit(X[:, :d], y)
            fits[row, sample] = model.predict(grid[:, :d])
            if d == degree:
                train_errors.append(np.mean((model.predict(X[:, :d]) - y) ** 2))

    parts = np.array([bias_and_variance(each) for each in fits])
    totals = parts.sum(axis=1) + noise**2
    chosen = fits[degree - 1]
    bias_squared, variance = parts[degree - 1]
    new_y = truth(GRID) + rng.normal(scale=noise, size=chosen.shape)
    error = np.mean((chosen - new_y) ** 2)

    spaghetti = Figure(
        title=f"Degree {degree}, {n} points each",
        marks=(
            *(
                Line(x=GRID, y=fit, label="" if i else "one sample each")
                for i, fit in enumerate(chosen[:SHOWN])
            ),
            Line(x=GRID, y=chosen.mean(axis=0), label="mean of all", color=1),
            Line(x=GRID, y=truth(GRID), label="truth", color=2, dashed=True),
        ),
        alt=(
            f"{SHOWN} of {SAMPLES} fits of degree {degree}. The mean of all misses the truth by "
            f"{bias_squared**0.5:.2f} on average, the fits scatter around it by {variance**0.5:.2f}."
        ),
        x=Axis(label="x"),
        y=Axis(label="y", low=-2, high=2),
    )
    by_degree = lines(
        DEGREES,
        {"bias squared": parts[:, 0], "variance": parts[:, 1], "total with noise": totals},
        title="Parts of the error by degree",
        x_label="degree",
        y_label="squared error",
        y_log=True,
        alt=(
            f"From degree 1 to {DEGREES[-1]} the squared bias goes from {parts[0, 0]:.3f} to "
            f"{parts[-1, 0]:.4f} (at best {parts[:, 0].min():.4f}), the variance from {parts[0, 1]:.3f} to "
            f"{parts[-1, 1]:.3f}. "
            f"The total is smallest, {totals.min():.3f}, at degree {DEGREES[totals.argmin()]}."
        ),
    )
    return Result(
        metrics={
            "bias_squared": bias_squared,
            "variance": variance,
            "noise_squared": noise**2,
            "total": totals[degree - 1],
            "error": error,
            "train_error": np.mean(train_errors),
            "best_degree": DEGREES[totals.argmin()],
        },
        figures=[spaghetti, by_degree],
    )
