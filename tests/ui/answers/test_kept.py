"""What is kept of an answer of each kind: half made, given, compared."""

from __future__ import annotations

import pytest

from tests.ui.answers.conftest import Asked
from tests.ui.answers.test_arranged import words
from tests.ui.lesson_play import lesson, press, shown
from tutor.learner.store import Record

HALF = {
    "q-order": (("J",), "OrderList", "places"),
    "q-match": (("2", "a"), "MatchTable", "chosen"),
    "q-bug": (("down", "space"), "CodeLines", "marked"),
    "q-output": (("2",), "ChoiceList", "picked"),
}
"""Question → keys, the widget that holds the answer, and where."""


@pytest.mark.parametrize("question", HALF)
async def test_a_half_made_answer_is_there_when_one_comes_back(asked: Asked, question: str) -> None:
    keys, widget, where = HALF[question]
    seen = []
    async with asked(question, *keys) as pilot:
        seen.append(getattr(lesson(pilot).quiz.query_one(widget), where))
        await press(pilot, "f2", "n", "f2", "p")
        seen.append(getattr(lesson(pilot).quiz.query_one(widget), where))
    async with asked(question) as pilot:
        seen.append(getattr(lesson(pilot).quiz.query_one(widget), where))
    assert seen[0] == seen[1] == seen[2]


async def test_half_typed_gaps_and_words_are_there_too(asked: Asked) -> None:
    async with asked("q-blank", *"fit", "f2"):
        pass
    async with asked("q-blank") as pilot:
        assert "scaler.fit" in shown(pilot)
    async with asked("q-text", *"Half a sent", "f2"):
        pass
    async with asked("q-text") as pilot:
        assert "Half a sent" in shown(pilot)


@pytest.mark.parametrize(
    ("question", "keys", "said"),
    [
        ("q-order", ("J", "enter"), "belongs before"),
        ("q-bug", ("enter", "1", "enter"), "4 ◂ X_best"),
        ("q-blank", (*"fit", "tab", *"transform", "enter"), "✓ right"),
        ("q-text", (*"So", "f9", "1", "enter"), "33% of it"),
    ],
)
async def test_a_given_answer_is_told_again(
    asked: Asked, question: str, keys: tuple[str, ...], said: str, record: Record
) -> None:
    for shall in (keys, ()):
        async with asked(question, *shall) as pilot:
            assert said in words(pilot)
    assert len(list(record.events("answered"))) == 1


async def test_words_that_were_committed_are_still_to_be_compared(asked: Asked) -> None:
    async with asked("q-text", *"They average", "f9"):
        pass
    async with asked("q-text") as pilot:
        assert "A good answer" in shown(pilot)
        await press(pilot, "1", "enter")
        assert "partly right" in shown(pilot)
