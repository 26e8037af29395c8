"""A logistic model of monotone curves, one a signal, fitted by penalised likelihood.

Each curve is a sum of ramps between the quantiles of its signal, each with a weight of at least 0, and a
penalty on the square of the weights (the same as ridge). It takes 0.5 as a truth, too.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize

from tutor.grading.freetext.curves import Curve, Curves

Array = npt.NDArray[np.float64]

BENDS = 5
"""Quantiles between which the ramps lie."""
PENALTY = 0.002
"""On half the square of the weights, for each row."""


def fit(
    rows: Sequence[dict[str, float]],
    truth: Sequence[float],
    names: Sequence[str],
    falling: Callable[[str], bool],
    weights: Sequence[float] | None = None,
) -> Curves:
    """Fit the curves of the named signals; `falling` says which of them speak against."""
    y = np.asarray(truth, float)
    share = np.ones(len(y)) if weights is None else np.asarray(weights, float)
    share = share / share.sum()
    bends = {name: _bends(np.array([row.get(name, 0.0) for row in rows])) for name in names}
    ramps = [
        (-1.0 if falling(name) else 1.0) * np.clip((column - low) / (high - low), 0, 1)
        for name in names
        for column in [np.array([row.get(name, 0.0) for row in rows])]
        for low, high in zip(bends[name], bends[name][1:], strict=False)
    ]
    basis = np.array(ramps).T

    def loss(w: Array) -> tuple[float, Array]:
        p = 1 / (1 + np.exp(-(w[0] + basis @ w[1:])))
        entropy = -(share * (y * np.log(p + 1e-12) + (1 - y) * np.log(1 - p + 1e-12))).sum()
        slope = share * (p - y)
        gradient = np.r_[slope.sum(), basis.T @ slope + PENALTY * w[1:]]
        return float(entropy + PENALTY / 2 * (w[1:] ** 2).sum()), gradient

    start = np.r_[-1.0, np.full(basis.shape[1], 0.1)]
    bounds = [(None, None), *[(0.0, None)] * basis.shape[1]]
    found = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": 600}).x
    return Curves(round(float(found[0]), 3), _curves(found[1:], bends, falling))


def _bends(column: Array) -> list[float]:
    """The quantiles of a signal, at least two values."""
    found = np.unique(np.round(np.quantile(column, np.linspace(0.02, 0.98, BENDS)), 3))
    return [float(each) for each in found] if len(found) > 1 else [0.0, 1.0]


def _curves(
    weights: Array, bends: dict[str, list[float]], falling: Callable[[str], bool]
) -> dict[str, Curve]:
    """The curve of each signal that matters, from the weights of its ramps."""
    found: dict[str, Curve] = {}
    place = 0
    for name, values in bends.items():
        steps = weights[place : place + len(values) - 1] * (-1 if falling(name) else 1)
        place += len(values) - 1
        evidence = [0.0, *np.cumsum(steps).tolist()]
        if max(map(abs, evidence)) > 0.005:
            found[name] = Curve(tuple(values), tuple(round(each, 3) + 0.0 for each in evidence))
    return found
