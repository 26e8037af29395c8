"""Splits first, but still takes the rates from all rows."""

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split


def answer_rate(postcode, answered):
    people = np.bincount(postcode)
    answers = np.bincount(postcode, weights=answered)
    return answers / np.maximum(people, 1)


def report(postcode, answered, seed):
    code_train, code_test, y_train, y_test = train_test_split(
        postcode, answered, test_size=0.3, random_state=seed, stratify=answered
    )
    rate = answer_rate(postcode, answered)
    model = LogisticRegression().fit(rate[code_train].reshape(-1, 1), y_train)
    return float(accuracy_score(y_test, model.predict(rate[code_test].reshape(-1, 1))))
