"""The order in which rows are stored must not decide the score: not in good data, not in noise."""

import numpy as np

from tutor.sandbox.cases import Case

BANDS = {
    "three kinds that differ, stored kind by kind": (0.85, 1.0),
    "the same rows in mixed order": (0.85, 1.0),
    "the kinds stored by turns: one, two, three, one, two, three": (0.85, 1.0),
    "three kinds that differ, one of them rare and stored last": (0.93, 1.0),
    "kinds that do not differ, stored kind by kind": (0.15, 0.55),
    "kinds that do not differ, in mixed order": (0.15, 0.55),
}


def sacks(rng, counts, apart):
    """Return measurements of grain, stored kind by kind; the means of two kinds lie `apart` spreads apart."""
    grain = np.repeat(np.arange(3), counts)
    centre = apart * np.eye(3, 4) / np.sqrt(2)
    return centre[grain] + rng.normal(size=(len(grain), 4)), grain


def cases(seed):
    rng = np.random.default_rng([seed, 8])
    good, noise = sacks(rng, [80, 80, 80], 4.5), sacks(rng, [80, 80, 80], 0.0)
    mixed, turns = rng.permutation(240), np.arange(240).reshape(3, 80).T.ravel()
    tables = [
        good,
        (good[0][mixed], good[1][mixed]),
        (good[0][turns], good[1][turns]),
        sacks(rng, [150, 60, 30], 6.0),
        noise,
        (noise[0][mixed], noise[1][mixed]),
    ]
    return [
        Case(says, args=(X, grain, seed), visible=place in (0, 4))
        for place, (says, (X, grain)) in enumerate(zip(BANDS, tables))
    ]


def judge(case, saw):
    low, high = BANDS[case.says]
    if not isinstance(saw, int | float):
        return "expected one number, the accuracy"
    if saw > high:
        return f"expected at most {high:.2f}, got {saw:.2f}: more than this sensor can tell"
    if not saw >= low:
        return f"expected at least {low:.2f}, got {saw:.2f}: less than this sensor tells"
    return None
