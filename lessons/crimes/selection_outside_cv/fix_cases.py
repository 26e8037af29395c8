"""Genes of pure noise must score like a coin; the few genes that matter must still be found."""

import numpy as np

from tutor.sandbox.cases import Case

BANDS = {
    "100 patients, 800 genes, all of them noise": (0.24, 0.70),
    "60 patients, 20 genes, all of them noise": (0.2, 0.8),
    "3 genes of 800 matter": (0.85, 1.0),
    "the same rows in another order, the genes as well": (0.85, 1.0),
    "3 genes of 800 matter, measured on a scale a hundred times smaller": (0.85, 1.0),
    "every gene tells a little": (0.6, 0.98),
}


def table(rng, n, genes, telling=0, shift=0.0):
    """Return n rows of two classes in equal parts; the first genes shift with the class."""
    y = rng.permutation(np.arange(n) % 2)
    X = rng.normal(size=(n, genes))
    X[:, :telling] += shift * y[:, None]
    return X.astype(np.float32), y


def cases(seed):
    rng = np.random.default_rng([seed, 2])
    found = table(rng, 100, 800, telling=3, shift=2.5)
    rows, columns = rng.permutation(100), rng.permutation(800)
    small = table(rng, 100, 800, telling=3, shift=2.5)
    small[0][:, :3] /= 100
    tables = [
        table(rng, 100, 800),
        table(rng, 60, 20),
        found,
        (found[0][rows][:, columns], found[1][rows]),
        small,
        table(rng, 200, 100, telling=100, shift=0.32),
    ]
    return [
        Case(says, args=(X, y, seed), visible=place in (0, 2))
        for place, (says, (X, y)) in enumerate(zip(BANDS, tables))
    ]


def judge(case, saw):
    low, high = BANDS[case.says]
    if not isinstance(saw, int | float):
        return "expected one number, the accuracy"
    if saw > high:
        return f"expected at most {high:.2f}, got {saw:.2f}: more than these genes can tell"
    if not saw >= low:
        return f"expected at least {low:.2f}, got {saw:.2f}: less than these genes tell"
    return None
