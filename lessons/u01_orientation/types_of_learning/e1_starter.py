"""Give clusters the names of the classes they fit best."""

from itertools import permutations

import numpy as np


def align_clusters(y, labels):
    """Return the labels renamed so that as many as possible equal y."""
    raise NotImplementedError
