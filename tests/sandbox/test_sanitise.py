"""Nothing that a terminal obeys gets through."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.sandbox.sanitise import sanitise


@given(st.text(st.characters(codec=None)))
def test_no_control_character_is_left(text: str) -> None:
    clean = sanitise(text)
    assert len(clean) == len(text)
    assert all(c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cs") for c in clean)
    clean.encode("utf-8")


@pytest.mark.parametrize(
    "attack", ["\x1b]52;c;aGk=\x07", "\x9b31m", "a\rb", "\u202eabc", "\u2066", "\ud800", "\x7f"]
)
def test_escapes_and_overrides_are_replaced(attack: str) -> None:
    assert "\ufffd" in sanitise(attack)


@pytest.mark.parametrize("text", ["plain\n\ttext", "日本語 ∑ é", "[/] [@click=app.quit]x[/]"])
def test_text_stays(text: str) -> None:
    assert sanitise(text) == text


def test_long_text_is_cut() -> None:
    assert sanitise("x" * 100, 10) == "x" * 9 + "…"
