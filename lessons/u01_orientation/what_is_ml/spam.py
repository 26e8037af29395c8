"""A hand-written rule and a learned filter meet the same messages, before and after spammers adapt."""

import numpy as np
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.naive_bayes import MultinomialNB
from sklearn.pipeline import make_pipeline

from tutor.sandbox.displays import Figure, Result, Table, bars

HAM = """meeting agenda report project lunch thanks team schedule review invoice draft notes family
weekend photo call office budget travel plan update question answer document deadline""".split()
SPAM = """free winner prize cash offer click urgent limited jackpot credit loan cheap deal guarantee
gift discount claim exclusive money""".split()
COMMON = "the you we for and please your today have this with new time is are on at".split()
DISGUISE = str.maketrans("eai", "341")

RULE = {"free", "winner", "prize", "cash", "urgent"}


def pick(words, rng):
    return words[rng.integers(len(words))]


def messages(n, drift, overlap, rng):
    """n messages and their labels (1 is spam); drift is the share of spam words that are disguised."""
    texts, labels = [], (rng.random(n) < 0.4).astype(int)
    for spam in labels:
        own, other = (SPAM, HAM) if spam else (HAM, SPAM)
        words = []
        for _ in range(rng.integers(6, 15)):
            kind = rng.random()
            if kind < 0.45:
                words.append(pick(COMMON, rng))
            elif kind < 0.45 + overlap:
                words.append(pick(other, rng))
            else:
                word = pick(own, rng)
                words.append(word.translate(DISGUISE) if spam and rng.random() < drift else word)
        texts.append(" ".join(words))
    return texts, labels


def rule(texts):
    """The hand-written filter: spam if any of five words occurs."""
    return np.array([int(not RULE.isdisjoint(text.split())) for text in texts])


def run(*, n: int, drift: float, fresh: int, overlap: float, seed: int) -> Result:
    rng = np.random.default_rng(seed)
    texts, labels = messages(n, 0.0, overlap, rng)
    test_texts, test_labels = messages(1000, drift, overlap, rng)
    fresh_texts, fresh_labels = messages(fresh, drift, overlap, rng)

    model = make_pipeline(CountVectorizer(), MultinomialNB()).fit(texts, labels)
    retrained = make_pipeline(CountVectorizer(), MultinomialNB())
    retrained.fit(texts + fresh_texts, np.concatenate([labels, fresh_labels]))

    scores = {
        "always_ham": float((test_labels == 0).mean()),
        "rule": float((rule(test_texts) == test_labels).mean()),
        "model": float(model.score(test_texts, test_labels)),
        "retrained": float(retrained.score(test_texts, test_labels)),
    }
    accuracy = bars(
        [name.replace("_", " ") for name in scores],
        {"accuracy": list(scores.values())},
        title=f"Accuracy on 1,000 new messages, drift {drift:.1f}",
        alt=", ".join(f"{name} {score:.2f}" for name, score in scores.items()) + " of 1.00.",
    )
    words = ("ham", "spam")
    answers = zip(test_texts[:6], test_labels, rule(test_texts[:6]), model.predict(test_texts[:6]))
    stream = Figure(
        title="The first messages",
        marks=(
            Table(
                ("message", "is", "rule", "model"),
                tuple((text, *(words[label] for label in labels)) for text, *labels in answers),
            ),
        ),
        alt="The first six messages with their true label and what the rule and the model say.",
    )
    return Result(metrics={**scores, "words": len(RULE)}, figures=[accuracy, stream])
