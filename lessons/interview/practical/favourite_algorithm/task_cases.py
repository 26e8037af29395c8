"""Tables that any sound classifier learns, and what a careful one refuses."""

import numpy as np

from tutor.sandbox.cases import Case, Failed

MARGIN = {
    "two classes, two columns": 0.25,
    "three classes that are words": 0.3,
    "one column in thousands": 0.25,
    "a column without spread": 0.25,
    "one case in five is positive": 0.02,
}


def table(rng, classes, n=400, share=None):
    """A shuffled table of four columns; the first two tell the class."""
    y = np.arange(n) % classes if share is None else (np.arange(n) < share * n).astype(int)
    y = rng.permutation(y)
    angle = 2 * np.pi * y / classes
    centre = 1.6 * np.column_stack([np.cos(angle), np.sin(angle), 0 * angle, 0 * angle])
    return rng.normal(size=(n, 4)) + centre, y


def split(says, X, y, visible=False):
    return Case(says, args=(X[:180], y[:180], X[180:]), kept={"y": y[180:]}, visible=visible)


def cases(seed):
    rng = np.random.default_rng(seed)
    X, y = table(rng, 2)
    three, words = table(rng, 3)
    wide, wide_y = table(rng, 2)
    flat, flat_y = table(rng, 2)
    rare, rare_y = table(rng, 2, share=0.2)
    return [
        split("two classes, two columns", X, y, visible=True),
        split("three classes that are words", three, np.array(["ant", "bee", "cat"])[words]),
        split("one column in thousands", wide + np.array([0, 0, 5e4, 0]), wide_y),
        split("one column in other units", wide * [1, 1, 1e4, 1], wide_y),
        split("a column without spread", flat * [1, 1, 0, 1], flat_y),
        split("one case in five is positive", rare, rare_y),
        Case("fewer labels than rows", args=(X[:50], y[:40], X[50:60]), raises=True),
        Case("another number of columns in predict", args=(X[:50], y[:50], X[50:60, :3]), raises=True),
    ]


def judge(case, saw):
    if case.raises:
        right = isinstance(saw, Failed) and saw.kind == "ValueError" and len(saw.message) >= 10
        return None if right else "expected a ValueError that says what is wrong"
    if saw["changed"]:
        return "X was changed by fit or predict; work on a copy"
    if not saw["again"]:
        return "fitted again on the same rows it gives other labels"
    if saw["justify"] < 20:
        return "expected JUSTIFY, a text of 20 words or more"
    truth = case.kept["y"]
    dummy = max(np.mean(truth == label) for label in np.unique(truth))
    yours = float(np.mean(np.asarray(saw["labels"]) == truth))
    wanted = dummy + MARGIN.get(case.says, 0.25)
    return None if yours >= wanted else f"expected an accuracy of {wanted:.2f} or more, got {yours:.2f}"
