"""Ten recordings of each person and labels without any pattern: shuffled folds against whole persons."""

import numpy as np
from sklearn.model_selection import GroupKFold, KFold, cross_val_score
from sklearn.neighbors import KNeighborsClassifier

from tutor.sandbox.displays import Result, bars


def run(*, seed: int) -> Result:
    rng = np.random.default_rng(seed)
    person = np.repeat(np.arange(60), 10)
    X = rng.normal(size=(60, 5))[person] + rng.normal(0, 0.1, size=(600, 5))
    y = rng.permutation(np.repeat([0, 1], 30))[person]
    model = KNeighborsClassifier()
    shuffled = cross_val_score(model, X, y, cv=KFold(5, shuffle=True, random_state=seed)).mean()
    whole = cross_val_score(model, X, y, cv=GroupKFold(5), groups=person).mean()
    figure = bars(
        ["shuffled folds", "whole persons"],
        [shuffled, whole],
        title="Accuracy on labels without a pattern",
        y_range=(0, 1),
        alt=f"Shuffled folds promise {shuffled:.2f}; with every person in one fold it is {whole:.2f}.",
    )
    return Result(metrics={"shuffled": shuffled, "whole": whole}, figures=[figure])
