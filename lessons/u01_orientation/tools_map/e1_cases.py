"""Tables of full rank, where the coefficients are known, and tables where only the answers are."""

import numpy as np

from tutor.sandbox.cases import Case, close

TWINS = "two columns that are the same"
CONSTANT = "a column that never changes"
WIDE = "more columns than rows"


def table(rng, n, columns, noise=1.0):
    X = rng.normal(size=(n, columns)) + 0.5 * rng.normal(size=(n, 1))
    return X, 3 + X @ rng.normal(size=columns) + noise * rng.normal(size=n)


def cases(seed):
    rng = np.random.default_rng(seed)
    line = table(rng, 12, 1)
    X, y = table(rng, 60, 4)
    far = X + 50 * rng.uniform(1, 2, size=4)
    twins, twins_y = table(rng, 40, 2)
    flat, flat_y = table(rng, 40, 2)
    return [
        Case("a line through twelve points", args=line, visible=True),
        Case("four columns that have to do with each other", args=(X, y)),
        Case("the same rows in another order", args=(X[::-1].copy(), y[::-1].copy())),
        Case("the same table in units a thousand times smaller", args=(1000 * X, y)),
        Case("columns far from zero", args=(far, y)),
        Case("no noise at all", args=table(rng, 30, 3, noise=0.0)),
        Case(TWINS, args=(np.column_stack([twins, twins[:, 0]]), twins_y)),
        Case(CONSTANT, args=(np.column_stack([flat, np.full(40, 7.0)]), flat_y)),
        Case(WIDE, args=table(rng, 5, 8)),
    ]


def judge(case, saw):
    X, y = case.args
    with_ones = np.column_stack([np.ones(len(X)), X])
    solution = np.linalg.lstsq(with_ones, y)[0]
    if saw["touched"]:
        return "X or y was changed; leave what you are given as it is"
    if len(saw["coefficients"]) != X.shape[1]:
        return f"expected {X.shape[1]} coefficients, got {len(saw['coefficients'])}"
    if case.says in (TWINS, CONSTANT, WIDE):
        return close(saw["answers"], with_ones @ solution, tol=1e-6, name="what the fit answers for its rows")
    return close(saw["intercept"], solution[0], tol=1e-6, name="intercept") or close(
        saw["coefficients"], solution[1:], tol=1e-6, name="coefficients"
    )
