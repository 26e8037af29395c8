"""Gives every cluster the class that is most frequent in it, one class to several if need be."""

import numpy as np


def align_clusters(y, labels):
    y, labels = np.asarray(y), np.asarray(labels)
    renamed = np.full(len(labels), -1)
    for cluster in np.unique(labels):
        inside = labels == cluster
        classes, counts = np.unique(y[inside], return_counts=True)
        renamed[inside] = classes[np.argmax(counts)]
    return renamed
