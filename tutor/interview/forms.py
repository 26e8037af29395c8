"""The forms of answers in several fields, and the one text that they make."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

PLAN = ("Clarify", "Metric", "Baseline", "Data", "Risks", "Rollout")
AUDIENCES = ("To an engineer", "To a client")
STAR = ("Situation", "Task", "Action", "Result", "Reflection")

ASKS: Mapping[str, str] = {
    "Clarify": "What you ask first, and what you assume.",
    "Metric": "What is measured, offline and in use, and what counts as good enough.",
    "Baseline": "What the simplest thing does.",
    "Data": "Where rows and labels come from, how they are split, what may leak.",
    "Risks": "What goes wrong, and how you would notice.",
    "Rollout": "How it goes live, is watched, and is taken back.",
    "To an engineer": "Exact: what was built, how it was measured, what is open.",
    "To a client": "Plain words: what it does for them, what it cannot do, what comes next.",
    "Situation": "Where and when, and why it mattered.",
    "Task": "What was yours to do.",
    "Action": "What you did, step by step.",
    "Result": "What came of it, with a number.",
    "Reflection": "What you learnt, and would do differently.",
}
"""Field → what belongs there."""


def fields(form: str) -> tuple[str, ...]:
    """The fields of a form; none for one that is answered in one piece."""
    return {"plan": PLAN, "two-audiences": AUDIENCES}.get(form, ())


def joined(names: Sequence[str], texts: Sequence[str]) -> str:
    """The fields that were filled in, each under its name, as one text."""
    filled = zip(names, texts, strict=True)
    return "\n\n".join(f"{name}:\n{text.strip()}" for name, text in filled if text.strip())


def parted(names: Sequence[str], text: str) -> tuple[str, ...]:
    """The fields of a text that `joined` made; what stands before the first name belongs to the first."""
    found: dict[str, list[str]] = {name: [] for name in names}
    name = names[0]
    for line in text.splitlines():
        if line.rstrip().removesuffix(":") in found and line.rstrip().endswith(":"):
            name = line.rstrip().removesuffix(":")
        else:
            found[name].append(line)
    return tuple("\n".join(lines).strip() for lines in found.values())


def spoken(form: str, text: str) -> str:
    """The text without the names of its fields: what the grader reads."""
    names = fields(form)
    return "\n\n".join(filter(None, parted(names, text))) if names else text
