"""Clouds of points and starting centres; the rounds are done again here."""

import numpy as np

from tutor.sandbox.cases import Case, close


def clouds(rng, k, n=120, spread=0.6, columns=2):
    middle = rng.uniform(-5, 5, size=(k, columns))
    return middle[rng.integers(0, k, size=n)] + rng.normal(scale=spread, size=(n, columns))


def cases(seed):
    rng = np.random.default_rng(seed)
    X, wide = clouds(rng, 3), clouds(rng, 4, columns=5)
    mixed = rng.normal(size=(150, 2))
    far = np.vstack([X[:2], [[90.0, 90.0]]])
    return [
        Case(
            "six points, two centres",
            args=(clouds(rng, 2, n=6), np.array([[-1.0, 0.0], [1.0, 0.0]])),
            visible=True,
        ),
        Case("three clouds", args=(X, X[:3])),
        Case("a cloud without groups", args=(mixed, mixed[:5])),
        Case("five columns", args=(wide, wide[:4])),
        Case("a single round", args=(mixed, mixed[:4]), kwargs={"rounds": 1}),
        Case("a centre that nobody is near", args=(X, far)),
        Case("one centre", args=(X, X[:1])),
        Case("whole numbers", args=(rng.integers(0, 30, size=(60, 2)), rng.integers(0, 30, size=(3, 2)))),
    ]


def judge(case, saw):
    return close(saw, expected(*case.args, **case.kwargs))


def expected(X, centres, rounds=100):
    centres = np.array(centres, dtype=float)
    labels = None
    for done in range(rounds + 1):
        again = np.array([((point - centres) ** 2).sum(axis=1).argmin() for point in X])
        same, labels = labels is not None and (again == labels).all(), again
        if same or done == rounds:
            break
        centres = np.array(
            [X[labels == k].mean(axis=0) if (labels == k).any() else c for k, c in enumerate(centres)]
        )
    return {"labels": labels, "centres": centres, "inertia": float(((X - centres[labels]) ** 2).sum())}
