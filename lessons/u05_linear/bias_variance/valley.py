"""Refit polynomials of every degree to many samples of one curve, and draw the parts of their errors."""

import numpy as np
from sklearn.linear_model import LinearRegression
from sklearn.preprocessing import PolynomialFeatures

from tutor.sandbox.displays import Result, lines

SAMPLES = 30
DEGREES = range(1, 10)
GRID = np.linspace(-0.95, 0.95, num=50)


def truth(x):
    """The curve behind the data; in practice nobody knows it."""
    return np.sin(np.pi * x)


def bias_and_variance(fits):
    """Squared distance of the mean fit from the truth, and spread of the fits around their mean."""
    return np.mean((fits.mean(axis=0) - truth(GRID)) ** 2), fits.var(axis=0).mean()


def run(*, n: int, noise: float, seed: int) -> Result:
    rng = np.random.default_rng(seed)
    powers = PolynomialFeatures(degree=max(DEGREES), include_bias=False)
    grid = powers.fit_transform(GRID[:, None])

    fits = np.empty((len(DEGREES), SAMPLES, len(GRID)))
    for sample in range(SAMPLES):
        x = rng.uniform(-1, 1, size=n)
        y = truth(x) + rng.normal(scale=noise, size=n)
        X = powers.transform(x[:, None])
        for row, degree in enumerate(DEGREES):
            fits[row, sample] = LinearRegression().fit(X[:, :degree], y).predict(grid[:, :degree])

    bias, variance = np.array([bias_and_variance(each) for each in fits]).T
    total = bias + variance + noise**2
    best = DEGREES[total.argmin()]
    figure = lines(
        DEGREES,
        {"bias squared": bias, "variance": variance, "total with noise": total},
        title=f"Parts of the error by degree, {n} points each",
        x_label="degree",
        y_label="squared error",
        y_log=True,
        alt=(
            f"From degree 1 to {DEGREES[-1]} the squared bias goes from {bias[0]:.3f} to {bias[-1]:.4f} "
            f"(at best {bias.min():.4f}), the variance from {variance[0]:.3f} to {variance[-1]:.3f}. "
            f"The total is smallest, {total.min():.3f}, at degree {best}."
        ),
    )
    return Result(metrics={"best_degree": best, "best_total": total.min()}, figures=[figure])
