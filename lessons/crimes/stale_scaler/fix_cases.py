"""What is served must be what was trained last: when sensors drift, when units change, when rules change."""

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from tutor.sandbox.cases import Case


def week(rng, n=200, *, warmer=0.0, fahrenheit=False, turned=False):
    """Return a week's rows: temperature and vibration, and which hours ended in a failure."""
    y = rng.permutation(np.arange(n) % 2)
    sign = -1 if turned else 1
    temperature = rng.normal(60 + warmer + 6 * sign * y, 2)
    if fahrenheit:
        temperature = 32 + 1.8 * temperature
    return np.column_stack([temperature, rng.normal(4 + y, 1)]), y


def cases(seed):
    rng = np.random.default_rng([seed, 12])
    same = [week(rng) for _ in range(3)]
    drift = [week(rng), week(rng, warmer=10), week(rng, warmer=20)]
    unit = [week(rng), week(rng, fahrenheit=True)]
    turned = [week(rng), week(rng, turned=True)]
    hot, failed = week(rng, warmer=20)
    situations = {
        "the sensor drifts by ten degrees a week": (drift, week(rng, warmer=20)[0]),
        "from the second week on the sensor reports Fahrenheit": (unit, week(rng, fahrenheit=True)[0]),
        "nothing changes": (same, week(rng)[0]),
        "a drift, and only quiet hours are asked about": (drift, hot[failed == 0]),
        "nothing changes, and only hours before a failure are asked about": (
            same,
            same[0][0][same[0][1] == 1],
        ),
        "in the second week a new machine fails when it is cold": (turned, week(rng, turned=True)[0]),
    }
    return [
        Case(says, args=(weeks, X), visible=place in (0, 2))
        for place, (says, (weeks, X)) in enumerate(situations.items())
    ]


def judge(case, saw):
    weeks, X = case.args
    expected = make_pipeline(StandardScaler(), LogisticRegression()).fit(*weeks[-1]).predict(X)
    answers = np.asarray(saw)
    if answers.shape != expected.shape:
        return f"expected one answer for each of the {len(X)} rows"
    other = int((answers != expected).sum())
    if other > 0.05 * len(X):
        return f"{other} of {len(X)} answers are not those of the model trained last"
    return None
