"""Train perceptrons on left-or-right images, then turn up the light on every pixel."""

import numpy as np
from sklearn.linear_model import Perceptron

from tutor.sandbox.displays import Result, bars


def images(rng, n):
    """8 by 8 images with a block of light in the left half or in the right one."""
    y = rng.integers(0, 2, n)
    X = rng.normal(0, 0.2, size=(n, 8, 8))
    for image, right in zip(X, y):
        row, column = rng.integers(0, 6), rng.integers(0, 3) + 4 * right
        image[row : row + 3, column : column + 2] += 1
    return X.reshape(n, -1), y


def run(*, seed: int) -> Result:
    rng = np.random.default_rng(seed)
    dark, bright, negative = [], [], []
    for part in range(20):
        X, y = images(rng, 300)
        X_test, y_test = images(rng, 300)
        model = Perceptron(random_state=part).fit(X, y)
        dark.append(model.score(X_test, y_test))
        bright.append(model.score(X_test + 1, y_test))
        negative.append(np.mean(model.coef_ < 0))
    before, after = np.mean(dark), np.mean(bright)
    figure = bars(
        ["as trained", "light turned up"],
        [before, after],
        title=f"Twenty perceptrons, {np.mean(negative):.0%} of the weights negative",
        y_label="test accuracy",
        y_range=(0, 1),
        alt=f"The mean accuracy is {before:.2f} as trained and {after:.2f} with the light turned up.",
    )
    return Result(metrics={"before": before, "after": after}, figures=[figure])
