"""Word counts of small mailboxes, with scikit-learn's answers."""

import numpy as np
from sklearn.naive_bayes import MultinomialNB

from tutor.sandbox.cases import Case, close


def mail(rng, n, words, length=8.0):
    """Counts of n messages in which each word has a rate of its own."""
    return rng.poisson(length * rng.dirichlet(np.full(words, 2.0)), size=(n, words))


def two_boxes(rng, spam, ham, words):
    """Shuffled messages of two kinds, 1 for spam."""
    y = np.append(np.ones(spam, dtype=int), np.zeros(ham, dtype=int))
    order = rng.permutation(len(y))
    return np.vstack([mail(rng, spam, words), mail(rng, ham, words)])[order], y[order]


def cases(seed):
    rng = np.random.default_rng(seed)
    tiny = np.array([[2, 1, 0], [1, 2, 1], [0, 1, 3], [1, 0, 2]]) + rng.integers(0, 3, size=(4, 3))
    counts, y = two_boxes(rng, 15, 15, 12)
    rare, rare_y = two_boxes(rng, 4, 36, 10)
    veto, veto_y = two_boxes(rng, 12, 12, 6)
    veto[veto_y == 0, 2] = 0
    with_veto = mail(rng, 3, 6)
    with_veto[:, 2] = rng.integers(1, 4, size=3)
    three = np.repeat(["work", "spam", "family"], 6)
    third = np.vstack([mail(rng, 6, 8) for _ in range(3)])
    return [
        Case("four messages of three words", args=(tiny, np.array([1, 1, 0, 0]), tiny[:1]), visible=True),
        Case("30 messages, as many spam as not", args=(counts, y, mail(rng, 5, 12))),
        Case("one message in ten is spam", args=(rare, rare_y, mail(rng, 5, 10))),
        Case("a message without any words", args=(rare, rare_y, np.zeros((1, 10), dtype=int))),
        Case("a word that one class never had", args=(veto, veto_y, with_veto)),
        Case("little smoothing", args=(veto, veto_y, with_veto), kwargs={"alpha": 0.01}),
        Case("much smoothing", args=(counts, y, mail(rng, 3, 12)), kwargs={"alpha": 20.0}),
        Case("a text of 5,000 words", args=(counts, y, mail(rng, 2, 12, 5000.0))),
        Case("three classes with words for labels", args=(third, three, mail(rng, 4, 8))),
    ]


def judge(case, saw):
    counts, y, new = case.args
    model = MultinomialNB(alpha=case.kwargs.get("alpha", 1.0)).fit(counts, y)
    return close(saw, model.predict_log_proba(new))
