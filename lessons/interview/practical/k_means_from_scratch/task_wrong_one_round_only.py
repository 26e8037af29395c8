"""k-means, round by round."""

import numpy as np


def kmeans(X, centres, rounds=100):
    """Return the labels, the centres and the inertia after at most `rounds` rounds."""
    X, centres = np.asarray(X, dtype=float), np.array(centres, dtype=float)
    labels = nearest(X, centres)
    for _ in range(1):
        for k in range(len(centres)):
            if (labels == k).any():
                centres[k] = X[labels == k].mean(axis=0)
        before, labels = labels, nearest(X, centres)
        if (labels == before).all():
            break
    inertia = float(((X - centres[labels]) ** 2).sum())
    return labels, centres, inertia


def nearest(X, centres):
    """Return the place of the nearest centre for each point."""
    distance = ((X[:, None, :] - centres[None]) ** 2).sum(axis=2)
    return distance.argmin(axis=1)
