"""The order of the options."""

from __future__ import annotations

import pytest

from tutor.course.question import Choice, GuessModel, Match, Numeric, Order, Pair, SingleChoice
from tutor.grading.order import shown_order


def question(*texts: str, keep_order: bool = False) -> SingleChoice:
    """A question with these options, the first one right."""
    choices = tuple(Choice(text, place == 0, "why") for place, text in enumerate(texts))
    return SingleChoice(id="q", stem="?", explain="!", choices=choices, keep_order=keep_order)


def test_the_seed_decides_the_order() -> None:
    asked = question("one", "two", "three", "four", "five")
    assert shown_order(asked, 1) == shown_order(asked, 1)
    assert len({shown_order(asked, seed) for seed in range(9)}) > 5
    assert sorted(shown_order(asked, 3)) == [0, 1, 2, 3, 4]


@pytest.mark.parametrize("last", ["All of the above", "None of these", "Both", "neither of them", "None"])
def test_options_that_refer_to_others_stay_in_place(last: str) -> None:
    assert all(shown_order(question("one", "two", "three", last), seed) == (0, 1, 2, 3) for seed in range(9))


def test_the_author_may_keep_the_order() -> None:
    assert all(shown_order(question("1", "2", "3", keep_order=True), seed) == (0, 1, 2) for seed in range(9))


def test_steps_are_never_shown_in_a_right_order() -> None:
    asked = Order(id="o", stem="?", explain="!", steps=("a", "b", "c"), peers=((1, 2),))
    orders = {shown_order(asked, seed) for seed in range(200)}
    assert orders == {(1, 0, 2), (1, 2, 0), (2, 0, 1), (2, 1, 0)}


def test_right_sides_and_models_are_shuffled() -> None:
    pairs = tuple(Pair(each, each * 2, "why") for each in "abc")
    asked = Match(id="m", stem="?", explain="!", pairs=pairs, decoys=("d",))
    assert len({shown_order(asked, seed) for seed in range(50)}) > 10
    choices = tuple(Choice(each, False, "why", setting=each) for each in "abc")
    guessed = GuessModel(id="g", stem="?", explain="!", choices=choices)
    assert {sorted(shown_order(guessed, seed)) == [0, 1, 2] for seed in range(9)} == {True}
    assert len({shown_order(guessed, seed) for seed in range(50)}) == 6


def test_a_number_has_no_options() -> None:
    assert shown_order(Numeric(id="n", stem="?", explain="!", key="1"), 0) == ()
