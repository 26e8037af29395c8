"""Raise good probabilities to the fourth power: the order stays, the numbers do not."""

import numpy as np
from sklearn.metrics import log_loss, roc_auc_score

from tutor.sandbox.displays import Result, bars


def run(*, seed: int) -> Result:
    rng = np.random.default_rng(seed)
    p = rng.uniform(0.02, 0.98, 10_000)
    y = rng.random(len(p)) < p
    bent = p**4
    auc, auc_bent = roc_auc_score(y, p), roc_auc_score(y, bent)
    loss, loss_bent = log_loss(y, p), log_loss(y, bent)
    figure = bars(
        ["AUC", "log loss"],
        {"honest probabilities": [auc, loss], "their fourth power": [auc_bent, loss_bent]},
        title="Same order, other numbers",
        alt=(
            f"The AUC is {auc:.3f} before and {auc_bent:.3f} after; "
            f"the log loss is {loss:.2f} before and {loss_bent:.2f} after."
        ),
    )
    return Result(
        metrics={"auc": auc, "auc_bent": auc_bent, "loss": loss, "loss_bent": loss_bent}, figures=[figure]
    )
