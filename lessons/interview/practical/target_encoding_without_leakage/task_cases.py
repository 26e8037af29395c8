"""Shops with many and few rows, shops in one fold only, and shops never seen."""

import numpy as np

from tutor.sandbox.cases import Case, close


def sales(rng, shops, n, parts=4):
    """Names, labels that depend on the shop, and folds."""
    names = np.array([f"shop {each}" for each in range(shops)])
    place = rng.integers(0, shops, size=n)
    rate = rng.uniform(0.1, 0.9, size=shops)
    y = (rng.random(n) < rate[place]).astype(int)
    return names[place], y, rng.permutation(np.arange(n) % parts)


def case(rng, says, shops, n, parts=4, visible=False, **options):
    table = sales(rng, shops, n, parts)
    new = np.append(table[0][:5], ["a new shop"])
    return Case(says, args=(*table, new), kwargs=options, visible=visible)


def cases(seed):
    rng = np.random.default_rng(seed)
    names, _, fold = sales(rng, 8, 60)
    return [
        case(rng, "twelve rows of three shops in two parts", 3, 12, parts=2, visible=True),
        case(rng, "300 rows of ten shops", 10, 300),
        case(rng, "as many shops as rows, nearly", 80, 90),
        case(rng, "hardly any smoothing", 10, 200, weight=0.5),
        case(rng, "strong smoothing", 10, 200, weight=200.0),
        case(rng, "ten parts", 15, 120, parts=10),
        Case("a target that is no label", args=(names, rng.normal(20, 5, size=60), fold, names[:4])),
    ]


def judge(case, saw):
    return close(saw, dict(zip(("training rows", "new rows"), expected(*case.args, **case.kwargs))))


def expected(shops, y, fold, new, weight=10.0):
    codes = np.zeros(len(y))
    for row in range(len(y)):
        other = fold != fold[row]
        own = y[other & (shops == shops[row])]
        codes[row] = (own.sum() + weight * y[other].mean()) / (len(own) + weight)
    fresh = [(y[shops == name].sum() + weight * y.mean()) / ((shops == name).sum() + weight) for name in new]
    return codes, np.array(fresh)
