"""Where few neighbours are best the search must find few, and many where many are best."""

import numpy as np
from sklearn.metrics import mean_absolute_error
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsRegressor
from sklearn.preprocessing import StandardScaler

from tutor.sandbox.cases import Case

COIN = "20 or 40 minutes by a coin toss: every choice is as good as any other"
SAYS = (
    "streets with sharp borders, hardly any noise",
    "the same rows in another order, the columns as well",
    "one slow trend under much noise",
    "minutes that have to do with nothing",
    "sharp borders, the distances in metres instead of kilometres",
    COIN,
)


def town(rng, n=400, noise=0.5):
    """Return places in a town, and minutes that change at the border of each of its sixteen quarters."""
    X = rng.uniform(0, 4, size=(n, 2))
    quarter = X.astype(int) @ [1, 4]
    minutes = 20 + 30 * (quarter % 2 == quarter // 4 % 2) + rng.normal(0, noise, size=n)
    return X, minutes


def cases(seed):
    rng = np.random.default_rng([seed, 6])
    X, minutes = town(rng)
    order = rng.permutation(len(X))
    place = rng.uniform(0, 4, size=(400, 2))
    slow = 30 + place[:, 0] + rng.normal(0, 12, size=400)
    nothing = 30 + rng.normal(0, 12, size=400)
    far, far_minutes = town(rng)
    coin = 20.0 + 20.0 * rng.integers(0, 2, size=400)
    tables = [
        (X, minutes),
        (X[order][:, ::-1].copy(), minutes[order]),
        (place, slow),
        (rng.uniform(0, 4, size=(400, 2)), nothing),
        (far * [1000, 1], far_minutes),
        (rng.uniform(0, 4, size=(400, 2)), coin),
    ]
    return [
        Case(says, args=(X, y, seed), visible=place in (0, 2))
        for place, (says, (X, y)) in enumerate(zip(SAYS, tables))
    ]


def errors(X, minutes, seed):
    """Return the error of each number of neighbours on a quarter held out."""
    X_train, X_test, y_train, y_test = train_test_split(
        StandardScaler().fit_transform(X), minutes, test_size=0.25, random_state=seed
    )
    models = [KNeighborsRegressor(n_neighbors=k).fit(X_train, y_train) for k in (1, 3, 10, 30, 100)]
    return [mean_absolute_error(y_test, model.predict(X_test)) for model in models]


def judge(case, saw):
    of_each = errors(*case.args)
    share = 2.0 if case.says == COIN else 0.35
    low, high = 0.6 * min(of_each), min(of_each) + share * (max(of_each) - min(of_each)) + 0.1
    if not isinstance(saw, int | float):
        return "expected one number, the error in minutes"
    if saw < 0:
        return f"expected an error, which is never negative, got {saw:.1f} minutes"
    if saw < low:
        return f"expected an error of at least {low:.1f} minutes, got {saw:.1f}: too good to be true"
    if not saw <= high:
        return (
            f"expected an error of at most {high:.1f} minutes, got {saw:.1f}: a better choice was on the list"
        )
    return None
