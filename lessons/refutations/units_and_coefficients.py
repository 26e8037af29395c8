"""Two equally important lengths, one written in metres and one in millimetres."""

import numpy as np
from sklearn.linear_model import LinearRegression

from tutor.sandbox.displays import Result, bars


def run(*, seed: int) -> Result:
    rng = np.random.default_rng(seed)
    metres = rng.normal(size=(500, 2))
    y = metres.sum(axis=1) + rng.normal(0, 0.1, 500)
    X = metres * [1, 1000]
    model = LinearRegression().fit(X, y)
    ratio = model.coef_[0] / model.coef_[1]
    effect = model.coef_ * X.std(axis=0)
    figure = bars(
        ["in metres", "in millimetres"],
        {"coefficient": model.coef_, "coefficient × standard deviation": effect},
        title="Two columns that matter alike",
        alt=(
            f"The coefficients are {model.coef_[0]:.3f} and {model.coef_[1]:.6f}; times the standard "
            f"deviation of their columns they are {effect[0]:.2f} and {effect[1]:.2f}."
        ),
    )
    return Result(metrics={"ratio": ratio, "effect_ratio": effect[0] / effect[1]}, figures=[figure])
