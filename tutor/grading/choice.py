"""Choices: one right option, or several."""

from __future__ import annotations

from collections.abc import Sequence

from tutor.course.model import Choice, MultipleChoice, SingleChoice
from tutor.grading.answer import Picked
from tutor.grading.grade import Feedback, Grade


def grade_single(question: SingleChoice, answer: Picked) -> Grade:
    """One or nothing; raises ValueError unless exactly one existing option is picked."""
    _check(answer, question.choices, most=1)
    picked = question.choices[answer.choices[0]]
    return judge(question.choices, (picked,), question.explain, score=float(picked.right))


def grade_multiple(question: MultipleChoice, answer: Picked) -> Grade:
    """(hits − wrong) / number right, at least zero; raises ValueError unless existing options are picked."""
    _check(answer, question.choices, most=len(question.choices))
    picked = tuple(question.choices[place] for place in answer.choices)
    hits = sum(each.right for each in picked)
    wanted = sum(each.right for each in question.choices)
    score = max(0.0, (2 * hits - len(picked)) / wanted)
    return judge(question.choices, picked, question.explain, score=score)


def judge(choices: Sequence[Choice], picked: Sequence[Choice], explain: str, *, score: float) -> Grade:
    """The grade with what is to be said of each option that was picked or should have been."""
    said = [Feedback("explain", explain)]
    for each in choices:
        if each.right:
            said.append(Feedback("right" if each in picked else "missed", each.why, each.text))
        elif each in picked:
            said.append(Feedback("tempting", each.why, each.text))
    return Grade(
        score=score,
        right=score == 1.0,
        feedback=tuple(said),
        given=_listed(picked),
        wanted=_listed([each for each in choices if each.right]),
    )


def _check(answer: Picked, choices: Sequence[Choice], *, most: int) -> None:
    """Raise ValueError unless between one and `most` different existing options are picked."""
    places = set(answer.choices)
    if not 1 <= len(answer.choices) <= most or len(places) != len(answer.choices):
        raise ValueError(f"{len(answer.choices)} options are picked where 1 to {most} can be")
    if not places <= set(range(len(choices))):
        raise ValueError(f"there is no option {max(places) + 1}")


def _listed(choices: Sequence[Choice]) -> str:
    """The options in one line."""
    return "; ".join(each.text for each in choices)
