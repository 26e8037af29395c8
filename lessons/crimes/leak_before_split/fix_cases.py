"""Postcodes that say nothing must score like a coin; postcodes that say something must still be used."""

import numpy as np

from tutor.sandbox.cases import Case

BANDS = {
    "coin-toss answers, 2 people to a postcode": (0.38, 0.62),
    "coin-toss answers, 12 people to a postcode": (0.40, 0.65),
    "in half of the postcodes 9 of 10 answer, in the others 1 of 10": (0.84, 0.96),
    "the same rows in another order, postcodes renumbered": (0.84, 0.96),
    "postcodes that matter, and a tenth of the people in postcodes of their own": (0.78, 0.95),
    "only one postcode, where 7 of 10 answer": (0.60, 0.80),
}


def coin(rng, codes, each):
    postcode = rng.permutation(np.repeat(np.arange(codes), each))
    return postcode, rng.integers(0, 2, size=len(postcode))


def lively(rng, codes, each):
    eager = rng.permutation(np.arange(codes) % 2 == 0)
    postcode = rng.permutation(np.repeat(np.arange(codes), each))
    chance = np.where(eager[postcode], 0.9, 0.1)
    return postcode, (rng.random(len(postcode)) < chance).astype(int)


def cases(seed):
    rng = np.random.default_rng([seed, 1])
    sparse, dense, matters = coin(rng, 500, 2), coin(rng, 200, 12), lively(rng, 20, 60)

    order = rng.permutation(len(matters[0]))
    other_numbers = rng.permutation(20)
    moved = other_numbers[matters[0][order]], matters[1][order]

    code, answered = lively(rng, 20, 54)
    alone = 20 + np.arange(120)
    some_alone = np.append(code, alone), np.append(answered, np.arange(120) % 2)

    one = np.zeros(1000, dtype=int), (rng.random(1000) < 0.7).astype(int)
    tables = [sparse, dense, matters, moved, some_alone, one]
    return [
        Case(says, args=(postcode, answered, seed), visible=place in (0, 2))
        for place, (says, (postcode, answered)) in enumerate(zip(BANDS, tables))
    ]


def judge(case, saw):
    low, high = BANDS[case.says]
    if not isinstance(saw, int | float):
        return "expected one number, the accuracy"
    if saw > high:
        return f"expected at most {high:.2f}, got {saw:.2f}: more than these postcodes can tell"
    if not saw >= low:
        return f"expected at least {low:.2f}, got {saw:.2f}: less than these postcodes tell"
    return None
