"""How well free text is graded: `python -m tests.bench.grading [--tier TIER] [--semeval ARCHIVE]`.

On the bank's own answers everything is measured leave-question-out: the answers to a question are judged by
curves that were fitted without any answer to it. The archive is that of SemEval-2013 task 7.
"""

from __future__ import annotations

import argparse
import random
import resource
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

import numpy as np
from sklearn.metrics import roc_auc_score

from tests.bench.fit_grader import fitted, made
from tests.bench.labelled import Answers, Row, answers, rows
from tests.bench.measures import calibration_error, correlation, kappa, precision_recall_f1, quadratic_kappa
from tests.bench.semeval import report as semeval
from tests.grading.attacks import ATTACKS
from tutor.course.rubric import Labelled, Prompt
from tutor.grading.freetext.beliefs import believed
from tutor.grading.freetext.curves import Curves
from tutor.grading.freetext.judge import judge, judgement
from tutor.grading.freetext.judgement import Judgement, Tier, band
from tutor.grading.freetext.phrases import phrases
from tutor.grading.freetext.points import hear
from tutor.grading.freetext.tiers import encoder, installed

FOLDS = 10
PASSES = 0.6
"""The score from which on an attack without a flag has passed."""
BANDS = ("weak", "partial", "adequate", "strong")
LITTLE = 0.35
"""Closeness by words, below which a point is said with little of the rubric's wording."""


@dataclass(frozen=True, slots=True)
class Unseen:
    """Curves fitted without a question's fold."""

    points: Curves
    beliefs: Curves


def unseen(seen: Answers, tier: Tier) -> dict[str, Unseen]:
    """For each question curves that have not seen it."""
    questions = sorted({prompt.id for prompt, _ in seen.every})
    random.Random(0).shuffle(questions)
    extra, plain = made(seen, tier), answers(tier, stripped=True)
    found: dict[str, Unseen] = {}
    for fold in range(FOLDS):
        held = set(questions[fold::FOLDS])
        curves = Unseen(
            fitted(_without(held, (*seen.points, *extra)), _without(held, plain.points), tier),
            fitted(_without(held, seen.misconceptions), _without(held, plain.misconceptions), tier),
        )
        found |= dict.fromkeys(held, curves)
    return found


def _without(held: Collection[str], found: Sequence[Row]) -> list[Row]:
    """The rows of other questions."""
    return [row for row in found if row.question not in held]


def judged(
    prompt: Prompt, text: str, points: Sequence[Row], beliefs: Sequence[Row], curves: Unseen, tier: Tier
) -> Judgement:
    """The judgement of an answer by curves that have not seen the question."""
    rubric = prompt.rubric
    heard = tuple(
        hear(point, row.told, curves.points) for point, row in zip(rubric.points, points, strict=True)
    )
    told = [row.told for row in beliefs]
    wrong = tuple(believed(rubric.misconceptions, told, curves.beliefs))
    return judgement(rubric, text, heard, wrong, tier)


def of_answers(seen: Answers, curves: dict[str, Unseen], tier: Tier) -> list[Judgement]:
    """Every labelled answer, judged."""
    found = []
    for number, (prompt, answer) in enumerate(seen.every):
        points = [row for row in seen.points if row.answer == number]
        beliefs = [row for row in seen.misconceptions if row.answer == number]
        found.append(judged(prompt, answer.text, points, beliefs, curves[prompt.id], tier))
    return found


def readers(seen: Answers) -> Iterator[str]:
    """How far the two readers agree."""
    both = [(answer, answer.second) for _, answer in seen.every if answer.second is not None]
    grades = correlation([one.grade for one, _ in both], [other.grade for _, other in both])
    one, other = [], []
    for prompt, answer in seen.every:
        if answer.second is not None:
            for point in prompt.rubric.points:
                one.append(point.id in answer.covered)
                other.append(point.id in answer.second.covered)
    agree = kappa(np.array(one), np.array(other))
    yield f"two readers: kappa of points {agree:.3f}, r of grades {grades:.3f}  ({len(both)} answers)"


def points(seen: Answers, found: Sequence[Judgement]) -> Iterator[str]:
    """Point by point."""
    heard = [each for judgement in found for each in judgement.points]
    truth = np.array([row.truth > 0.5 for row in seen.points], float)
    probability = np.array([each.probability for each in heard])
    said = np.array([each.status == "covered" for each in heard], float)
    p, r, f1 = precision_recall_f1(truth, said)
    auc, error = roc_auc_score(truth, probability), calibration_error(truth, probability)
    yield f"points: F1 {f1:.3f} (P {p:.2f}, R {r:.2f}), AUC {auc:.3f}, calibration error {error:.3f}"
    near = np.array([row.signals.get("words.closest", 0.0) for row in seen.points])
    little = (truth == 1) & (near < LITTLE)
    yield f"  said with little of the wording: recall {said[little].mean():.2f} of {little.sum()}"
    paraphrased = np.array([row.kind == "paraphrased" for row in seen.points]) & (truth == 1)
    yield f"  in paraphrases: recall {said[paraphrased].mean():.2f} of {paraphrased.sum()}"
    sure = (probability >= 0.6) | (probability <= 0.25)
    right = (probability >= 0.6) == (truth == 1)
    yield f"  decided (covered or missed): {sure.mean():.0%} of the points, right in {right[sure].mean():.0%}"


