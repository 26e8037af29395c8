"""Compare your own marks with what a role asks for, and order the gaps."""

from tutor.sandbox.displays import Result, bars

SKILLS = ("software", "data", "statistics", "modelling", "operation", "people")

# What each role leans on, from 0 (not at all) to 5 (every day): our own estimate, to be argued with.
ROLES = {
    "ML engineer": (5, 4, 3, 4, 4, 3),
    "data scientist": (3, 4, 5, 4, 1, 4),
    "data engineer": (5, 5, 1, 1, 4, 2),
    "software engineer": (5, 2, 1, 1, 3, 3),
    "MLOps engineer": (5, 3, 1, 2, 5, 2),
    "research scientist": (3, 3, 5, 5, 1, 2),
}


def run(
    *,
    role: str,
    software: int,
    data: int,
    statistics: int,
    modelling: int,
    operation: int,
    people: int,
    seed: int,
) -> Result:
    have = (software, data, statistics, modelling, operation, people)
    need = ROLES[role]
    gaps = {skill: max(0, n - h) for skill, n, h in zip(SKILLS, need, have)}
    order = sorted(SKILLS, key=lambda skill: -gaps[skill])

    figure = bars(
        SKILLS,
        {"you": have, role: need},
        title=f"Your marks and the role: {role}",
        alt="Largest gaps first: " + ", ".join(f"{skill} {gaps[skill]}" for skill in order) + ".",
    )
    return Result(
        metrics={
            "total_gap": sum(gaps.values()),
            "largest_gap": max(gaps.values()),
            **{f"gap_{skill}": gap for skill, gap in gaps.items()},
        },
        figures=[figure],
    )
