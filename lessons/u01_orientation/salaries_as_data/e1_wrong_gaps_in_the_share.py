"""Skips unknown salaries in the mean, and counts them as people in the share."""

import numpy as np


def summary(pay):
    pay = np.asarray(pay, dtype=float)
    p10, median, p90 = np.nanpercentile(pay, [10, 50, 90])
    mean = np.nanmean(pay)
    return {
        "mean": mean,
        "median": median,
        "p10": p10,
        "p90": p90,
        "share_below_mean": (pay < mean).sum() / len(pay),
    }
