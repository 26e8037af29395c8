"""Scores with and without ties; scikit-learn says what is right."""

import numpy as np
from sklearn.metrics import roc_auc_score

from tutor.sandbox.cases import Case, Failed, close


def scored(rng, n, share=0.5, shift=1.0, steps=None):
    y = rng.permutation((np.arange(n) < max(1, round(share * n))).astype(int))
    score = rng.normal(size=n) + shift * y
    return y, score if steps is None else np.round(score * steps) / steps


def cases(seed):
    rng = np.random.default_rng(seed)
    y, score = scored(rng, 60)
    return [
        Case("eight rows, all scores different", args=scored(rng, 8), visible=True),
        Case("60 rows, as many of each", args=(y, score)),
        Case("three positives in 90", args=scored(rng, 90, share=1 / 30)),
        Case("a ranking that is turned round", args=scored(rng, 50, shift=-1.5)),
        Case("many equal scores", args=scored(rng, 80, steps=1)),
        Case("all scores equal", args=(y, np.full(60, 0.3))),
        Case("scores that are large and negative", args=(y, 50 * score - 4000)),
        Case("20,000 rows", args=scored(rng, 20_000, share=0.2)),
        Case("no positives", args=(np.zeros(5, dtype=int), score[:5]), raises=True),
    ]


def judge(case, saw):
    if case.raises:
        right = isinstance(saw, Failed) and saw.kind == "ValueError"
        return None if right else "expected a ValueError: without both classes there is no area"
    return close(saw, float(roc_auc_score(*case.args)))
