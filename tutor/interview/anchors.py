"""What the levels 1 to 5 mean, written out for each stage."""

from __future__ import annotations

from collections.abc import Mapping

from tutor.course.rubric import Stage

FROM = (0.0, 0.2, 0.4, 0.6, 0.8)
"""From which score each level counts."""

ANCHORS: Mapping[Stage | None, tuple[str, str, str, str, str]] = {
    "theory": (
        "Names things without saying what they are or do.",
        "Defines some of it; mechanism and limits are missing, or a misconception leads astray.",
        "Says what it is and how it works; gaps in when it fails or how one would notice.",
        "Right and complete in the core, with reasons; few examples or limits.",
        "Definition, mechanism, limits and an example of one's own, and follow-ups hold.",
    ),
    "practical": (
        "No code that runs, and no order of work.",
        "Code for the plain case only; the steps are out of order, or leak.",
        "Works on most cases; edge cases fail, or the explanation does not carry the code.",
        "Passes nearly all hidden cases and says why it is built so.",
        "Passes all hidden cases, the steps in order, and the trade-offs explained.",
    ),
    "cases": (
        "Jumps to a model, or tells a story without own part or end.",
        "Parts of a plan or a story; metric or result are missing.",
        "A plan or story that holds together; risks, numbers or reflection are thin.",
        "Clear from question to rollout, or from situation to result, with numbers.",
        "The same, with trade-offs weighed, risks met, and what was learnt; fits its listener.",
    ),
    None: (
        "Not shown yet.",
        "Shown in parts; the core is missing.",
        "The core is there, with gaps.",
        "Solid: few gaps, with reasons.",
        "Strong: complete, exact, with limits and examples.",
    ),
}
"""Stage → a sentence for each level; None stands for a single competency."""


LEVELS = (1, 2, 3, 4, 5)


def meaning(stage: str, at: int) -> str:
    """What a level means at a stage; for any other name at a competency."""
    anchors = next((each for name, each in ANCHORS.items() if name == stage), ANCHORS[None])
    return anchors[at - 1]


def level(score: float | None) -> int | None:
    """The level from 1 to 5 of a score from 0 to 1."""
    return None if score is None else sum(score >= least for least in FROM)


def anchor(stage: Stage | None, score: float | None) -> str:
    """What the level of this score means."""
    at = level(score)
    return "Not graded." if at is None else ANCHORS[stage][at - 1]
