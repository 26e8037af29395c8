"""Score at random where 95 % of the cases are negative: AUC and accuracy of the same answers."""

import numpy as np
from sklearn.metrics import average_precision_score, roc_auc_score

from tutor.sandbox.displays import Result, bars


def run(*, seed: int) -> Result:
    rng = np.random.default_rng(seed)
    y = rng.random(20_000) < 0.05
    score = rng.uniform(0, 0.4, len(y))
    auc = roc_auc_score(y, score)
    accuracy = np.mean((score > 0.5) == y)
    average_precision = average_precision_score(y, score)
    figure = bars(
        ["AUC", "accuracy", "average precision"],
        [auc, accuracy, average_precision],
        title="Random scores, 5 % positives",
        y_range=(0, 1),
        alt=(
            f"Random scores have an AUC of {auc:.2f}, an accuracy of {accuracy:.2f} "
            f"and an average precision of {average_precision:.2f}."
        ),
    )
    return Result(
        metrics={"auc": auc, "accuracy": accuracy, "average_precision": average_precision}, figures=[figure]
    )
