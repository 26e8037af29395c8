"""A small question bank, and how answers to it are judged."""

from __future__ import annotations

from pathlib import Path

from tutor.course.rubric import (
    Clarification,
    FollowUp,
    KeyPoint,
    Level,
    Prompt,
    Rubric,
    ShowMe,
    Stage,
    WrongBelief,
)
from tutor.grading.freetext.judgement import Believed, Heard, Judgement, band


def rubric(name: str, points: int = 3) -> Rubric:
    """A rubric with so many points, the first required, the last a bonus."""
    needs = ("required", *("expected",) * (points - 2), "bonus")
    return Rubric(
        question=f"Tell me about {name}.",
        reference=f"All about {name}.",
        points=tuple(
            KeyPoint(f"p{place}", need, 1.0, f"{name} has {place}", (f"{name} {place}",))  # type: ignore[arg-type]
            for place, need in enumerate(needs)
        ),
        misconceptions=(WrongBelief("wrong", "minor", ("it is wrong",)),),
    )


def prompt(
    name: str,
    stage: Stage = "theory",
    *,
    level: Level = "mid",
    points: int = 3,
    form: str = "",
    steps: tuple[str, ...] = (),
    exercise: str = "",
    lessons: tuple[str, ...] = (),
) -> Prompt:
    """A prompt with three follow-ups, a clarification and a claim to be shown."""
    own = rubric(name, points)
    return Prompt(
        id=name,
        stage=stage,
        level=level,
        topic="topic",
        competency=f"about {stage}",
        rubric=own,
        folder=Path(),
        lessons=lessons,
        follow_ups=(
            FollowUp("deeper", rubric("depth", 2)),
            FollowUp("first", rubric("first", 2), when_missing="p0"),
            FollowUp("probe", rubric("probe", 2), when_believed="wrong"),
        ),
        clarifications=(
            Clarification(("size", "rows"), "A million rows."),
            Clarification((), "As you like."),
        ),
        show_me=ShowMe("Show me.", "def run(*, seed): ...", "gap < 0.1", "the gap closes"),
        steps=steps,
        exercise=exercise,
        form=form,
    )


def bank() -> dict[str, Prompt]:
    """Prompts of each kind and level."""
    found = [prompt(f"theory-{n}", points=3 + n, lessons=("tree-pruning",)) for n in range(6)]
    found += [prompt(f"old-{n}", level="senior") for n in range(2)]
    found += [prompt("code", "practical", steps=("one", "two", "three"), exercise="code")]
    found += [prompt("plan", "cases", form="plan"), prompt("parallel", "cases", form="parallel")]
    found += [prompt("star", "cases", form="star"), prompt("both", "cases", form="two-audiences")]
    return {each.id: each for each in found}


def judgement(own: Rubric, *covered: str, wrong: bool = False, graded: bool = True) -> Judgement:
    """The judgement of an answer that makes these points."""
    core = [point for point in own.points if point.need != "bonus"]
    score = sum(point.id in covered for point in core) / len(core)
    return Judgement(
        score=score,
        interval=(max(0.0, score - 0.1), min(1.0, score + 0.1)),
        confidence=0.8,
        points=tuple(
            Heard(point.id, "covered" if point.id in covered else "missed", float(point.id in covered), "so")
            for point in own.points
        ),
        misconceptions=(Believed("wrong", True, "it is wrong"),) if wrong else (),
        flags=(),
        tier="lexical",
        grade=band(score) if graded else None,
    )
