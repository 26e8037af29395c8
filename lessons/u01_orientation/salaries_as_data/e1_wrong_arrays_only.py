"""Works with arrays, and not with lists."""

import numpy as np


def summary(pay):
    known = pay[~np.isnan(pay)]
    p10, median, p90 = np.percentile(known, [10, 50, 90])
    mean = known.mean()
    return {"mean": mean, "median": median, "p10": p10, "p90": p90, "share_below_mean": (known < mean).mean()}
