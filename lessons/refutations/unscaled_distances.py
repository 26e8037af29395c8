"""Wines: nearest neighbours and k-means on raw and on standardised measurements."""

from sklearn.cluster import KMeans
from sklearn.datasets import load_wine
from sklearn.metrics import adjusted_rand_score
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier
from sklearn.preprocessing import StandardScaler

from tutor.sandbox.displays import Result, bars


def run(*, seed: int) -> Result:
    X, y = load_wine(return_X_y=True)
    X_train, X_test, y_train, y_test = train_test_split(X, y, stratify=y, random_state=seed)
    scaler = StandardScaler().fit(X_train)
    neighbours, clusters = [], []
    for train, test in ((X_train, X_test), (scaler.transform(X_train), scaler.transform(X_test))):
        neighbours.append(KNeighborsClassifier().fit(train, y_train).score(test, y_test))
        labels = KMeans(3, n_init=5, random_state=seed).fit_predict(train)
        clusters.append(adjusted_rand_score(y_train, labels))
    figure = bars(
        ["as measured", "standardised"],
        {"neighbours, accuracy": neighbours, "k-means, Rand index": clusters},
        title="What distances need",
        y_range=(0, 1),
        alt=(
            f"Standardising lifts the accuracy of neighbours from {neighbours[0]:.2f} to "
            f"{neighbours[1]:.2f}, "
            f"the adjusted Rand index of k-means from {clusters[0]:.2f} to {clusters[1]:.2f}."
        ),
    )
    return Result(
        metrics={
            "knn_raw": neighbours[0],
            "knn_scaled": neighbours[1],
            "kmeans_raw": clusters[0],
            "kmeans_scaled": clusters[1],
        },
        figures=[figure],
    )
