"""A fraud must be counted at its cost once: where that means many looks, few, or none."""

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

from tutor.sandbox.cases import Case

SAYS = (
    "1 payment in 20 is fraud and costs 20 looks",
    "the same rows in another order, the columns as well",
    "1 payment in 20 is fraud and costs 2 looks",
    "1 payment in 50 is fraud, nothing announces it, and it costs 20 looks",
    "half of the payments are fraud and cost 4 looks",
    "half of the payments are fraud and cost 1.25 looks",
)


def payments(rng, n, frauds, sign=1.6):
    """Return n payments of which a share is fraud; two columns lie higher for those."""
    y = (rng.permutation(n) < frauds * n).astype(int)
    X = rng.normal(size=(n, 3))
    X[:, :2] += sign * y[:, None]
    return X, y


def cases(seed):
    rng = np.random.default_rng([seed, 11])
    X, fraud = payments(rng, 3000, 0.05)
    order = rng.permutation(3000)
    tables = [
        (X, fraud, 20.0),
        (X[order][:, ::-1].copy(), fraud[order], 20.0),
        (*payments(rng, 3000, 0.05), 2.0),
        (*payments(rng, 3000, 0.02, sign=0.0), 20.0),
        (*payments(rng, 3000, 0.5, sign=0.8), 4.0),
        (*payments(rng, 3000, 0.5, sign=0.8), 1.25),
    ]
    return [
        Case(says, args=(*table, seed), visible=place in (0, 2))
        for place, (says, table) in enumerate(zip(SAYS, tables))
    ]


def judge(case, saw):
    X, fraud, loss, seed = case.args
    X_train, X_test, y_train, y_test = train_test_split(
        X, fraud, test_size=0.5, stratify=fraud, random_state=seed
    )
    risk = LogisticRegression().fit(X_train, y_train).predict_proba(X_test)[:, 1]
    honest = np.where(risk * loss > 1, 1.0, y_test * loss).mean()
    low, high = 0.75 * honest, (1.3 if loss in (1.25, 4.0) else 1.15) * honest

    if not isinstance(saw, int | float):
        return "expected one number, the mean cost of a payment"
    if saw < low:
        return f"expected a cost of about {honest:.2f}, got {saw:.2f}: too cheap to be true"
    if not saw <= high:
        return f"expected a cost of about {honest:.2f}, got {saw:.2f}: the same model can decide better"
    return None
