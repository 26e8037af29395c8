"""Copies of a row must not be met again in the test; what can be learned from orders must still be."""

import numpy as np

from tutor.sandbox.cases import Case

BANDS = {
    "returns by pure chance, half of the orders several times, the copies in a row": (0.25, 0.78),
    "the same rows in mixed order": (0.25, 0.78),
    "late parcels come back, every order once": (0.74, 1.0),
    "late parcels come back, half of the orders several times, in mixed order": (0.74, 1.0),
    "late parcels come back, every order exactly twice, in mixed order": (0.74, 1.0),
    "the same rows in another order, the columns as well": (0.74, 1.0),
}


def export(rng, orders, copies, late=False):
    """Return rows of an export: price, days on the way, items, weight; and which orders came back."""
    price = rng.uniform(5, 200, size=orders).round(2)
    days = rng.uniform(1, 11, size=orders).round(2)
    items = rng.integers(1, 6, size=orders)
    weight = rng.uniform(0.1, 9, size=orders).round(2)
    returned = rng.permutation(np.arange(orders) % 2)
    if late:
        returned = np.where(rng.random(orders) < 0.94, days > 6, days <= 6).astype(int)
    rows = np.repeat(np.arange(orders), copies)
    return np.column_stack([price, days, items, weight])[rows], returned[rows]


def mixed(rng, X, y):
    order = rng.permutation(len(y))
    return X[order], y[order]


def cases(seed):
    rng = np.random.default_rng([seed, 9])
    several = rng.choice([1, 1, 1, 3, 5, 7], size=600)
    chance = export(rng, 600, several)
    late = mixed(rng, *export(rng, 600, several, late=True))
    tables = [
        chance,
        mixed(rng, *chance),
        export(rng, 600, 1, late=True),
        late,
        mixed(rng, *export(rng, 600, 2, late=True)),
        mixed(rng, late[0][:, ::-1].copy(), late[1]),
    ]
    return [
        Case(says, args=(X, returned, seed), visible=place in (0, 2))
        for place, (says, (X, returned)) in enumerate(zip(BANDS, tables))
    ]


def judge(case, saw):
    low, high = BANDS[case.says]
    if not isinstance(saw, int | float):
        return "expected one number, the accuracy"
    if saw > high:
        return f"expected at most {high:.2f}, got {saw:.2f}: more than can be told of an order never met"
    if not saw >= low:
        return f"expected at least {low:.2f}, got {saw:.2f}: less than the days on the way tell"
    return None
