"""Groups of different sizes; every row once, every group whole, the folds as level as dealt by size."""

import numpy as np

from tutor.sandbox.cases import Case, Failed


def visits(rng, sizes):
    """Rows of groups with these sizes, in mixed order, with names that are not consecutive."""
    names = rng.choice(10 * len(sizes), size=len(sizes), replace=False)
    return rng.permutation(np.repeat(names, sizes))


def cases(seed):
    rng = np.random.default_rng(seed)
    words = [f"patient {each}" for each in visits(rng, rng.integers(1, 6, size=20))]
    return [
        Case(
            "six people, twelve visits, three folds", args=(visits(rng, [3, 3, 2, 2, 1, 1]), 3), visible=True
        ),
        Case("80 people with one to nine visits", args=(visits(rng, rng.integers(1, 10, size=80)), 5)),
        Case("one person with half of all visits", args=(visits(rng, [60, *rng.integers(1, 6, size=20)]), 4)),
        Case("as many folds as people", args=(visits(rng, rng.integers(1, 5, size=6)), 6)),
        Case("names that are words", args=(words, 4)),
        Case("rows of a person side by side", args=(np.sort(visits(rng, rng.integers(2, 8, size=30))), 5)),
        Case("one visit each", args=(rng.permutation(40), 4)),
        Case("fewer people than folds", args=(visits(rng, [4, 4, 4]), 5), raises=True),
    ]


def judge(case, saw):
    groups, k = np.asarray(case.args[0]), case.args[1]
    if case.raises:
        right = isinstance(saw, Failed) and saw.kind == "ValueError"
        return None if right else "expected a ValueError: there are fewer groups than folds"
    if len(saw) != k:
        return f"expected {k} folds, got {len(saw)}"
    tests = [np.asarray(each, dtype=int) for each in saw]
    if not np.array_equal(np.sort(np.concatenate(tests)), np.arange(len(groups))):
        return "expected every row in exactly one test fold"
    torn = sum(sum(name in groups[test] for test in tests) > 1 for name in np.unique(groups))
    if torn:
        return f"{torn} groups are torn apart between folds"
    largest, wanted = max(map(len, tests)), max(level(groups, k))
    if largest > wanted:
        return f"the largest fold has {largest} rows; dealt out by size it has {wanted}"
    return None


def level(groups, k):
    """The sizes of the folds when the next largest group goes to the smallest fold."""
    filled = [0] * k
    for size in sorted(np.unique(groups, return_counts=True)[1].tolist(), reverse=True):
        filled[filled.index(min(filled))] += size
    return filled
