"""Tables of two classes; the weights after each number of steps are known."""

import numpy as np

from tutor.sandbox.cases import Case, close


def table(rng, n, columns, shift=1.0, share=0.5):
    y = rng.permutation((np.arange(n) < share * n).astype(int))
    return rng.normal(size=(n, columns)) + shift * y[:, None], y


def cases(seed):
    rng = np.random.default_rng(seed)
    X, y = table(rng, 80, 3)
    apart, sides = table(rng, 40, 2, shift=8.0)
    return [
        Case("one step", args=table(rng, 6, 2), kwargs={"steps": 1}, visible=True),
        Case("ten steps", args=(X, y), kwargs={"steps": 10}),
        Case("200 steps", args=(X, y)),
        Case("another rate", args=(X, y), kwargs={"rate": 0.05, "steps": 60}),
        Case("with a penalty", args=(X, y), kwargs={"penalty": 0.3}),
        Case("one case in eight is positive", args=table(rng, 160, 2, 1.0, 0.125), kwargs={"penalty": 0.5}),
        Case("classes that a line separates", args=(apart, sides)),
        Case("sums in the thousands", args=(2000 * apart, sides), kwargs={"steps": 5}),
        Case("no step at all", args=(X, y), kwargs={"steps": 0}),
    ]


def judge(case, saw):
    return close(saw, weights(*case.args, **case.kwargs))


def weights(X, y, rate=0.5, steps=200, penalty=0.0):
    X = np.hstack([np.ones((len(X), 1)), X])
    found = np.zeros(X.shape[1])
    punished = np.append(0.0, np.full(X.shape[1] - 1, penalty))
    for _ in range(steps):
        share = np.exp(-np.logaddexp(0, -(X @ found)))
        found = found - rate * (X.T @ (share - y) / len(y) + punished * found)
    return found
