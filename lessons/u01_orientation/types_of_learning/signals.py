"""One data set, three feedback signals: labels, none at all, and rewards."""

import numpy as np
from sklearn.cluster import KMeans
from sklearn.datasets import make_blobs
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score, adjusted_rand_score
from sklearn.model_selection import train_test_split

from tutor.sandbox.displays import Axis, Figure, Line, Result, scatter

GROUPS = 3
PULLS = 1500
WINDOW = 100


def bandit(places, y, explore, rng):
    """Try an answer, hear only whether *that* answer was right, and learn; returns the rewards."""
    value, tries = np.zeros((GROUPS, GROUPS)), np.zeros((GROUPS, GROUPS))
    rewards = np.empty(PULLS)
    for pull, i in enumerate(rng.integers(0, len(y), PULLS)):
        place = places[i]
        guess = rng.random() < explore
        action = int(rng.integers(GROUPS)) if guess else int(value[place].argmax())
        rewards[pull] = float(action == y[i])
        tries[place, action] += 1
        value[place, action] += (rewards[pull] - value[place, action]) / tries[place, action]
    return rewards


def run(*, noise: float, n: int, explore: float, seed: int) -> Result:
    X, y = make_blobs(n_samples=n, centers=GROUPS, cluster_std=noise, random_state=3)
    X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=seed)

    supervised = LogisticRegression().fit(X_train, y_train).score(X_test, y_test)

    kmeans = KMeans(n_clusters=GROUPS, n_init=10, random_state=seed).fit(X_train)
    clusters = kmeans.predict(X_test)

    rewards = bandit(kmeans.predict(X_train), y_train, explore, np.random.default_rng(seed))
    average = np.convolve(rewards, np.ones(WINDOW) / WINDOW, mode="valid")
    first, last = float(average[0]), float(average[-1])

    learning = Figure(
        title=f"Reward per pull, mean of {WINDOW}",
        marks=(Line(np.arange(WINDOW, PULLS + 1).tolist(), average.tolist(), "bandit", 0),),
        x=Axis("pulls"),
        y=Axis("reward", low=0, high=1),
        alt=f"The reward goes from {first:.2f} in the first {WINDOW} pulls to {last:.2f} at the end.",
    )
    names = [f"cluster {c}" for c in range(GROUPS)]
    return Result(
        metrics={
            "supervised": float(supervised),
            "cluster_accuracy": float(accuracy_score(y_test, clusters)),
            "ari": float(adjusted_rand_score(y_test, clusters)),
            "bandit_first": first,
            "bandit_last": last,
            "bandit_mean": float(rewards.mean()),
        },
        figures=[scatter(X_test, clusters, title="What k-means found", classes=names), learning],
    )
