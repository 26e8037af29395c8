"""A threshold against the cheapest one, and against one half."""

from __future__ import annotations

from tutor.course import costs
from tutor.course.costs import DEFAULT
from tutor.course.draws import scores
from tutor.course.question import Threshold
from tutor.grading.answer import Placed
from tutor.grading.grade import Feedback, Grade
from tutor.grading.number import show_number

__all__ = ["DEFAULT", "NEAR", "cheapest", "cost", "grade_threshold", "mistakes"]

NEAR = 1.02
"""A threshold that costs up to so many times the least cost is right."""


def cost(question: Threshold, draw: int, at: float) -> float:
    """What the mistakes cost when every score from the threshold `at` on counts as positive."""
    return costs.cost(question, scores(question, draw), at)


def mistakes(question: Threshold, draw: int, at: float) -> tuple[int, int]:
    """Positives that are missed and negatives that raise an alarm at the threshold."""
    return costs.mistakes(scores(question, draw), at)


def cheapest(question: Threshold, draw: int) -> tuple[float, float]:
    """The threshold in [0, 1] whose mistakes cost least, and their cost; of equal ones the first."""
    return costs.cheapest(question, scores(question, draw))


def grade_threshold(question: Threshold, answer: Placed, draw: int) -> Grade:
    """1 − (cost − least) / (cost at .5 − least), in [0, 1]; whole within two percent of the least."""
    (at,) = answer.values
    best, least = cheapest(question, draw)
    mine, half = cost(question, draw, at), cost(question, draw, DEFAULT)
    right = mine <= NEAR * least + 1e-9
    share = 1 - (mine - least) / (half - least) if half > least else 0.0
    said = [Feedback("explain", question.explain)]
    said.append(Feedback("off", _told(question, draw, at)))
    if not right:
        side = "up" if best > at else "down"
        said.append(Feedback("off", f"Move it {side}. {_told(question, draw, best)}"))
    return Grade(
        score=1.0 if right else min(0.99, max(0.0, share)),
        right=right,
        feedback=tuple(said),
        given=f"{at:.2f}, which costs {show_number(mine, question.unit)}",
        wanted=f"{best:.2f}, which costs {show_number(least, question.unit)}",
    )


def _told(question: Threshold, draw: int, at: float) -> str:
    """The mistakes at a threshold and their cost, in words."""
    missed, alarms = mistakes(question, draw, at)
    paid = show_number(cost(question, draw, at), question.unit)
    raised = "one false alarm" if alarms == 1 else f"{alarms or 'no'} false alarms"
    return f"At {at:.2f} it misses {missed or 'none'} and raises {raised}, which costs {paid}."
