"""Checks of rows, and features whose statistics come from the training rows alone."""

import numpy as np


def validate(rows, rules):
    """Return [row number, column] of every value that breaks a rule, row by row."""
    faults = []
    for number, row in enumerate(rows):
        for column, rule in rules.items():
            value = row.get(column)
            if isinstance(rule, list):
                broken = value not in rule
            else:
                low, high = rule
                broken = value is None or not low <= value <= high
            if broken:
                faults.append([number, column])
    return faults


def prepare(train, new, numeric, categorical):
    """Return the features of the new rows, all statistics taken from the training rows."""
    if not train:
        raise ValueError("There are no training rows to learn from.")
    columns = []
    for name in numeric:
        known = np.array([row.get(name) for row in train], dtype=float)
        middle = 0.0 if np.isnan(known).all() else np.nanmedian(known)
        known = np.where(np.isnan(known), middle, known)
        spread = known.std() or 1.0
        values = np.array([row.get(name) for row in new], dtype=float)
        values = np.where(np.isnan(values), middle, values)
        columns.append((values - known.mean()) / spread)
    for name in categorical:
        for word in sorted({row[name] for row in new if row.get(name) is not None}):
            columns.append(np.array([float(row.get(name) == word) for row in new]))
    return np.column_stack(columns)
