"""Filter short messages with multinomial naive Bayes, smoothing its counts more or less."""

import numpy as np
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.naive_bayes import MultinomialNB

from tutor.sandbox.displays import Result, bars, lines

SHARED = ["and", "are", "at", "for", "is", "on", "please", "the", "this", "to", "we", "with", "you"]
WORK = ["agenda", "budget", "deadline", "draft", "invoice", "lunch", "meeting", "notes", "office", "plan"]
SPAM = ["bonus", "cash", "cheap", "click", "credit", "deal", "discount", "free", "offer", "prize"]
NAMES = [f"name{i}" for i in range(300)]
WORDS = [*SHARED, *WORK, *SPAM, *NAMES]

ALPHAS = [1e-10, 0.001, 0.01, 0.1, 1.0, 10.0, 50.0]


def messages(n, rng):
    """Texts of 6 to 14 words and their labels: 1 for spam, two in five; names are equally likely in both."""
    sizes = [len(SHARED), len(WORK), len(SPAM), len(NAMES)]
    shares = {0: [0.35, 0.30, 0.10, 0.25], 1: [0.35, 0.10, 0.30, 0.25]}
    chances = {label: np.repeat(np.divide(share, sizes), sizes) for label, share in shares.items()}
    y = (rng.random(n) < 0.4).astype(int)
    texts = [" ".join(rng.choice(WORDS, size=rng.integers(6, 15), p=chances[label])) for label in y]
    return texts, y


def run(*, alpha: float, n: int, seed: int) -> Result:
    rng = np.random.default_rng(seed)
    train, y_train = messages(n, rng)
    test, y_test = messages(1000, rng)

    counter = CountVectorizer()
    X_train, X_test = counter.fit_transform(train), counter.transform(test)
    model = MultinomialNB(alpha=alpha).fit(X_train, y_train)
    accuracies = [MultinomialNB(alpha=a).fit(X_train, y_train).score(X_test, y_test) for a in ALPHAS]

    in_work, in_spam = model.feature_count_
    evidence = model.feature_log_prob_[1] - model.feature_log_prob_[0]
    spam_word = np.median(evidence[[counter.vocabulary_[word] for word in SPAM]])
    lone_name = evidence[(in_spam == 1) & (in_work == 0)].max()
    return Result(
        metrics={
            "accuracy": model.score(X_test, y_test),
            "majority": np.mean(y_test == 0),
            "called_spam": model.predict(X_test).mean(),
            "spam_word": spam_word,
            "lone_name": lone_name,
        },
        figures=[
            lines(
                ALPHAS,
                {"test accuracy": accuracies},
                title="Accuracy by smoothing",
                x_label="alpha",
                x_log=True,
            ),
            bars(
                ["a spam word", "a name seen once, in spam"],
                [spam_word, lone_name],
                title=f"Evidence for spam at alpha {alpha:g}",
                y_label="change of the log-odds",
            ),
        ],
    )
