"""The new hall must be judged with the old hall's scale: where that hurts, and where it helps."""

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from tutor.sandbox.cases import Case, close

BLIND = "failures that nothing announces"


def hall(rng, n, *, warmer=0.0, failing=0.5, telling=3.5):
    """Return n machines, the share that fails among them; failing ones run warmer and under more load."""
    y = (rng.permutation(n) < failing * n).astype(int)
    temperature = rng.normal(60 + 2 * telling * y + warmer, 4)
    load = rng.normal(5 + 0.25 * telling * y, 1)
    age = rng.normal(6, 2, size=n)
    return np.column_stack([temperature, load, age]), y


def cases(seed):
    rng = np.random.default_rng([seed, 7])
    old = hall(rng, 400)
    warm = hall(rng, 400, warmer=20)
    order = rng.permutation(400)
    few_failing = hall(rng, 400, failing=0.04)
    alike = hall(rng, 400)
    blind, blind_new = hall(rng, 400, telling=0.0), hall(rng, 400, telling=0.0)
    tables = {
        "the new hall is twenty degrees warmer": (old, warm),
        "the same rows in another order": (
            (old[0][order], old[1][order]),
            (warm[0][order], warm[1][order]),
        ),
        "the halls are alike, but in the new one hardly a machine fails": (old, few_failing),
        "only machines that fail are left to test": (old, (alike[0][alike[1] == 1], alike[1][alike[1] == 1])),
        "two halls that are alike": (old, alike),
        BLIND: (blind, blind_new),
    }
    return [
        Case(says, args=(*train, *test), visible=place in (0, 4))
        for place, (says, (train, test)) in enumerate(tables.items())
    ]


def judge(case, saw):
    X_train, y_train, X_test, y_test = case.args
    scaler = StandardScaler().fit(X_train)
    model = LogisticRegression().fit(scaler.transform(X_train), y_train)
    honest = float(model.score(scaler.transform(X_test), y_test))
    if not isinstance(saw, int | float):
        return "expected one number, the accuracy"
    return close(saw, honest, tol=0.3 if case.says == BLIND else 0.04, name="accuracy")
