"""Marked terms are found in prose, never in code, and what they show is what one reads."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.course.build import build, change
from tutor.course.errors import ContentError
from tutor.course.glossary import read_glossary
from tutor.course.loader import load_course, open_lesson
from tutor.course.plain import plain_lesson
from tutor.course.plain_prose import plain_prose
from tutor.course.plain_terms import plain_terms
from tutor.course.terms import MARK, marked, unmarked

TEXT = "Pure by [[Gini\nimpurity]].\n\nIn code `[[no]]`, then [[leaves|leaf]].\n\n```python\nx = [[a]]\n```\n"


def test_marks_outside_code_are_found_with_their_lines() -> None:
    assert [(each.shown, each.term, each.line) for each in marked(TEXT)] == [
        ("Gini\nimpurity", "Gini impurity", 0),
        ("leaves", "leaf", 3),
    ]


def test_code_stays_as_it_is() -> None:
    assert unmarked(TEXT) == TEXT.replace("[[Gini\nimpurity]]", "Gini\nimpurity").replace(
        "[[leaves|leaf]]", "leaves"
    )


@pytest.mark.parametrize("text", ["[[1, 2], [3, 4]]", "[[]]", "[[ a]]", "[a](b)", "a[[0]]"])
def test_lists_and_links_are_no_marks(text: str) -> None:
    assert not list(marked(text))
    assert unmarked(text) == text


@given(st.text(alphabet="ab[]|`\n {}"))
def test_nothing_else_is_lost(text: str) -> None:
    left = [each for each in marked(unmarked(text)) if each.shown not in text]
    assert not left
    assert len(unmarked(text)) <= len(text)
    assert (unmarked(text) == text) is not any(marked(text))


def test_plain_prose_shows_the_words_only() -> None:
    assert plain_prose("A **[[leaf]]** and [[two words|leaf]]; `[[x]]`.") == "A leaf and two words; `[[x]]`."


def test_a_lesson_as_text_ends_with_its_terms(tmp_path: Path) -> None:
    folder = build(tmp_path)
    course = load_course(tmp_path)
    glossary = read_glossary(tmp_path)
    assert plain_terms(open_lesson(course, "coin-toss"), glossary) == ""
    change(folder / "lesson.md", "Toss a coin. What", "Toss a [[fair coin]]. What")
    lesson = open_lesson(course, "coin-toss")
    assert "Toss a fair coin. What" in plain_lesson(lesson)
    assert plain_terms(lesson, glossary) == (
        "Terms\n\nfair coin: A coin that shows heads and tails equally often.\n    P(heads) = 1/2\n"
    )


def test_a_term_is_found_by_each_of_its_names(tmp_path: Path) -> None:
    build(tmp_path)
    glossary = read_glossary(tmp_path)
    term = glossary.find("Fair  Coins")
    assert term is not None
    assert term is glossary.find("fair coin")
    assert (term.formula, term.lesson) == ("P(heads) = 1/2", "coin-toss")
    assert glossary.find("coin") is None
    assert list(glossary.met(["a [[fair coin]]", "two [[fair coins]], a [[ghost]]"])) == [term]


def test_a_course_without_a_glossary_has_no_terms(tmp_path: Path) -> None:
    assert read_glossary(tmp_path).terms == ()


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('also = ["fair coins"]', 'also = ["Fair coin"]', "terms.term: 'Fair coin' is the name of another"),
        ('term = "fair coin"', 'term = ""', "terms.term: is empty"),
        ('also = ["fair coins"]', 'alias = "x"', "terms.alias: unknown key"),
    ],
)
def test_faults_name_file_line_and_key(tmp_path: Path, old: str, new: str, fault: str) -> None:
    build(tmp_path)
    change(tmp_path / "glossary.toml", old, new)
    with pytest.raises(ContentError) as caught:
        read_glossary(tmp_path)
    assert "glossary.toml:" in str(caught.value)
    assert fault in str(caught.value)


def test_a_mark_begins_with_a_letter() -> None:
    assert MARK.fullmatch("[[k-means]]")
    assert not MARK.fullmatch("[[3]]")
