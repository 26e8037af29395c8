"""Drop the column with the group and see whom the model says yes to."""

import numpy as np
from sklearn.linear_model import LogisticRegression

from tutor.sandbox.displays import Result, bars


def run(*, seed: int) -> Result:
    rng = np.random.default_rng(seed)
    group = rng.integers(0, 2, 4000)
    skill = rng.normal(size=4000)
    district = group + rng.normal(0, 0.3, 4000)
    hired = skill + 1.5 * group + rng.normal(0, 0.5, 4000) > 0.75
    gaps = []
    for X in (np.column_stack([skill, district, group]), np.column_stack([skill, district])):
        says = LogisticRegression().fit(X[:2000], hired[:2000]).predict(X[2000:])
        gaps.append(says[group[2000:] == 1].mean() - says[group[2000:] == 0].mean())
    figure = bars(
        ["with the group", "without it"],
        gaps,
        title="How much more often one group hears yes",
        y_range=(0, 1),
        alt=f"The gap between the groups is {gaps[0]:.2f} with the column and {gaps[1]:.2f} without it.",
    )
    return Result(metrics={"with_group": gaps[0], "without_group": gaps[1]}, figures=[figure])
