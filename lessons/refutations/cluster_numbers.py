"""Find three clear groups with k-means, thirty times, and read its numbers as class labels."""

import numpy as np
from sklearn.cluster import KMeans
from sklearn.datasets import make_blobs
from sklearn.metrics import accuracy_score, adjusted_rand_score

from tutor.sandbox.displays import Result, bars


def run(*, seed: int) -> Result:
    X, y = make_blobs(300, centers=[[0, 0], [10, 0], [0, 10]], random_state=seed)
    runs = [KMeans(3, n_init=3, random_state=100 * seed + k).fit_predict(X) for k in range(30)]
    accuracy = np.mean([accuracy_score(y, labels) for labels in runs])
    agreement = np.mean([adjusted_rand_score(y, labels) for labels in runs])
    figure = bars(
        ["accuracy_score", "adjusted Rand index"],
        [accuracy, agreement],
        title="Three groups, found perfectly, thirty times",
        y_range=(0, 1),
        alt=f"Over thirty runs the mean accuracy is {accuracy:.2f}, the adjusted Rand index {agreement:.2f}.",
    )
    return Result(metrics={"accuracy": accuracy, "agreement": agreement}, figures=[figure])
