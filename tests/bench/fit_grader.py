"""Fit the free-text grader to the bank's labelled answers: `python -m tests.bench.fit_grader`.

Writes `tutor/grading/freetext/weights.toml`. Besides the labelled answers it is shown the model answer to
each question and follow-up (which makes every point that is not a bonus), the question itself, and rule-made
attacks (which make none); and the answers once more as judged by bare rubrics, since not every rubric has
many wordings. No other data is used. `python -m tests.bench.grading` tells how well it does on questions that
it has not seen.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import tutor.grading.freetext
from tests.bench.labelled import Answers, Row, answers, rows
from tests.bench.monotone import fit
from tests.grading.attacks import ATTACKS
from tutor.course.rubric import Labelled, Prompt, Rubric
from tutor.grading.freetext.curves import Curves
from tutor.grading.freetext.signals import AGAINST
from tutor.grading.freetext.tiers import encoder

WEIGHTS = Path(tutor.grading.freetext.__file__).with_name("weights.toml")
TIERS = ("lexical", "semantic")
SHOWN = ("keywords shuffled", "half the keywords", "negated", "denied", "question parroted")
"""Attacks that the fit is shown."""
COUNTS = {"model": 0.4}
MADE, BARE = 0.1, 0.3
"""What a row counts: of a model answer, of another made one, by a bare rubric; of a labelled answer 1."""
HEAD = """\
# Written by tests/bench/fit_grader.py from the bank's labelled answers: where the curve of each signal bends,
# and the evidence there, in natural log odds.
"""


def falling(name: str) -> bool:
    """Whether more of a signal speaks against."""
    return name.rpartition(".")[2] in AGAINST


def names(found: Sequence[Row], tier: str) -> list[str]:
    """The signals that a tier has."""
    every = sorted({name for row in found for name in row.signals})
    return [name for name in every if tier == "semantic" or not name.startswith("sense.")]


def made(seen: Answers, tier: str = "semantic") -> list[Row]:
    """Rows of the answers made from each question and each follow-up."""
    encode, draw = encoder(tier), random.Random(0)
    prompts = {prompt.id: prompt for prompt, _ in seen.every}
    return [
        row
        for prompt in prompts.values()
        for rubric, answer in _made(prompt, draw)
        for row in rows(replace(prompt, rubric=rubric), answer, -1, encode)[0]
    ]


def _made(prompt: Prompt, draw: random.Random) -> Iterator[tuple[Rubric, Labelled]]:
    """Made answers: model answers, the questions themselves, and attacks on the prompt's own question."""
    for rubric in (prompt.rubric, *(each.ask for each in prompt.follow_ups)):
        covered = tuple(point.id for point in rubric.points if point.need != "bonus")
        yield rubric, Labelled("model", rubric.reference, covered, (), 1.0)
        yield rubric, Labelled("question", rubric.question, (), (), 0.0)
    for kind in SHOWN:
        text = ATTACKS[kind](prompt.rubric.question, prompt.rubric.reference, [], draw)
        yield prompt.rubric, Labelled(kind, text, (), (), 0.0)


def fitted(found: Sequence[Row], by_bare: Sequence[Row], tier: str) -> Curves:
    """The model of some rows, and of those by bare rubrics."""
    every = [*found, *by_bare]
    return fit(
        [row.signals for row in every],
        [row.truth for row in every],
        names(every, tier),
        falling,
        [COUNTS.get(row.kind, MADE) if row.answer < 0 else 1.0 for row in found] + [BARE] * len(by_bare),
    )


def written(models: dict[tuple[str, str], Curves]) -> str:
    """The models as TOML."""
    lines = [HEAD]
    for (tier, what), model in models.items():
        lines.append(f"[{tier}.{what}]\nbias = {model.bias:.3f}\n")
        for name, curve in model.curves.items():
            lines.append(f'[{tier}.{what}.curves."{name}"]')
            lines.append(f"values = {list(curve.values)}\nevidence = {list(curve.evidence)}\n")
    return "\n".join(lines)


def main() -> None:
    """Fit and write."""
    models: dict[tuple[str, str], Curves] = {}
    seen = answers("semantic")
    plain = answers("semantic", stripped=True)
    extra = made(seen)
    for tier in TIERS:
        models[tier, "points"] = fitted([*seen.points, *extra], plain.points, tier)
        models[tier, "misconceptions"] = fitted(seen.misconceptions, plain.misconceptions, tier)
    WEIGHTS.write_text(written(models), encoding="utf-8")
    print(f"{WEIGHTS} written")


if __name__ == "__main__":
    main()
