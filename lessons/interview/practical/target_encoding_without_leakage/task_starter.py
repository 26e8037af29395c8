"""Target encoding out of fold, with smoothing."""

import numpy as np


def encode(shops, y, fold, new, weight=10.0):
    """Return the codes of the training rows, out of fold, and those of the new rows."""
    raise NotImplementedError
