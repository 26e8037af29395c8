"""Takes the numbers of the clusters for classes."""

import numpy as np


def align_clusters(y, labels):
    return np.asarray(labels)
