"""A threshold chosen on the loans it is scored on must not pay; each branch must still choose its own."""

import numpy as np

from tutor.sandbox.cases import Case

BANDS = {
    "80 branches with 16 loans each, risks that say nothing": (0.40, 0.57),
    "60 branches with 20 loans each, 1 in 4 not paid back, risks that say nothing": (0.38, 0.58),
    "30 branches with 60 loans each, risks that tell, all of them low": (0.72, 0.97),
    "risks that tell, higher in some branches than in others": (0.72, 0.97),
    "the same rows in another order, the branches renumbered": (0.72, 0.97),
}


def loans(rng, branches, each, unpaid=0.5, telling=0.0, level=0.0, differing=0.0):
    """Return risks between 0 and 1, which loans were not paid back, and the branch of each."""
    branch = np.repeat(np.arange(branches), each)
    y = np.concatenate([rng.permutation(np.arange(each) < unpaid * each) for _ in range(branches)]).astype(
        int
    )
    local = rng.permutation(np.linspace(-differing, differing, branches))
    score = rng.normal(size=len(y)) + telling * (y - 0.5) + level + local[branch]
    return 1 / (1 + np.exp(-score)), y, branch


def cases(seed):
    rng = np.random.default_rng([seed, 10])
    differing = loans(rng, 30, 60, telling=2.0, differing=4.0)
    order, numbers = rng.permutation(1800), rng.permutation(30)
    tables = [
        loans(rng, 80, 16),
        loans(rng, 60, 20, unpaid=0.25),
        loans(rng, 30, 60, telling=2.0, level=-3.0),
        differing,
        (differing[0][order], differing[1][order], numbers[differing[2][order]]),
    ]
    return [
        Case(says, args=(*table, seed), visible=place in (0, 2))
        for place, (says, table) in enumerate(zip(BANDS, tables))
    ]


def judge(case, saw):
    low, high = BANDS[case.says]
    if not isinstance(saw, int | float):
        return "expected one number, the balanced accuracy"
    if saw > high:
        return f"expected at most {high:.2f}, got {saw:.2f}: more than is known of a loan not yet paid back"
    if not saw >= low:
        return f"expected at least {low:.2f}, got {saw:.2f}: less than a branch's own threshold reaches"
    return None
