"""Precision, recall and F1 from a table of counts."""

from collections import Counter


def scores(truth, verdict, positive=1):
    """Return a dict with tp, fp, fn, tn, precision, recall and f1; an undefined ratio is 0."""
    if len(truth) != len(verdict):
        raise ValueError("There must be a verdict for each truth.")
    pairs = Counter((bool(real == positive), bool(said == positive)) for real, said in zip(truth, verdict))
    cells = {
        "tp": pairs[True, True],
        "fp": pairs[False, True],
        "fn": pairs[True, False],
        "tn": pairs[False, False],
    }
    tp, wrong = cells["tp"], cells["fp"] + cells["fn"]
    return {
        **cells,
        "precision": tp / max(tp + cells["fp"], 1),
        "recall": tp / max(tp + cells["fn"], 1),
        "f1": 2 * tp / max(2 * tp + wrong, 1),
    }
