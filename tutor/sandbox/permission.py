"""Whose code may run at which level; decided here only."""

from __future__ import annotations

from typing import Final, Literal, TypeAlias

from tutor.run import Origin, RunError

Permission: TypeAlias = Literal["granted", "ask", "refused"]

UNCONFINED: Final = "unconfined"
"""The kind of the error that a run ends with while nobody has said yes to it."""
QUESTION: Final = (
    "This machine cannot confine code: a run could read and change your files and use the network. "
    "`mltutor doctor` tells why, and how to change that."
)


def permitted(level: int, origin: Origin) -> Permission:
    """Strangers' code needs walls around your files; at level 0 nothing runs before a yes for this start."""
    if origin == "pack" and level < 2:
        return "refused"
    return "granted" if level else "ask"


def rule(level: int) -> str:
    """Whose code runs at this level, in words."""
    packs = (
        "other courses' code runs too"
        if permitted(level, "pack") == "granted"
        else "other courses' is refused"
    )
    asks = ", after a yes for this start" if permitted(level, "learner") == "ask" else ""
    return f"your code and that of mltutor's own course runs{asks}; {packs}"


def refusal(permission: Permission, level: int) -> RunError | None:
    """What is said instead of running; None when the run may begin."""
    match permission:
        case "granted":
            return None
        case "ask":
            return RunError(UNCONFINED, f"{QUESTION} So it has not run.")
        case "refused":
            return RunError(
                "refused",
                "Code of a course that does not come with mltutor runs only where your files are out of its "
                f"reach (level 2 or 3); here the level is {level}. `mltutor doctor` tells how to get there.",
            )
