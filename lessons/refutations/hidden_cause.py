"""Hot days sell ice and fill the pools: does ice fill pools?"""

import numpy as np
from sklearn.linear_model import LinearRegression

from tutor.sandbox.displays import Result, bars


def run(*, seed: int) -> Result:
    rng = np.random.default_rng(seed)
    heat = rng.normal(size=1000)
    ice = heat + rng.normal(0, 0.5, 1000)
    pools = heat + rng.normal(0, 0.5, 1000)
    correlation = np.corrcoef(ice, pools)[0, 1]
    given_heat = LinearRegression().fit(np.column_stack([ice, heat]), pools).coef_[0]
    forced = ice + rng.normal(size=1000)
    effect = np.corrcoef(forced - ice, pools)[0, 1]
    figure = bars(
        ["correlation", "effect at equal heat", "correlation with free ice"],
        [correlation, given_heat, effect],
        title="Ice sold and pools filled",
        y_range=(-0.2, 1),
        alt=(
            f"Ice and pools correlate by {correlation:.2f}; at equal heat the effect of ice is "
            f"{given_heat:.2f}, and ice given away at random goes with pools by {effect:.2f}."
        ),
    )
    return Result(
        metrics={"correlation": correlation, "given_heat": given_heat, "free_ice": effect}, figures=[figure]
    )
