"""How a run ended, in plain words, and what to do about it."""

from __future__ import annotations

from tutor.run import RunResult

ENDINGS = {
    "timeout": (
        "The run took too long",
        "It was ended after {elapsed:.0f} s. Ask for less (fewer samples, trees or folds) and run again.",
    ),
    "memory": (
        "The run needed too much memory",
        "It was ended before it could slow your machine. Use smaller arrays or fewer samples.",
    ),
    "output": (
        "The run printed too much",
        "Its first and last lines are kept below. Print less, perhaps only every hundredth step.",
    ),
    "processes": (
        "The run tried to start other programs or too many processes",
        "The sandbox allows neither. Start fewer threads and no programs; n_jobs works, on threads.",
    ),
    "crashed": (
        "The process of the run died",
        "Something below Python gave up. Nothing else was harmed: run again, or change what you ran last.",
    ),
    "stopped": ("You stopped this run", "What it printed until then is below. r runs it again."),
}
"""Status → headline, and what to do."""


def headline(result: RunResult) -> str:
    """One line that says what happened."""
    if result.status in ENDINGS:
        return ENDINGS[result.status][0]
    if result.error is None:
        return "The run failed"
    where = f"line {result.error.line}: " if result.error.line else ""
    return f"{where}{result.error.kind}"


def advice(result: RunResult) -> str:
    """What to try next; empty if nothing is known."""
    if result.error is not None and result.error.hint:
        return result.error.hint
    if result.status in ENDINGS:
        return ENDINGS[result.status][1].format(elapsed=result.elapsed_s)
    return ""
