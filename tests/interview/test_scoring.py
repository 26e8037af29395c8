"""What a question comes to: its parts and their mean."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.interview.bank import judgement, prompt
from tutor.interview.scoring import own_score, parts, score, spoken
from tutor.interview.transcript import Attempted, Demonstrated, Exchange, Turn

THEORY = prompt("x")
CODE = prompt("code", "practical", steps=("a", "b"), exercise="code")


def turn(*covered: str, graded: bool = True) -> Turn:
    """A judged answer to the question."""
    return Turn("main", 0.0, sent=1.0, text="t", judgement=judgement(THEORY.rubric, *covered, graded=graded))


def test_a_good_answer_counts_and_one_without_grade_does_not() -> None:
    assert score(THEORY, Exchange("x", "theory", 0.0, turns=(turn("p0", "p1"),))) == 1.0
    assert score(THEORY, Exchange("x", "theory", 0.0, turns=(turn("p0", graded=False),))) is None


@pytest.mark.parametrize("flag", ["empty", "question", "instructions"])
def test_what_is_no_answer_counts_nothing(flag: str) -> None:
    judged = replace(judgement(THEORY.rubric, "p0", graded=False), flags=(flag,))
    assert spoken(Turn("main", 0.0, judgement=judged)) == 0.0


def test_what_is_skipped_counts_nothing_and_what_the_end_cuts_short_is_left_out() -> None:
    skipped = Exchange("x", "theory", 0.0, ended=5.0, skipped=True)
    assert score(THEORY, skipped) == 0.0
    assert score(THEORY, replace(skipped, turns=(Turn("main", 0.0, skipped=True),))) == 0.0
    assert score(THEORY, Exchange("x", "theory", 0.0, ended=5.0)) is None
    assert score(THEORY, Exchange("x", "theory", 0.0, ended=5.0, turns=(Turn("main", 0.0),))) is None


def test_code_weighs_most_in_a_practical_question() -> None:
    half = Attempted("s", 1, 2, "", 1.0)
    best = Attempted("s", 2, 2, "", 2.0)
    exchange = Exchange(
        "code", "practical", 0.0, order=(0, 1), order_score=0.0, attempts=(best, half), turns=(turn(),)
    )
    assert [(each.name, each.score) for each in parts(CODE, exchange)] == [
        ("steps in order", 0.0),
        ("code", 1.0),
        ("answer", 0.0),
    ]
    assert score(CODE, exchange) == 0.5


def test_coding_that_was_left_without_trying_counts_nothing() -> None:
    exchange = Exchange("code", "practical", 0.0, order=(0, 1), order_score=1.0, turns=(turn("p0", "p1"),))
    assert score(CODE, exchange) == 0.5
    assert score(CODE, replace(exchange, slot="steps")) == 1.0


def test_a_demonstration_counts_once_it_holds() -> None:
    runs = tuple(Demonstrated("s", {}, holds, "", 1.0) for holds in (False, True))
    exchange = Exchange("x", "theory", 0.0, turns=(turn("p0", "p1"),), demonstrations=runs)
    assert score(THEORY, exchange) == 1.0
    assert score(THEORY, replace(exchange, demonstrations=runs[:1])) == 0.75


def test_ticks_give_a_score_of_ones_own() -> None:
    assert own_score(THEORY.rubric, turn()) is None
    assert own_score(THEORY.rubric, replace(turn(), ticks=("p0", "p2"))) == 0.5
