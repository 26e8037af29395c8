"""A train–test split that keeps the class shares, by ranking random numbers within each class."""

import random
from collections import defaultdict


def split(y, share, seed):
    """Return the row numbers for training and for the test, each sorted."""
    rows = defaultdict(list)
    for row, label in enumerate(y):
        rows[label].append(row)
    if min(map(len, rows.values())) < 2:
        raise ValueError("A class with a single row cannot be on both sides.")
    draw, train, test = random.Random(seed), [], []
    for label in sorted(rows):
        draw.shuffle(rows[label])
        cut = min(max(round(share * len(rows[label])), 1), len(rows[label]) - 1)
        test += rows[label][:cut]
        train += rows[label][cut:]
    return sorted(train), sorted(test)
