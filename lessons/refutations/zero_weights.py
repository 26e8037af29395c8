"""Train a network of ten hidden units on XOR, from zeros and from small random weights."""

import numpy as np

from tutor.sandbox.displays import Result, bars


def trained(W, v, X, y):
    """The weights into the hidden units, and the accuracy, after 2000 steps downhill."""
    b, c = np.zeros(len(v)), 0.0
    for _ in range(2000):
        hidden = np.tanh(X @ W + b)
        error = 1 / (1 + np.exp(-(hidden @ v + c))) - y
        back = np.outer(error, v) * (1 - hidden**2)
        v, c = v - hidden.T @ error / len(X), c - error.mean()
        W, b = W - X.T @ back / len(X), b - back.mean(axis=0)
    return W, np.mean((np.tanh(X @ W + b) @ v + c > 0) == y)


def run(*, seed: int) -> Result:
    rng = np.random.default_rng(seed)
    X = rng.uniform(-1, 1, size=(200, 2))
    y = (X[:, 0] * X[:, 1] > 0).astype(int)
    zero_W, zeros = trained(np.zeros((2, 10)), np.zeros(10), X, y)
    _, random = trained(rng.normal(size=(2, 10)), rng.normal(size=10), X, y)
    kinds = len(np.unique(zero_W.round(12), axis=1).T)
    figure = bars(
        ["from zeros", "from random weights"],
        [zeros, random],
        title="Ten hidden units on XOR",
        y_label="training accuracy",
        y_range=(0, 1),
        alt=(
            f"From zeros the accuracy ends at {zeros:.2f} with {kinds} kind of hidden unit, "
            f"from random weights at {random:.2f}."
        ),
    )
    return Result(metrics={"zeros": zeros, "random": random, "kinds": kinds}, figures=[figure])
