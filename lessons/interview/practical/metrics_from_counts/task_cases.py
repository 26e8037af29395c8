"""Labels and verdicts: common, rare, none at all, and labels that are words."""

import numpy as np

from tutor.sandbox.cases import Case, Failed, close


def labels(rng, n, share, found, alarms):
    """Truth, and verdicts with chances of finding a positive and of a false alarm."""
    truth = (rng.random(n) < share).astype(int)
    truth[:2] = 0, 1
    verdict = (rng.random(n) < np.where(truth == 1, found, alarms)).astype(int)
    verdict[:4] = 1, 1, 0, 0
    return truth.tolist(), verdict.tolist()


def cases(seed):
    rng = np.random.default_rng(seed)
    truth, verdict = labels(rng, 200, 0.4, 0.7, 0.2)
    words = ["spam" if each else "ham" for each in truth], ["spam" if each else "ham" for each in verdict]
    n = int(rng.integers(5, 20))
    return [
        Case("ten rows", args=labels(rng, 10, 0.5, 0.7, 0.3), visible=True),
        Case("200 rows, many positives", args=(truth, verdict)),
        Case("positives are rare", args=labels(rng, 400, 0.03, 0.6, 0.05)),
        Case("nothing is called positive", args=(truth[:n], [0] * n)),
        Case("nothing is positive", args=([0] * n, verdict[:n])),
        Case("labels that are words", args=words, kwargs={"positive": "spam"}),
        Case("0 is the positive class", args=(truth, verdict), kwargs={"positive": 0}),
        Case("a verdict too few", args=(truth, verdict[:-1]), raises=True),
    ]


def judge(case, saw):
    if case.raises:
        right = isinstance(saw, Failed) and saw.kind == "ValueError"
        return None if right else "expected a ValueError: there must be a verdict for each truth"
    truth, verdict = (np.array(each) == case.kwargs.get("positive", 1) for each in case.args)
    tp, fp = int((truth & verdict).sum()), int((~truth & verdict).sum())
    fn, tn = int((truth & ~verdict).sum()), int((~truth & ~verdict).sum())
    return close(
        saw,
        {
            "tp": tp,
            "fp": fp,
            "fn": fn,
            "tn": tn,
            "precision": tp / max(tp + fp, 1),
            "recall": tp / max(tp + fn, 1),
            "f1": 2 * tp / max(2 * tp + fp + fn, 1),
        },
    )
