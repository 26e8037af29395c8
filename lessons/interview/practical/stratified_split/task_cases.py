"""Labels in order and mixed, rare classes, a class with a single row."""

import numpy as np

from tutor.sandbox.cases import Case, Failed


def labels(rng, counts, mixed=True):
    y = np.repeat(np.arange(len(counts)), counts)
    return rng.permutation(y) if mixed else y


def cases(seed):
    rng = np.random.default_rng(seed)
    n = int(rng.integers(100, 200))
    words = [["no", "yes"][each] for each in labels(rng, [n, 40])]
    return [
        Case("ten of each of two classes", args=(labels(rng, [10, 10]), 0.3, seed), visible=True),
        Case("rows sorted by class", args=(labels(rng, [2 * n, n], mixed=False), 0.2, seed)),
        Case("one row in fifty is positive", args=(labels(rng, [490, 10]), 0.2, seed)),
        Case("a class of two rows", args=(labels(rng, [n, 2]), 0.1, seed)),
        Case("four classes of different size", args=(labels(rng, [n, 60, 25, 10]), 0.4, seed)),
        Case("labels that are words", args=(words, 0.25, seed)),
        Case("nearly everything for the test", args=(labels(rng, [n, 5]), 0.95, seed)),
        Case("a class with a single row", args=(labels(rng, [n, 1]), 0.2, seed), raises=True),
    ]


def judge(case, saw):
    y, share = np.asarray(case.args[0]), case.args[1]
    if case.raises:
        right = isinstance(saw, Failed) and saw.kind == "ValueError"
        return None if right else "expected a ValueError: a single row cannot be on both sides"
    train, test = (np.asarray(each, dtype=int) for each in (saw["train"], saw["test"]))
    if not np.array_equal(np.sort(np.append(train, test)), np.arange(len(y))):
        return "expected every row on exactly one side"
    for label in np.unique(y):
        size = (y == label).sum()
        wanted = min(max(round(share * int(size)), 1), int(size) - 1)
        if (y[test] == label).sum() != wanted:
            return (
                f"class {label}: expected {wanted} of {size} rows in the test, got {(y[test] == label).sum()}"
            )
    if not saw["same"]:
        return "the same seed gives another split the second time"
    if len(y) > 30 and not saw["other"]:
        return "another seed gives the very same split: the rows are not shuffled"
    return None
