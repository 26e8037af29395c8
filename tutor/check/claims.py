"""Claims and predictions: what the lesson states about its numbers holds on every seed, and could fail."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from tutor.check.problem import Problem
from tutor.check.source import Source
from tutor.course.expression import parse, scope
from tutor.course.lines import TablePath
from tutor.course.model import Claim, Prediction
from tutor.grading.prediction import came_true

Seeds = Sequence[Mapping[str, Mapping[str, float]]]
"""For each seed, setting → metrics."""


def check_claims(source: Source, seeds: Seeds) -> Iterator[Problem]:
    """Problems of the claims."""
    for place, experiment in enumerate(source.lesson.experiments):
        for position, claim in enumerate(experiment.claims):
            path = ("experiments", place, "claims", position, "test")
            scopes = [scope(facts, facts.get(experiment.id)) for facts in seeds]
            yield from _claim(source, path, claim, scopes)


def check_predictions(source: Source, seeds: Seeds) -> Iterator[Problem]:
    """Problems of the predictions: exactly one option comes true, and the same on every seed."""
    for place, question in enumerate(source.lesson.questions):
        if isinstance(question, Prediction):
            for message in _prediction(question, seeds):
                yield source.problem(("questions", place), f"{question.id}: {message}")


def _claim(
    source: Source, path: TablePath, claim: Claim, scopes: Sequence[Mapping[str, float]]
) -> Iterator[Problem]:
    """Problems of one claim."""
    test = parse(claim.test)
    try:
        failed = [seed for seed, names in enumerate(scopes) if not test.holds(names)]
        flipped = [flip.text for flip in test.flips() if flip.holds(scopes[0])]
    except ValueError as fault:
        yield source.problem(path, f"the claim cannot be tried: {fault}")
        return
    if failed:
        numbers = ", ".join(f"{name} = {scopes[failed[0]][name]:.4g}" for name in sorted(test.names()))
        yield source.problem(
            path, f"the claim {claim.test!r} fails on seed {failed[0]} ({numbers}); mend the claim or the run"
        )
    elif flipped:
        yield source.problem(
            path,
            f"the claim {claim.test!r} proves nothing: {flipped[0]!r} holds too; claim something sharper",
        )


def _prediction(question: Prediction, seeds: Seeds) -> Iterator[str]:
    """What is wrong with one prediction."""
    first: list[str] = []
    for seed, facts in enumerate(seeds):
        if question.setting not in facts:
            return
        names = scope(facts, facts[question.setting])
        try:
            if question.key:
                parse(question.key).number(names)
                continue
            right = [choice.text for choice in came_true(question, names) if choice.right]
        except ValueError as fault:
            yield str(fault)
            return
        if len(right) != 1:
            yield f"on seed {seed} {len(right)} options come true; exactly one must"
            return
        first = first or right
        if right != first:
            yield f"on seed {seed} {right[0]!r} comes true, on seed 0 {first[0]!r}; make it one for all seeds"
            return
