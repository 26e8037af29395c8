"""Does the postcode tell who answers a letter? Rates from the training rows alone."""

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split


def answer_rate(postcode, answered, size):
    """Return for each postcode below size the share who answered; the overall share where nobody is known."""
    people = np.bincount(postcode, minlength=size)
    answers = np.bincount(postcode, weights=answered, minlength=size)
    return np.where(people > 0, answers / np.maximum(people, 1), answered.mean())


def report(postcode, answered, seed):
    """Return the accuracy for people whom the model has not seen."""
    code_train, code_test, y_train, y_test = train_test_split(
        postcode, answered, test_size=0.3, random_state=seed
    )
    rate = answer_rate(code_train, y_train, size=postcode.max() + 1)

    model = LogisticRegression().fit(rate[code_train].reshape(-1, 1), y_train)
    return float(accuracy_score(y_test, model.predict(rate[code_test].reshape(-1, 1))))
