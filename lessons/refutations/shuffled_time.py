"""A series that wanders: cross-validate neighbours in time on shuffled days and on later days."""

import numpy as np
from sklearn.model_selection import KFold, TimeSeriesSplit, cross_val_score
from sklearn.neighbors import KNeighborsRegressor

from tutor.sandbox.displays import Result, bars


def run(*, seed: int) -> Result:
    walk = np.random.default_rng(seed).normal(size=1000).cumsum()
    day = np.arange(1000.0)[:, None]
    model = KNeighborsRegressor(3)
    how = {"cv": KFold(5, shuffle=True, random_state=seed), "scoring": "neg_mean_absolute_error"}
    shuffled = -cross_val_score(model, day, walk, **how).mean()
    later = -cross_val_score(model, day, walk, **{**how, "cv": TimeSeriesSplit(5)}).mean()
    figure = bars(
        ["shuffled days", "later days"],
        [shuffled, later],
        title="Mean error of a forecast",
        alt=(
            f"On shuffled days the mean error is {shuffled:.2f}, on days after the training days {later:.1f}."
        ),
    )
    return Result(metrics={"shuffled": shuffled, "later": later}, figures=[figure])
