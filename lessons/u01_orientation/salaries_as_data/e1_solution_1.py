"""What a table of salaries says, in five numbers."""

import numpy as np


def summary(pay):
    """Return a dict with mean, median, p10, p90 and share_below_mean of the salaries that are known."""
    pay = np.asarray(pay, dtype=float)
    known = pay[~np.isnan(pay)]
    p10, median, p90 = np.percentile(known, [10, 50, 90])
    mean = known.mean()
    return {"mean": mean, "median": median, "p10": p10, "p90": p90, "share_below_mean": np.mean(known < mean)}
