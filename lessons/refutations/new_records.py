"""Let a forest and a line forecast a series that keeps rising."""

import numpy as np
from sklearn.ensemble import RandomForestRegressor
from sklearn.linear_model import LinearRegression

from tutor.sandbox.displays import Result, lines


def run(*, seed: int) -> Result:
    rng = np.random.default_rng(seed)
    day = np.arange(150.0)[:, None]
    sales = day[:, 0] + rng.normal(0, 3, 150)
    forest = RandomForestRegressor(50, random_state=seed).fit(day[:100], sales[:100]).predict(day)
    line = LinearRegression().fit(day[:100], sales[:100]).predict(day)
    record = sales[:100].max()
    figure = lines(
        day[:, 0],
        {"sales": sales, "forest": forest, "line": line},
        title="Trained on 100 days, asked for 150",
        x_label="day",
        alt=(
            f"The sales end near {sales[-10:].mean():.0f}. The forest never goes above {forest.max():.0f}, "
            f"the best of the first 100 days being {record:.0f}; the line ends at {line[-1]:.0f}."
        ),
    )
    return Result(
        metrics={"record": record, "forest": forest[100:].max(), "truth": sales[-10:].mean()},
        figures=[figure],
    )
