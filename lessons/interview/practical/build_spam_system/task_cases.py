"""Weeks of mail in which the spammers change their words; recall and lost mail are measured at the end."""

import numpy as np

from tutor.sandbox.cases import Case

WORDS = 30


def week(rng, tricks, n=200, share=0.35):
    """Counts of the words of n mails; spam is full of the words of its campaign."""
    y = rng.permutation((np.arange(n) < share * n).astype(int))
    rates = np.full((n, WORDS), 0.4)
    rates[:, 15:] += 0.5 * (y == 0)[:, None]
    rates[:, tricks] += 1.6 * y[:, None]
    return rng.poisson(rates), y


def stream(rng, says, campaigns, budget=70, visible=False, quiet=()):
    weeks = [
        week(rng, tricks, share=0.0 if place in quiet else 0.35) for place, tricks in enumerate(campaigns)
    ]
    given = {"X": [X for X, _ in weeks], "y": [y for _, y in weeks], "budget": budget}
    return Case(says, given=given, visible=visible)


def cases(seed):
    rng = np.random.default_rng(seed)
    old, new, third = np.split(rng.permutation(15), 3)
    return [
        stream(rng, "eight weeks of the same campaign", [old] * 8, visible=True),
        stream(rng, "a new campaign from the sixth week on", [old] * 5 + [new] * 6),
        stream(rng, "two changes of campaign", [old] * 3 + [new] * 4 + [third] * 5),
        stream(rng, "a week without spam", [old] * 4 + [new] * 5, quiet=(3,)),
        stream(rng, "a new campaign after two weeks", [third] * 2 + [old] * 6),
        stream(rng, "half of the budget", [old] * 4 + [new] * 6, budget=40),
    ]


def judge(case, saw):
    budget = case.given["budget"]
    if saw["asked"] > budget:
        return f"asked for {saw['asked']} labels in a week; the budget is {budget}"
    truth = np.concatenate(case.given["y"][-3:])
    verdict = np.concatenate(saw["verdicts"][-3:])
    if verdict.shape != truth.shape:
        return "expected one verdict, 0 or 1, for each mail"
    recall, lost = verdict[truth == 1].mean(), verdict[truth == 0].mean()
    if lost > 0.06:
        return f"{lost:.0%} of the good mails of the last three weeks were taken away; at most 6% may be"
    if recall < 0.8:
        return f"{recall:.0%} of the spam of the last three weeks was found; 80% must be"
    return None
