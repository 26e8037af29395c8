"""Messages of made-up words: the words that mark spam are new each time, so no list can be known before."""

import numpy as np

from tutor.sandbox.cases import Case, close, told

LETTERS = list("bcdfghklmnprstvwz")
LONG = "a marked word inside of a longer one"


def vocabulary(rng, n):
    words = set()
    while len(words) < n:
        words.add("".join(rng.choice(LETTERS, 3)) + "".join(rng.choice(list("aeiou"), 2)))
    return rng.permutation(sorted(words)).tolist()


def messages(rng, n, ham, spam, plain):
    texts, labels = [], rng.permutation(np.arange(n) % 5 < 2).astype(int)
    for label in labels:
        own, other = (spam, ham) if label else (ham, spam)
        kinds = rng.choice(3, size=10, p=[0.45, 0.45, 0.10])
        texts.append(" ".join(str(rng.choice([plain, own, other][kind])) for kind in kinds))
    return texts, labels


def cases(seed):
    rng = np.random.default_rng(seed)
    words = vocabulary(rng, 60)
    ham, spam, plain = words[:20], words[20:40], words[40:]
    train, y = messages(rng, 300, ham, spam, plain)
    test, truth = messages(rng, 200, ham, spam, plain)
    new = [text + " " + word for text, word in zip(test, vocabulary(rng, 200))]
    order = rng.permutation(300)
    turned = [train[row] for row in order]
    return [
        Case("a rule of two words", "rule_filter", args=(test[:6], spam[:2]), visible=True),
        Case("a rule of five words", "rule_filter", args=(test, spam[:5])),
        Case("a rule without words, and an empty message", "rule_filter", args=(["", test[0]], [])),
        Case(LONG, "rule_filter", args=([spam[0] + "lo", spam[0]], [spam[0]])),
        Case("200 messages after 300 with labels", args=(train, y, test), kept={"truth": truth}),
        Case("the training messages in another order", args=(turned, y[order], test), kept={"truth": truth}),
        Case("each message holds a word never seen", args=(train, y, new), kept={"truth": truth}),
        Case("labels turned round: 1 is what was 0", args=(train, 1 - y, test), kept={"truth": 1 - truth}),
        Case("a single message", args=(train, y, [" ".join(spam[:6])]), kept={"truth": np.array([1])}),
    ]


def judge(case, saw):
    if case.call == "rule_filter":
        texts, words = case.args
        return close(saw, [int(any(word in words for word in text.split())) for text in texts])
    truth = case.kept["truth"]
    labels = np.asarray(saw)
    if labels.shape != truth.shape:
        return f"expected {len(truth)} labels, got {told(saw)}"
    if not np.isin(labels, [0, 1]).all():
        return f"expected labels 0 and 1, got {told(labels)}"
    right = float((labels == truth).mean())
    return None if right >= 0.85 else f"expected at least 0.85 of the labels right, got {right:.2f}"
