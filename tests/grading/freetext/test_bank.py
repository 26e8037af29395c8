"""The shipped grader on the bank's own labelled answers, by words alone: a tripwire, not a measurement.

What it does on questions that it has not seen is measured by `tests/bench/grading.py`.
"""

from __future__ import annotations

from collections import defaultdict

import pytest

from tutor.course.labelled import read_answers
from tutor.course.locate import lessons_root
from tutor.course.prompts import read_prompts
from tutor.grading.freetext.judge import judge
from tutor.grading.freetext.judgement import Judgement

KINDS = {"good": 60, "middling": 60, "wrong": 60, "negated": 60, "salad": 60}
Found = dict[str, list[tuple[float, Judgement]]]


@pytest.fixture(name="found", scope="module")
def _found() -> Found:
    """The judgements of some kinds of answers, beside the grade that a reader gave."""
    found: Found = defaultdict(list)
    for prompt in read_prompts(lessons_root(None)):
        for answer in read_answers(prompt):
            if answer.kind in KINDS:
                found[answer.kind].append((answer.grade, judge(prompt.rubric, answer.text)))
    return found


def mean(judgements: list[tuple[float, Judgement]]) -> float:
    return sum(each.score for _, each in judgements) / len(judgements)


def test_every_question_has_its_answers(found: Found) -> None:
    assert {kind: len(each) for kind, each in found.items()} == KINDS


def test_better_answers_score_higher(found: Found) -> None:
    assert mean(found["good"]) > 0.8
    assert 0.3 < mean(found["middling"]) < 0.7
    assert mean(found["wrong"]) < 0.2


@pytest.mark.parametrize(("kind", "most"), [("salad", 1), ("wrong", 1), ("negated", 6)])
def test_what_deserves_nothing_hardly_ever_passes(found: Found, kind: str, most: int) -> None:
    """Fluent answers with the roles swapped are the hardest: words alone let one in ten of them through."""
    passed = [each for _, each in found[kind] if each.score >= 0.6 and not each.flags]
    assert len(passed) <= most


def test_keywords_without_sentences_are_called_so(found: Found) -> None:
    assert sum("keywords" in each.flags for _, each in found["salad"]) >= 57
    assert max(each.score for _, each in found["salad"]) < 0.4


def test_honest_answers_are_hardly_ever_flagged(found: Found) -> None:
    honest = [each for kind in ("good", "middling", "wrong") for _, each in found[kind]]
    assert sum(bool(each.flags) for each in honest) <= 0.02 * len(honest)


def test_the_interval_mostly_holds_the_readers_grade(found: Found) -> None:
    every = [each for kind in ("good", "middling", "wrong") for each in found[kind]]
    held = [each.interval[0] <= grade <= each.interval[1] for grade, each in every]
    assert sum(held) > 0.7 * len(held)


def test_every_quote_stands_in_the_answer_and_only_where_something_was_heard(found: Found) -> None:
    for _, each in (pair for pairs in found.values() for pair in pairs):
        for heard in each.points:
            assert (heard.evidence == "") == (heard.status == "missed") or heard.status == "missed"
