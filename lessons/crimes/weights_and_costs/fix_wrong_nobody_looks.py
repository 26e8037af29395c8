"""Looks at nothing, which is cheap while fraud is rare."""

from sklearn.model_selection import train_test_split


def report(X, fraud, loss, seed):
    _, y_test = train_test_split(fraud, test_size=0.5, stratify=fraud, random_state=seed)
    return float(loss * y_test.mean())
