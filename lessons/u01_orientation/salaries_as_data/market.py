"""Draw a market of yearly pay and compare the numbers that people quote about it."""

import numpy as np

from tutor.sandbox.displays import Axis, Figure, Line, Result

TYPICAL = 120.0  # the middle of the market, in thousands a year
STAR = 1500.0  # the pay of one outlier


def run(*, spread: float, n: int, outliers: int, seed: int) -> Result:
    rng = np.random.default_rng(seed)
    pay = rng.lognormal(mean=np.log(TYPICAL), sigma=spread, size=n)
    pay[:outliers] = STAR

    mean, median = pay.mean(), np.median(pay)
    p10, p90 = np.percentile(pay, [10, 90])
    below_mean = (pay < mean).mean()

    edge = max(p90 * 1.8, mean * 1.1)
    counts, edges = np.histogram(pay[pay <= edge], bins=24)
    beyond = int((pay > edge).sum())
    top = float(counts.max())
    figure = Figure(
        title="Pay in one market (thousands a year)",
        marks=(
            Line(np.repeat(edges, 2)[1:-1].tolist(), np.repeat(counts, 2).tolist(), "people", 0),
            Line([median, median], [0, top], f"median {median:.0f}", 1),
            Line([mean, mean], [0, top], f"mean {mean:.0f}", 2, True),
        ),
        x=Axis("pay", low=0),
        y=Axis("people", low=0),
        alt=(
            f"How many of {n} people earn how much. Half earn under {median:.0f}; the mean is {mean:.0f}, "
            f"and {below_mean:.0%} earn less than it. The middle eighty percent lie between "
            f"{p10:.0f} and {p90:.0f}. {beyond} stand beyond the right edge."
        ),
    )
    return Result(
        metrics={
            "mean": float(mean),
            "median": float(median),
            "p10": float(p10),
            "p90": float(p90),
            "maximum": float(pay.max()),
            "share_below_mean": float(below_mean),
        },
        figures=[figure],
    )
