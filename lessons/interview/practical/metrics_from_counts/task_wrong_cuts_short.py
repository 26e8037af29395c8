"""Precision, recall and F1 from labels."""


def scores(truth, verdict, positive=1):
    """Return a dict with tp, fp, fn, tn, precision, recall and f1; an undefined ratio is 0."""
    tp = fp = fn = tn = 0
    for real, said in zip(truth, verdict):
        if said == positive:
            if real == positive:
                tp += 1
            else:
                fp += 1
        elif real == positive:
            fn += 1
        else:
            tn += 1
    precision = ratio(tp, tp + fp)
    recall = ratio(tp, tp + fn)
    f1 = ratio(2 * precision * recall, precision + recall)
    return {"tp": tp, "fp": fp, "fn": fn, "tn": tn, "precision": precision, "recall": recall, "f1": f1}


def ratio(above, below):
    """Return the quotient, 0 if there is nothing below the line."""
    return above / below if below else 0.0
