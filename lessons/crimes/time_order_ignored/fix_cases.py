"""Days to come must not help to forecast themselves; what repeats must still be found."""

import numpy as np
from sklearn.metrics import mean_absolute_error
from sklearn.tree import DecisionTreeRegressor

from tutor.sandbox.cases import Case

FACTORS = {
    "sales that grow by a crate every four days": (0.4, 1.8),
    "the same days in mixed order": (0.4, 1.8),
    "flat for three quarters of the time, then growing": (0.4, 1.8),
    "a new kind of goods every eighty days": (0.6, 2.5),
    "sales that follow the temperature alone": (0.5, 1.8),
    "sales that follow the temperature, with a useless column more": (0.5, 1.8),
}
DAYS = 960


def cases(seed):
    rng = np.random.default_rng([seed, 4])
    day = np.arange(DAYS)
    warm, goods = rng.normal(20, 5, size=DAYS), np.zeros(DAYS)
    grows = 50 + 0.25 * day + rng.normal(0, 2, size=DAYS)
    mixed = rng.permutation(DAYS)
    late = 50 + 0.75 * np.maximum(day - 720, 0) + rng.normal(0, 1, size=DAYS)

    newest = day // 80
    kind = np.where(rng.random(DAYS) < 0.4, newest, rng.integers(0, newest + 1))
    by_kind = np.where(kind % 2 == 0, 40, 160) + rng.normal(0, 2, size=DAYS)

    weather = np.column_stack([warm, goods])
    by_warmth = 40 + 3 * warm + rng.normal(0, 3, size=DAYS)
    tables = [
        (day, weather, grows),
        (day[mixed], weather[mixed], grows[mixed]),
        (day, weather, late),
        (day, np.column_stack([warm, kind]), by_kind),
        (day, weather, by_warmth),
        (day, np.column_stack([weather, rng.normal(size=DAYS)]), by_warmth),
    ]
    return [
        Case(says, args=(*table, seed), visible=place in (0, 4))
        for place, (says, table) in enumerate(zip(FACTORS, tables))
    ]


def error(table, crates, cut, end):
    model = DecisionTreeRegressor(min_samples_leaf=2, random_state=0).fit(table[:cut], crates[:cut])
    return mean_absolute_error(crates[cut:end], model.predict(table[cut:end]))


def judge(case, saw):
    day, X, crates, _ = case.args
    order = np.argsort(day)
    table, crates = np.column_stack([day, X])[order], crates[order]
    fifth, block = DAYS // 5, DAYS // 6
    at_the_end = error(table, crates, DAYS - fifth, DAYS)
    on_the_way = np.mean([error(table, crates, cut, cut + block) for cut in range(block, DAYS, block)])
    least, most = FACTORS[case.says]
    low, high = least * min(at_the_end, on_the_way), most * max(at_the_end, on_the_way)

    if not isinstance(saw, int | float):
        return "expected one number, the error in crates"
    if saw < low:
        return f"expected an error of at least {low:.1f} crates, got {saw:.1f}: the days to come have helped"
    if not saw <= high:
        return f"expected an error of at most {high:.1f} crates, got {saw:.1f}: the past tells more than that"
    return None
