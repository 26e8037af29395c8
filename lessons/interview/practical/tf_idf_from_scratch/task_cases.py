"""Short texts drawn from a small stock of words; scikit-learn says what is right."""

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer

from tutor.sandbox.cases import Case, close

STOCK = "the a cheap pills meeting tomorrow invoice garden dinner offer free report agenda winner tea".split()


def text(rng, length, stock=STOCK):
    share = 1 / np.arange(1, len(stock) + 1)
    return " ".join(rng.choice(stock, size=length, p=share / share.sum()).tolist())


def cases(seed):
    rng = np.random.default_rng(seed)
    many = [text(rng, int(rng.integers(3, 12))) for _ in range(40)]
    loud = [f"{each.upper()}!! {each.title()}, ok?" for each in many[:8]]
    long = [text(rng, 300)]
    common = [f"hello {each}" for each in many[:10]]
    return [
        Case(
            "three short texts",
            args=(["free tea", text(rng, 4), text(rng, 5)], ["free free tea"]),
            visible=True,
        ),
        Case("forty texts and five new ones", args=(many, [text(rng, 7) for _ in range(5)])),
        Case("capitals and marks", args=(loud, [f"{many[0]}?", f"{many[1].upper()}..."])),
        Case("new words among the old", args=(many, [text(rng, 5) + " xylophone zebra"])),
        Case("a text without known words", args=(many, ["xylophone zebra", ""])),
        Case("a text of 300 words", args=(many, long)),
        Case("a word that is in every text", args=(common, ["hello", f"hello {many[0]}"])),
        Case("the training texts themselves", args=(many[:12], many[:12])),
    ]


def judge(case, saw):
    model = TfidfVectorizer(token_pattern=r"[a-z]+")
    model.fit(case.args[0])
    names = model.get_feature_names_out().tolist()
    return close(saw, {"vocabulary": names, "vectors": model.transform(case.args[1]).toarray()})
