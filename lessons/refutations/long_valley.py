"""Gradient descent on a regression whose columns have different scales, then on scaled ones."""

import numpy as np
from sklearn.preprocessing import scale

from tutor.sandbox.displays import Result, lines


def losses(X, y, steps=200):
    """The loss after each step, at the largest rate that is still safe."""
    rate = 1 / np.linalg.eigvalsh(X.T @ X / len(X)).max()
    w = np.zeros(X.shape[1])
    history = []
    for _ in range(steps):
        w -= rate * X.T @ (X @ w - y) / len(X)
        history.append(np.mean((X @ w - y) ** 2))
    return history


def run(*, seed: int) -> Result:
    rng = np.random.default_rng(seed)
    Z = rng.normal(size=(200, 2))
    y = Z.sum(axis=1)
    raw, scaled = losses(Z * [1, 100], y), losses(scale(Z), y - y.mean())
    figure = lines(
        range(1, 201),
        {"scales 1 and 100": raw, "standardised": scaled},
        title="200 steps downhill",
        x_label="step",
        y_label="squared error",
        alt=(
            f"After 200 steps the error is {raw[-1]:.2f} on columns as they are and "
            f"{scaled[-1]:.2g} on standardised ones."
        ),
    )
    return Result(metrics={"raw": raw[-1], "scaled": scaled[-1]}, figures=[figure])
