"""Does the postcode tell who answers a letter?"""

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split


def answer_rate(postcode, answered):
    """Return for each postcode the share of its people who answered."""
    people = np.bincount(postcode)
    answers = np.bincount(postcode, weights=answered)
    return answers / np.maximum(people, 1)


def report(postcode, answered, seed):
    """Return the accuracy for people whom the model has not seen."""
    rate = answer_rate(postcode, answered)
    X = rate[postcode].reshape(-1, 1)

    X_train, X_test, y_train, y_test = train_test_split(X, answered, test_size=0.3, random_state=seed)
    model = LogisticRegression().fit(X_train, y_train)
    return float(accuracy_score(y_test, model.predict(X_test)))
