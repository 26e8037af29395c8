"""Placeholders in prose."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.course.placeholder import PlaceholderError, fill, placeholders

NUMBERS = {"deep": {"leaves": 32.0, "test": 0.777}, "flat": {"cost": 1234.5}}


@pytest.mark.parametrize(
    ("text", "filled"),
    [
        ("{deep.leaves:.0f} leaves", "32 leaves"),
        ("**{deep.test:.0%}** of {flat.cost:,.1f}", "**78%** of 1,234.5"),
        ("{deep.depth:.0f} levels", "… levels"),
        ("{other.leaves:.0f}", "…"),
        ("a {{b}} c", "a {b} c"),
        ("a } b", "a } b"),
        ("`{deep.leaves}` and ``{`x`}`` stay", "`{deep.leaves}` and ``{`x`}`` stay"),
        ("```python\nx = {1: 2}\n```\n{deep.leaves:.0f}", "```python\nx = {1: 2}\n```\n32"),
        ("~~~\n{\n~~~\nafter {deep.leaves:.1f}", "~~~\n{\n~~~\nafter 32.0"),
    ],
)
def test_numbers_are_filled_in_and_code_stays(text: str, filled: str) -> None:
    assert fill(text, NUMBERS) == filled


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("one\ntwo {oops} three", 1, "no placeholder"),
        ("{deep.leaves}", 0, "no placeholder"),
        ("x_{i}", 0, "write {setting"),
        ("{", 0, "no placeholder"),
        ("{deep.leaves:d}", 0, "format"),
        ("`code`\n\n{deep.test:.3g}", 2, "format"),
        ("{deep.leaves:.0f} {deep.__class__.x:.0f}", 0, "no placeholder"),
    ],
)
def test_other_braces_are_faults_with_their_line(text: str, line: int, said: str) -> None:
    with pytest.raises(PlaceholderError) as fault:
        fill(text, NUMBERS)
    assert fault.value.line == line
    assert said in fault.value.message


def test_each_knows_its_line_and_decimals() -> None:
    found = list(placeholders("a\n{deep.test:.2f}\n\n{deep.test:.1%} {flat.cost:,.0f}"))
    assert [(each.metric, each.line, each.decimals) for each in found] == [
        ("test", 1, 2),
        ("test", 3, 3),
        ("cost", 3, 0),
    ]


@given(st.text(alphabet="ab`~{}.:0f%\n ", max_size=60))
def test_any_text_is_filled_or_a_fault(text: str) -> None:
    line = 0
    try:
        lines = fill(text, NUMBERS).count("\n")
    except PlaceholderError as fault:
        line, lines = fault.line, text.count("\n")
    assert lines == text.count("\n")
    assert 0 <= line <= lines
