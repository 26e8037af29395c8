"""The order of the options."""

from __future__ import annotations

import pytest

from tutor.course.model import Choice, Numeric, SingleChoice
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


def test_a_number_has_no_options() -> None:
    assert shown_order(Numeric(id="n", stem="?", explain="!", key="1"), 0) == ()
