"""Voices known by heart must not count as diagnoses; an illness that can be heard must still be found."""

import numpy as np

from tutor.sandbox.cases import Case

BANDS = {
    "60 patients, 5 recordings each in a row, illness drawn by a coin": (0.22, 0.78),
    "the same in mixed order, with 3 to 9 recordings each": (0.22, 0.78),
    "the illness can be heard in every recording": (0.86, 1.0),
    "the same rows in another order, patients renumbered": (0.86, 1.0),
    "the illness can be heard, one recording of each patient": (0.84, 1.0),
    "the illness can be heard faintly, voices differ more": (0.58, 0.95),
}


def voices(rng, counts, shift, spread=2.0):
    """Return recordings of patients, half of them ill; an illness shifts the first three columns."""
    ill = rng.permutation(np.arange(len(counts)) % 2)
    voice = rng.normal(scale=spread, size=(len(counts), 8))
    voice[:, :3] += shift * ill[:, None]
    patient = np.repeat(np.arange(len(counts)), counts)
    X = voice[patient] + rng.normal(scale=0.5, size=(len(patient), 8))
    return X, ill[patient], patient


def mixed(rng, X, y, patient):
    order = rng.permutation(len(y))
    return X[order], y[order], patient[order]


def cases(seed):
    rng = np.random.default_rng([seed, 3])
    heard = voices(rng, np.full(60, 5), shift=4.0, spread=1.0)
    renumbered = heard[0], heard[1], rng.permutation(60)[heard[2]]
    tables = [
        voices(rng, np.full(60, 5), shift=0.0),
        mixed(rng, *voices(rng, rng.integers(3, 10, size=60), shift=0.0)),
        heard,
        mixed(rng, *renumbered),
        voices(rng, np.full(150, 1), shift=4.0, spread=1.0),
        voices(rng, np.full(60, 5), shift=2.6, spread=1.6),
    ]
    return [
        Case(says, args=(X, y, patient, seed), visible=place in (0, 2))
        for place, (says, (X, y, patient)) in enumerate(zip(BANDS, tables))
    ]


def judge(case, saw):
    low, high = BANDS[case.says]
    if not isinstance(saw, int | float):
        return "expected one number, the accuracy"
    if saw > high:
        return f"expected at most {high:.2f}, got {saw:.2f}: more than a stranger's voice can tell"
    if not saw >= low:
        return f"expected at least {low:.2f}, got {saw:.2f}: the illness is there to be heard"
    return None
