"""Sales of several shops in mixed order; the rows that may be looked at are counted out one by one."""

import numpy as np

from tutor.sandbox.cases import Case, close


def table(rng, shops, days, mixed=True):
    """Every shop on every day, shuffled."""
    names, when = np.repeat(np.arange(shops), days), np.tile(np.arange(days), shops)
    sales = np.round(20 + 5 * names + rng.gamma(2.0, 6.0, size=len(names)), 1)
    order = rng.permutation(len(names)) if mixed else np.arange(len(names))
    return names[order], when[order], sales[order]


def cases(seed):
    rng = np.random.default_rng(seed)
    names, when, sales = table(rng, 4, 40)
    some = rng.random(len(sales)) < 0.7
    poisoned = np.where(when >= 30, 1e6, sales)
    return [
        Case("one shop, six days in order", args=(*table(rng, 1, 6, mixed=False), 3), visible=True),
        Case("one shop, days in mixed order", args=(*table(rng, 1, 30), 7)),
        Case("three shops, sorted", args=(*table(rng, 3, 20, mixed=False), 5)),
        Case("four shops, mixed", args=(names, when, sales, 7)),
        Case("some rows are missing", args=(names[some], when[some], sales[some], 7)),
        Case("values of the last days are poisoned", args=(names, when, poisoned, 5)),
        Case("a forecast three rows ahead", args=(names, when, sales, 4), kwargs={"horizon": 3}),
        Case("a window longer than the history", args=(*table(rng, 3, 6), 50)),
        Case("the last value alone", args=(names, when, sales, 1)),
    ]


def judge(case, saw):
    return close(saw, means(*case.args, **case.kwargs))


def means(shops, days, sales, width, horizon=1):
    found = np.full(len(sales), np.nan)
    for row in range(len(sales)):
        earlier = np.flatnonzero((shops == shops[row]) & (days < days[row]))
        earlier = earlier[np.argsort(days[earlier])]
        seen = earlier[: len(earlier) - horizon + 1][-width:] if len(earlier) >= horizon else []
        if len(seen):
            found[row] = sales[seen].mean()
    return found
