"""Measure the same forecasts by MAE and by RMSE, with small errors and with a few large ones."""

import numpy as np
from sklearn.metrics import mean_absolute_error, root_mean_squared_error

from tutor.sandbox.displays import Result, bars


def run(*, seed: int) -> Result:
    rng = np.random.default_rng(seed)
    y = rng.normal(size=1000)
    forecast = y + rng.normal(0, 0.3, 1000)
    forecast[:20] += 5
    mae, rmse = mean_absolute_error(y, forecast), root_mean_squared_error(y, forecast)
    figure = bars(
        ["MAE", "RMSE"],
        [mae, rmse],
        title="The same forecasts",
        alt=f"MAE is {mae:.2f}, RMSE {rmse:.2f}.",
    )
    return Result(metrics={"mae": mae, "rmse": rmse}, figures=[figure])
