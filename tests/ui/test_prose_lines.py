"""Lines of code that are wider than their place."""

from __future__ import annotations

from textual.content import Content

from tutor.ui.widgets.prose import Block


def test_a_long_line_of_code_is_cut_between_words_and_keeps_its_indentation() -> None:
    block = Block(Content("    split(X, y, random_state=seed)"), wraps=False)
    assert [line.plain.rstrip() for line in block.lines(26)] == ["    split(X, y,", "random_state=seed)"]


def test_a_word_that_is_wider_than_its_place_is_cut_anywhere() -> None:
    block = Block(Content("x" * 30), wraps=False)
    assert [line.plain for line in block.lines(20)] == ["x" * 20, "x" * 10]
