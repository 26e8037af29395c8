"""Salaries with and without gaps, skewed and not; the five numbers are known."""

import numpy as np

from tutor.sandbox.cases import Case, close


def market(rng, n, spread=0.5):
    return np.exp(rng.normal(np.log(60), spread, size=n)).round(1)


def gaps(rng, pay):
    pay = pay.copy()
    pay[rng.choice(len(pay), size=len(pay) // 5, replace=False)] = np.nan
    return pay


def cases(seed):
    rng = np.random.default_rng(seed)
    skewed = market(rng, 200)
    return [
        Case("seven salaries", args=(market(rng, 7),), visible=True),
        Case("200 salaries, a few of them very high", args=(skewed,)),
        Case("the same in another order", args=(rng.permutation(skewed),)),
        Case("the same in another currency", args=(skewed * 83.0,)),
        Case("a fifth of the salaries is not known", args=(gaps(rng, market(rng, 100)),)),
        Case("a list in place of an array", args=(market(rng, 30).tolist(),)),
        Case("everybody earns the same", args=(np.full(12, float(rng.integers(40, 90))),)),
    ]


def judge(case, saw):
    pay = np.asarray(case.args[0], dtype=float)
    known = pay[~np.isnan(pay)]
    mean = known.mean()
    p10, median, p90 = np.percentile(known, [10, 50, 90])
    share = np.mean(known < mean)
    return close(saw, {"mean": mean, "median": median, "p10": p10, "p90": p90, "share_below_mean": share})
