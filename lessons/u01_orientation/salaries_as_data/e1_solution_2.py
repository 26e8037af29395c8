"""What a table of salaries says, in five numbers; without numpy."""

import math


def quantile(ordered, q):
    place = q * (len(ordered) - 1)
    below = math.floor(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (place - below) * (ordered[above] - ordered[below])


def summary(pay):
    """Return a dict with mean, median, p10, p90 and share_below_mean of the salaries that are known."""
    known = sorted(float(each) for each in pay if not math.isnan(each))
    mean = math.fsum(known) / len(known)
    return {
        "mean": mean,
        "median": quantile(known, 0.5),
        "p10": quantile(known, 0.1),
        "p90": quantile(known, 0.9),
        "share_below_mean": sum(each < mean for each in known) / len(known),
    }
