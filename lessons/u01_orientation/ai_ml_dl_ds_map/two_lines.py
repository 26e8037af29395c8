"""The same two lines read handwriting and mail: fit, then score."""

import numpy as np
from sklearn.datasets import load_digits
from sklearn.ensemble import RandomForestClassifier
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.naive_bayes import MultinomialNB
from sklearn.tree import DecisionTreeClassifier

from tutor.sandbox.displays import Result, bars, heat_map

HONEST = np.array("meeting report lunch thanks team schedule review invoice notes family photo".split())
SPAM = np.array("free winner prize cash offer click urgent bonus credit loan cheap deal gift".split())
COMMON = np.array("the you we for and please your today have this with new time".split())
COUNTER = CountVectorizer(vocabulary=[*HONEST, *SPAM, *COMMON])

MODELS = {
    "naive Bayes": lambda seed: MultinomialNB(),
    "logistic regression": lambda seed: LogisticRegression(max_iter=300),
    "decision tree": lambda seed: DecisionTreeClassifier(random_state=seed),
    "random forest": lambda seed: RandomForestClassifier(n_estimators=30, random_state=seed),
}


def mail(n, rng):
    """n short messages as word counts, and whether each is spam."""
    y = rng.integers(0, 2, n)
    texts = []
    for spam in y:
        own, other = (SPAM, HONEST) if spam else (HONEST, SPAM)
        kinds = rng.choice(3, size=10, p=[0.5, 0.4, 0.1])
        texts.append(" ".join(rng.choice((COMMON, own, other)[kind]) for kind in kinds))
    return COUNTER.transform(texts), y


def run(*, model: str, seed: int) -> Result:
    digits = load_digits()
    problems = {
        "digits": (digits.data / 16, digits.target),
        "mail": mail(800, np.random.default_rng(seed)),
    }
    scores = {}
    for name, (X, y) in problems.items():
        X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=seed)
        fitted = MODELS[model](seed).fit(X_train, y_train)
        scores[name] = float(fitted.score(X_test, y_test))

    picture = heat_map(
        digits.images[0][::-1],  # a heat map draws its first row at the bottom
        title="One of 1,797 digits, 8×8 pixels",
        alt="A handwritten zero, eight by eight pixels in shades of grey.",
    )
    accuracy = bars(
        list(scores),
        {"accuracy": list(scores.values())},
        title=f"{model}: accuracy on unseen cases",
        alt=f"{model} reads {scores['digits']:.0%} of the digits and {scores['mail']:.0%} of the mail right.",
    )
    return Result(metrics=scores, figures=[picture, accuracy])
