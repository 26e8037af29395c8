"""What is written down after the event must not help to foresee it; what is known before must."""

import numpy as np

from tutor.sandbox.cases import Case

BANDS = {
    "leaving by pure chance, a fee on the last bill of most who left": (0.36, 0.64),
    "few visits announce leaving, a fee on the last bill of all who left": (0.70, 0.90),
    "many complaints announce leaving, no fee billed yet": (0.80, 1.0),
    "the same rows in another order, the columns as well": (0.80, 1.0),
    "few visits announce leaving, fees that have to do with nothing": (0.70, 0.90),
    "leaving by pure chance, everybody pays a fee and leavers pay double": (0.36, 0.64),
}


def members(rng, n, visits=0.0, complaints=0.0):
    """Return a table of n members, and who left: 3 in 10, told by visits and complaints as asked."""
    left = (rng.permutation(n) < 0.3 * n).astype(int)
    table = {
        "age": rng.integers(18, 70, size=n).astype(float),
        "months": rng.integers(1, 60, size=n).astype(float),
        "visits": np.maximum(rng.normal(12 - visits * left, 3.0), 0).round(1),
        "complaints": np.maximum(rng.normal(3 + complaints * left, 1.0), 0).round(1),
    }
    return table, left


def cases(seed):
    rng = np.random.default_rng([seed, 5])
    n = 800
    chance, left_0 = members(rng, n)
    fee_0 = np.where((left_0 == 1) & (rng.random(n) < 0.9), 30.0, 0.0)
    visits, left_1 = members(rng, n, visits=6.0)
    fee_1 = 30.0 * left_1
    angry, left_2 = members(rng, n, complaints=3.5)
    other, left_4 = members(rng, n, visits=6.0)
    double, left_5 = members(rng, n)

    whole = angry | {"closing_fee": np.zeros(n)}
    order = rng.permutation(n)
    turned = {name: whole[name][order] for name in reversed(whole)}
    tables = [
        (chance | {"closing_fee": fee_0}, left_0),
        (visits | {"closing_fee": fee_1}, left_1),
        (whole, left_2),
        (turned, left_2[order]),
        (other | {"closing_fee": rng.choice([0.0, 30.0], size=n)}, left_4),
        (double | {"closing_fee": 30.0 + 30.0 * left_5}, left_5),
    ]
    return [
        Case(says, args=(table, left, seed), visible=place in (0, 2))
        for place, (says, (table, left)) in enumerate(zip(BANDS, tables))
    ]


def judge(case, saw):
    low, high = BANDS[case.says]
    if not isinstance(saw, int | float):
        return "expected one number, the balanced accuracy"
    if saw > high:
        return f"expected at most {high:.2f}, got {saw:.2f}: more than anybody knew on 1 January"
    if not saw >= low:
        return f"expected at least {low:.2f}, got {saw:.2f}: less than was known on 1 January"
    return None
