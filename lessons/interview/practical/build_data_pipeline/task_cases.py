"""Orders with gaps and new words; the statistics of the training rows alone must count."""

import numpy as np

from tutor.sandbox.cases import Case, Failed, close

RULES = {"amount": (0.0, 500.0), "age": (18, 110), "plan": ["free", "paid", "team"]}


def rows(rng, n, words=("free", "paid"), gaps=0.0):
    found = []
    for _ in range(n):
        row = {
            "amount": round(float(rng.gamma(2.0, 30.0)), 2),
            "age": int(rng.integers(18, 90)),
            "plan": str(rng.choice(words)),
        }
        for name in row:
            if rng.random() < gaps:
                row[name] = None
        found.append(row)
    return found


def planted(rng):
    """Rows with five faults."""
    found = rows(rng, 30)
    places = [int(each) for each in rng.permutation(30)[:5]]
    for place, (name, value) in zip(
        places, [("amount", -3.0), ("age", 240), ("plan", "gold"), ("amount", None), ("age", None)]
    ):
        found[place][name] = value
    return found


def cases(seed):
    rng = np.random.default_rng(seed)
    names = {"numeric": ["amount", "age"], "categorical": ["plan"]}
    known = rows(rng, 60)
    holes = rows(rng, 80, ("free", "paid", "team"), gaps=0.2)
    poisoned = rows(rng, 6)
    poisoned[0]["amount"] = 1e9
    poisoned[1]["age"] = -5000
    flat = [{**row, "age": 40} for row in rows(rng, 20)]
    nothing = [{**row, "amount": None} for row in rows(rng, 20)]
    return [
        Case("three complete rows", args=(rows(rng, 5), rows(rng, 3)), kwargs=names, visible=True),
        Case("training rows with gaps", args=(holes, holes), kwargs=names),
        Case("poisoned new rows", args=(known, poisoned), kwargs=names),
        Case("a word never seen in training", args=(known, rows(rng, 4, ("gold", "paid"))), kwargs=names),
        Case("a new row with everything missing", args=(holes, [dict.fromkeys(known[0])]), kwargs=names),
        Case("a column without spread", args=(flat, rows(rng, 4)), kwargs=names),
        Case("a column that was never filled in", args=(nothing, nothing[:4]), kwargs=names),
        Case("no training rows", args=([], known[:2]), kwargs=names, raises=True),
        Case("five planted faults", "validate", args=(planted(rng), RULES), visible=True),
        Case("clean rows", "validate", args=(rows(rng, 20), RULES)),
    ]


def judge(case, saw):
    if case.call == "validate":
        return close(saw, faults(*case.args))
    if case.raises:
        right = isinstance(saw, Failed) and saw.kind == "ValueError"
        return None if right else "expected a ValueError that says that there are no training rows"
    return close(saw, features(*case.args, **case.kwargs))


def faults(table, rules):
    wrong = []
    for number, row in enumerate(table):
        for name, rule in rules.items():
            value = row[name]
            good = (
                value in rule if isinstance(rule, list) else value is not None and rule[0] <= value <= rule[1]
            )
            if not good:
                wrong.append([number, name])
    return wrong


def features(train, new, numeric, categorical):
    columns = []
    for name in numeric:
        there = [row[name] for row in train if row[name] is not None]
        middle = float(np.median(there)) if there else 0.0
        known = np.array([middle if row[name] is None else row[name] for row in train], dtype=float)
        values = np.array([middle if row[name] is None else row[name] for row in new], dtype=float)
        columns.append((values - known.mean()) / (known.std() if known.std() > 0 else 1.0))
    for name in categorical:
        for word in sorted({row[name] for row in train} - {None}):
            columns.append(np.array([float(row[name] == word) for row in new]))
    return np.column_stack(columns)
