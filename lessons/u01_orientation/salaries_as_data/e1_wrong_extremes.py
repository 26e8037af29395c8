"""Gives the lowest and the highest salary in place of the percentiles."""

import numpy as np


def summary(pay):
    pay = np.asarray(pay, dtype=float)
    known = pay[~np.isnan(pay)]
    mean = known.mean()
    return {
        "mean": mean,
        "median": np.median(known),
        "p10": known.min(),
        "p90": known.max(),
        "share_below_mean": np.mean(known < mean),
    }
