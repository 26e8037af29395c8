"""Pairs: the share that is right, corrected for guessing."""

from __future__ import annotations

from tutor.course.question import Match
from tutor.grading.answer import Matched
from tutor.grading.grade import Feedback, Grade


def grade_match(question: Match, answer: Matched) -> Grade:
    """(p − 1/n) / (1 − 1/n), at least 0, for the share p of right pairs and n right sides to choose from."""
    rights = question.rights
    said = [Feedback("explain", question.explain)]
    hits = 0
    for place, (pair, chosen) in enumerate(zip(question.pairs, answer.rights, strict=True)):
        if chosen == place:
            hits += 1
            continue
        taken = f"not “{rights[chosen]}”" if chosen >= 0 else "it was left open"
        said.append(Feedback("misplaced", f"“{pair.left}”: “{pair.right}”, {taken}. {pair.why}", pair.left))
    chance = 1 / len(rights)
    score = max(0.0, (hits / len(question.pairs) - chance) / (1 - chance))
    right = hits == len(question.pairs)
    return Grade(
        score=1.0 if right else score,
        right=right,
        feedback=tuple(said),
        given=_listed(question, answer.rights),
        wanted=_listed(question, tuple(range(len(question.pairs)))),
    )


def _listed(question: Match, chosen: tuple[int, ...]) -> str:
    """The pairs in one line."""
    pairs = zip(question.pairs, chosen, strict=True)
    return "; ".join(f"{pair.left} – {question.rights[at] if at >= 0 else '?'}" for pair, at in pairs)
