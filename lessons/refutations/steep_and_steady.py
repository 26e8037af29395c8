"""Fit a steep line to many training sets: how much do its predictions vary, and over what?"""

import numpy as np
from sklearn.linear_model import LinearRegression

from tutor.sandbox.displays import Result, bars


def run(*, seed: int) -> Result:
    rng = np.random.default_rng(seed)
    grid = np.linspace(0, 1, 50)[:, None]
    fits = []
    for _ in range(100):
        X = rng.uniform(size=(200, 1))
        y = 10 * X[:, 0] + rng.normal(0, 1, 200)
        fits.append(LinearRegression().fit(X, y).predict(grid))
    fits = np.array(fits)
    over_inputs = fits[0].var()
    over_training_sets = fits.var(axis=0).mean()
    figure = bars(
        ["over inputs, one fit", "over training sets, one input"],
        [over_inputs, over_training_sets],
        title="Two spreads of the same predictions",
        y_label="variance",
        alt=(
            f"The predictions of one fit vary by {over_inputs:.2f} over the inputs; at one input they vary "
            f"by {over_training_sets:.3f} over the training sets."
        ),
    )
    return Result(
        metrics={"over_inputs": over_inputs, "over_training_sets": over_training_sets}, figures=[figure]
    )
