"""Forgets the salaries that are not known."""

import numpy as np


def summary(pay):
    pay = np.asarray(pay, dtype=float)
    p10, median, p90 = np.percentile(pay, [10, 50, 90])
    mean = pay.mean()
    return {"mean": mean, "median": median, "p10": p10, "p90": p90, "share_below_mean": np.mean(pay < mean)}
