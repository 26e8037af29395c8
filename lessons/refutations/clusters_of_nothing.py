"""Look for clusters in points that are spread evenly."""

import numpy as np
from sklearn.cluster import KMeans
from sklearn.metrics import silhouette_score

from tutor.sandbox.displays import Result, scatter


def run(*, seed: int) -> Result:
    X = np.random.default_rng(seed).uniform(size=(400, 2))
    labels = KMeans(4, n_init=5, random_state=seed).fit_predict(X)
    silhouette = silhouette_score(X, labels)
    smallest = np.bincount(labels).min()
    figure = scatter(
        X,
        labels,
        title="Four clusters of nothing",
        alt=(
            f"k-means cuts evenly spread points into four pieces of at least {smallest} points; "
            f"their silhouette is {silhouette:.2f}."
        ),
    )
    return Result(metrics={"silhouette": silhouette, "smallest": smallest}, figures=[figure])
