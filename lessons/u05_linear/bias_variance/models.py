"""Fit other models to sample after sample of the same curve, and compare how they err."""

import numpy as np
from sklearn.ensemble import BaggingRegressor, GradientBoostingRegressor
from sklearn.neighbors import KNeighborsRegressor
from sklearn.tree import DecisionTreeRegressor

from tutor.sandbox.displays import Axis, Figure, Line, Result, bars

SAMPLES = 12
GRID = np.linspace(-0.95, 0.95, num=50)


def truth(x):
    """The curve behind the data; in practice nobody knows it."""
    return np.sin(np.pi * x)


def make_model(name, k, seed):
    """A fresh model of that name."""
    if name == "neighbours":
        return KNeighborsRegressor(n_neighbors=k)
    if name == "tree":
        return DecisionTreeRegressor(random_state=seed)
    if name == "bagged trees":
        return BaggingRegressor(DecisionTreeRegressor(), n_estimators=10, random_state=seed)
    if name == "stump":
        return DecisionTreeRegressor(max_depth=1)
    return GradientBoostingRegressor(max_depth=1, n_estimators=25, learning_rate=0.2, random_state=seed)


def run(*, model: str, k: int, noise: float, seed: int) -> Result:
    rng = np.random.default_rng(seed)
    fits = []
    for sample in range(SAMPLES):
        x = rng.uniform(-1, 1, size=50)
        y = truth(x) + rng.normal(scale=noise, size=50)
        fits.append(make_model(model, k, seed + sample).fit(x[:, None], y).predict(GRID[:, None]))
    fits = np.array(fits)

    mean_fit = fits.mean(axis=0)
    bias_squared = np.mean((mean_fit - truth(GRID)) ** 2)
    variance = fits.var(axis=0).mean()

    name = f"neighbours with k = {k}" if model == "neighbours" else model
    spaghetti = Figure(
        title=f"{name}, 50 points each",
        marks=(
            *(Line(x=GRID, y=fit, label="" if i else "one sample each") for i, fit in enumerate(fits[:4])),
            Line(x=GRID, y=mean_fit, label="mean of all", color=1),
            Line(x=GRID, y=truth(GRID), label="truth", color=2, dashed=True),
        ),
        alt=(
            f"Four of {SAMPLES} fits by {name}. Their mean misses the truth by {bias_squared**0.5:.2f} on "
            f"average, they scatter around it by {variance**0.5:.2f}."
        ),
        x=Axis(label="x"),
        y=Axis(label="y", low=-2, high=2),
    )
    return Result(
        metrics={
            "bias_squared": bias_squared,
            "variance": variance,
            "total": bias_squared + variance + noise**2,
        },
        figures=[
            spaghetti,
            bars(["bias squared", "variance", "noise"], [bias_squared, variance, noise**2], title="Parts"),
        ],
    )
