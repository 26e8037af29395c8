"""Choices: one right option, or several."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tutor.course.draws import drawn_choice
from tutor.course.question import Choice, GuessModel, MultipleChoice, Output, SingleChoice
from tutor.grading.answer import Picked
from tutor.grading.grade import Feedback, Grade


def grade_single(question: SingleChoice | Output, answer: Picked) -> Grade:
    """One or nothing."""
    picked = question.choices[answer.choices[0]]
    return judge(question.choices, (picked,), question.explain, score=float(picked.right))


def grade_multiple(question: MultipleChoice, answer: Picked) -> Grade:
    """(hits − wrong) / number right, at least zero."""
    picked = tuple(question.choices[place] for place in answer.choices)
    hits = sum(each.right for each in picked)
    wanted = sum(each.right for each in question.choices)
    score = max(0.0, (2 * hits - len(picked)) / wanted)
    return judge(question.choices, picked, question.explain, score=score)


def grade_model(question: GuessModel, answer: Picked, draw: int) -> Grade:
    """One or nothing: right is the option whose setting was drawn."""
    right = drawn_choice(question, draw)
    choices = [replace(each, right=place == right) for place, each in enumerate(question.choices)]
    picked = choices[answer.choices[0]]
    return judge(choices, (picked,), question.explain, score=float(picked.right))


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
        misconceptions=met(picked),
    )


def met(picked: Sequence[Choice]) -> tuple[str, ...]:
    """The misconceptions of the wrong options among those picked."""
    return tuple(
        dict.fromkeys(each.misconception for each in picked if each.misconception and not each.right)
    )


def _listed(choices: Sequence[Choice]) -> str:
    """The options in one line."""
    return "; ".join(each.text for each in choices)
