"""Ask more and more people of the same market, and watch its highest number."""

import numpy as np

from tutor.sandbox.displays import Axis, Figure, Line, Result

TYPICAL = 120.0
SIZES = (10, 30, 100, 300, 1000, 3000, 10000)


def run(*, spread: float, surveys: int, seed: int) -> Result:
    rng = np.random.default_rng(seed)
    maximum, p90, median = [], [], []
    for size in SIZES:
        pay = rng.lognormal(mean=np.log(TYPICAL), sigma=spread, size=(surveys, size))
        maximum.append(float(pay.max(axis=1).mean()))
        p90.append(float(np.percentile(pay, 90, axis=1).mean()))
        median.append(float(np.median(pay, axis=1).mean()))

    figure = Figure(
        title=f"The same market, asked {surveys} times at each size",
        marks=(
            Line(SIZES, maximum, "maximum", 2),
            Line(SIZES, p90, "90th percentile", 0),
            Line(SIZES, median, "median", 1),
        ),
        x=Axis("people asked", log=True),
        y=Axis("pay", low=0),
        alt=(
            f"The highest pay found climbs from {maximum[0]:.0f} among 10 people to {maximum[-1]:.0f} "
            f"among 10,000. The 90th percentile goes from {p90[0]:.0f} to {p90[-1]:.0f} and the median "
            f"stays at {median[-1]:.0f}."
        ),
    )
    return Result(
        metrics={
            "max_10": maximum[0],
            "max_100": maximum[2],
            "max_1000": maximum[4],
            "max_10000": maximum[-1],
            "p90_100": p90[2],
            "p90_10000": p90[-1],
            "median_10000": median[-1],
        },
        figures=[figure],
    )
