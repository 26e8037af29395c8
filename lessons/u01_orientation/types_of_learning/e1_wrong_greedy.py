"""Pairs the largest overlap first, and then what is left."""

import numpy as np


def align_clusters(y, labels):
    y, labels = np.asarray(y), np.asarray(labels)
    classes, clusters = np.unique(y), np.unique(labels)
    together = np.array([[((labels == k) & (y == c)).sum() for c in classes] for k in clusters])
    renamed = np.full(len(labels), -1)
    for _ in range(min(together.shape)):
        row, column = np.unravel_index(np.argmax(together), together.shape)
        renamed[labels == clusters[row]] = classes[column]
        together[row] = together[:, column] = -1
    return renamed
