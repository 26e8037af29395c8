"""Drop nine of ten positives from the test data and measure the same scores again."""

import numpy as np
from sklearn.metrics import average_precision_score, roc_auc_score

from tutor.sandbox.displays import Result, bars


def run(*, seed: int) -> Result:
    rng = np.random.default_rng(seed)
    y = np.repeat([0, 1], 20_000)
    score = rng.normal(size=len(y)) + 1.5 * y
    kept = (y == 0) | (rng.random(len(y)) < 0.1)
    auc, auc_rare = roc_auc_score(y, score), roc_auc_score(y[kept], score[kept])
    precision = average_precision_score(y, score)
    precision_rare = average_precision_score(y[kept], score[kept])
    figure = bars(
        ["AUC", "average precision"],
        {"half positive": [auc, precision], "9 % positive": [auc_rare, precision_rare]},
        title="The same model where positives are rarer",
        y_range=(0, 1),
        alt=(
            f"The AUC goes from {auc:.3f} to {auc_rare:.3f}, "
            f"the average precision from {precision:.2f} to {precision_rare:.2f}."
        ),
    )
    return Result(
        metrics={
            "auc": auc,
            "auc_rare": auc_rare,
            "precision": precision,
            "precision_rare": precision_rare,
        },
        figures=[figure],
    )
