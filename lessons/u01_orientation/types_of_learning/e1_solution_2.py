"""Give clusters the names of the classes they fit best: by the assignment of scipy."""

import numpy as np
from scipy.optimize import linear_sum_assignment


def align_clusters(y, labels):
    """Return the labels renamed so that as many as possible equal y."""
    y, labels = np.asarray(y), np.asarray(labels)
    classes, clusters = np.unique(y), np.unique(labels)
    together = np.array([[((labels == k) & (y == c)).sum() for c in classes] for k in clusters])
    renamed = np.full(len(labels), -1)
    for row, column in zip(*linear_sum_assignment(-together)):
        renamed[labels == clusters[row]] = classes[column]
    return renamed
