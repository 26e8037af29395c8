"""Takes for granted that half of the people earn less than the mean."""

import numpy as np


def summary(pay):
    pay = np.asarray(pay, dtype=float)
    known = pay[~np.isnan(pay)]
    p10, median, p90 = np.percentile(known, [10, 50, 90])
    return {"mean": known.mean(), "median": median, "p10": p10, "p90": p90, "share_below_mean": 0.5}