def misconceptions(seen: Answers, found: Sequence[Judgement]) -> Iterator[str]:
    """Misconception by misconception; those only worth checking do not count."""
    truth = np.array([row.truth > 0.5 for row in seen.misconceptions], float)
    sure = [{each.misconception for each in judgement.misconceptions if each.sure} for judgement in found]
    said = np.array([row.item in sure[row.answer] for row in seen.misconceptions], float)
    p, r, _ = precision_recall_f1(truth, said)
    yield f"misconceptions: P {p:.2f}, R {r:.2f}  ({int(truth.sum())} voiced)"


def grades(seen: Answers, found: Sequence[Judgement]) -> Iterator[str]:
    """Answer by answer."""
    label = np.array(
        [
            answer.grade if answer.second is None else (answer.grade + answer.second.grade) / 2
            for _, answer in seen.every
        ]
    )
    score = np.array([each.score for each in found])
    levels = [[BANDS.index(band(float(each))) for each in every] for every in (label, score)]
    agree = quadratic_kappa(levels[0], levels[1], len(BANDS))
    inside = np.array(
        [each.interval[0] <= grade <= each.interval[1] for each, grade in zip(found, label, strict=True)]
    )
    width = np.mean([(each.interval[1] - each.interval[0]) / 2 for each in found])
    yield f"grades: r {correlation(score, label):.3f}, quadratic kappa {agree:.3f}"
    yield f"  interval: holds {inside.mean():.0%} of the grades, half width {width:.2f}"
    order = np.argsort([-each.confidence for each in found])
    error = (score - label) ** 2
    for share in (1.0, 0.75, 0.5, 0.25):
        part = order[: int(share * len(order))]
        yield f"  error of the most confident {share:.0%}: {error[part].mean() ** 0.5:.3f}"
    honest = [answer.kind not in ("salad", "negated") for _, answer in seen.every]
    flagged = np.array([bool(each.flags) for each in found])[honest].mean()
    none = np.array([each.grade is None for each in found])[honest].mean()
    yield f"  honest answers flagged {flagged:.1%}, without a grade {none:.0%}"
    for kind in ("wrong", "negated", "salad"):
        passed = [
            each.score >= PASSES and not each.flags
            for each, (_, answer) in zip(found, seen.every, strict=True)
            if answer.kind == kind
        ]
        yield f"  {kind} answers that pass: {sum(passed)} of {len(passed)}"


def attacks(seen: Answers, curves: dict[str, Unseen], tier: Tier) -> Iterator[str]:
    """The share of rule-made attacks on each question that pass, a kind each."""
    encode, draw = encoder(tier), random.Random(1)
    prompts = list({prompt.id: prompt for prompt, _ in seen.every}.values())
    total = 0
    for kind, attack in ATTACKS.items():
        passed = 0
        for prompt in prompts:
            others = [each.rubric.reference for each in prompts if each is not prompt]
            text = attack(prompt.rubric.question, prompt.rubric.reference, others, draw)
            one, other = rows(prompt, Labelled(kind, text, (), (), 0.0), -1, encode)
            found = judged(prompt, text, one, other, curves[prompt.id], tier)
            passed += found.score >= PASSES and not found.flags
        total += passed
        yield f"  {kind}: {passed / len(prompts):.0%} pass"
    yield f"attacks that pass: {total / len(prompts) / len(ATTACKS):.1%}"


def cost(seen: Answers, tier: Tier) -> Iterator[str]:
    """Time and memory."""
    encode, times = encoder(tier), []
    start = perf_counter()
    judge(seen.every[0][0].rubric, "Warm up.", encode)
    first = perf_counter() - start
    phrases.cache_clear()
    for prompt, answer in seen.every[:120]:
        judge(prompt.rubric, "Warm up.", encode)
        start = perf_counter()
        judge(prompt.rubric, answer.text, encode)
        times.append(1000 * (perf_counter() - start))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    median, late = np.median(times), np.quantile(times, 0.95)
    yield f"cost: {median:.0f} ms an answer, 95 % below {late:.0f} ms"
    yield f"  the first of a question {1000 * first:.0f} ms"
    yield f"  memory of this process at most {memory:.0f} MiB, with all answers read"


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--tier", choices=["lexical", "semantic"], action="append")
    options.add_argument("--semeval", type=Path, metavar="ARCHIVE")
    chosen = options.parse_args()
    tiers: list[Tier] = chosen.tier or (["lexical", "semantic"] if installed() else ["lexical"])
    for tier in tiers:
        print(f"\n── {tier}, leave-question-out")
        seen = answers(tier)
        curves = unseen(seen, tier)
        found = of_answers(seen, curves, tier)
        parts = (readers(seen), points(seen, found), misconceptions(seen, found), grades(seen, found))
        for part in (*parts, attacks(seen, curves, tier), cost(seen, tier)):
            for line in part:
                print(line, flush=True)
        if chosen.semeval:
            print("reference answers, nothing of the test parts seen:")
            for line in semeval(chosen.semeval, encoder(tier)):
                print(line, flush=True)


if __name__ == "__main__":
    main()
