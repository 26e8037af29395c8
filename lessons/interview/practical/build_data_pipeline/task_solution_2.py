"""Checks of rows, and features by scikit-learn's transformers, fitted on the training rows alone."""

import numpy as np
from sklearn.impute import SimpleImputer
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler


def validate(rows, rules):
    """Return [row number, column] of every value that breaks a rule, row by row."""
    return [
        [number, column]
        for number, row in enumerate(rows)
        for column, rule in rules.items()
        if not fits(row.get(column), rule)
    ]


def fits(value, rule):
    """Whether a value obeys a rule."""
    if isinstance(rule, list):
        return value in rule
    return value is not None and rule[0] <= value <= rule[1]


def prepare(train, new, numeric, categorical):
    """Return the features of the new rows, all statistics taken from the training rows."""
    if not train:
        raise ValueError("There are no training rows to learn from.")
    numbers = make_pipeline(SimpleImputer(strategy="median", keep_empty_features=True), StandardScaler())
    numbers.fit(table(train, numeric))
    parts = [numbers.transform(table(new, numeric))]
    for name in categorical:
        words = sorted({row.get(name) for row in train} - {None})
        parts.append(np.array([[float(row.get(name) == word) for word in words] for row in new]))
    return np.hstack(parts)


def table(rows, names):
    """The numbers of the rows, NaN where one is missing."""
    return np.array([[np.nan if row.get(name) is None else row[name] for name in names] for row in rows])
