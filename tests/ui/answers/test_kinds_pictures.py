"""How each kind of question looks, before and after its answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from textual.pilot import Pilot

from tests.ui.answers.conftest import AtQuestion
from tests.ui.lesson_play import NARROW, THREE, TWO, press, settle

BEFORE = {
    "q-order": ("down", "space", "down"),
    "q-match": ("2", "b", "a"),
    "q-blank": (*"fit", "tab", *"tra"),
    "q-bug": ("down", "down", "down", "enter", "down"),
    "q-output": ("down",),
    "q-text": (*"Because they average",),
}
"""Question → keys that bring it into a state worth a look."""

AFTER = {
    "q-order": ("J", "enter"),
    "q-match": ("1", "b", "a", "c", "enter"),
    "q-blank": (*"fit", "tab", *"fit_transform", "enter"),
    "q-bug": ("down", "down", "enter", "2", "enter"),
    "q-output": ("1", "enter", "v"),
    "q-text": (*"Because they average", "f9", "3", "enter"),
}
"""Question → keys that answer it."""


def after(*keys: str) -> Callable[[Pilot[Any]], Any]:
    """The keys as `snap_compare` wants them."""

    async def run(pilot: Pilot[Any]) -> None:
        await settle(pilot)
        await press(pilot, *keys)

    return run


@pytest.mark.parametrize("question", BEFORE)
def test_before_it_is_answered(
    question: str, at_question: AtQuestion, snap_compare: Callable[..., bool]
) -> None:
    app = at_question(question)
    assert snap_compare(app, terminal_size=NARROW, run_before=after(*BEFORE[question]))


@pytest.mark.parametrize("question", AFTER)
def test_once_it_is_answered(
    question: str, at_question: AtQuestion, snap_compare: Callable[..., bool]
) -> None:
    app = at_question(question)
    assert snap_compare(app, terminal_size=NARROW, run_before=after(*AFTER[question]))


@pytest.mark.parametrize("question", ["q-order", "q-bug", "q-text"])
def test_beside_the_lesson(question: str, at_question: AtQuestion, snap_compare: Callable[..., bool]) -> None:
    app = at_question(question)
    assert snap_compare(app, terminal_size=TWO, run_before=after(*AFTER[question]))


@pytest.mark.parametrize("question", ["q-match", "q-blank"])
def test_where_three_panes_leave_few_columns(
    question: str, at_question: AtQuestion, snap_compare: Callable[..., bool]
) -> None:
    app = at_question(question)
    assert snap_compare(app, terminal_size=THREE, run_before=after(*BEFORE[question]))


@pytest.mark.parametrize("question", ["q-bug", "q-match"])
def test_without_colours_glyphs_say_it(
    question: str,
    at_question: AtQuestion,
    snap_compare: Callable[..., bool],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = at_question(question)
    assert snap_compare(app, terminal_size=NARROW, run_before=after(*AFTER[question]))


def test_how_sure(at_question: AtQuestion, snap_compare: Callable[..., bool]) -> None:
    app = at_question("q-output", asks_how_sure=True)
    assert snap_compare(app, terminal_size=NARROW, run_before=after("1", "enter"))
