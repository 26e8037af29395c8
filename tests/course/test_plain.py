"""A lesson as plain text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.course.conftest import Tiny
from tutor.course.loader import load_course, open_lesson
from tutor.course.plain import plain_lesson
from tutor.course.plain_prose import plain_prose

TEXT = """\
1.1 Tossing a coin

About 10 minutes. Afterwards you can:
- say what a fair coin does

Why coins

Toss a coin. What will it show? It has `{two}` sides.

    sides = {"heads", "tails"}

Prediction 1

Guess first.

How many heads will 100 tosses show?

A) Fewer than 70
B) 70 or more

Experiment: Toss a coin

Run: mltutor run coin-toss/toss (with tosses 100, coin fair)

Turn tosses up.

Half of them

It showed 51 heads; the bent one 89.

Question 2

How often does a fair coin show heads? It showed 51.

A) Half of the time
B) Always

Question 3

Which are sides of a coin?

Pick all that are right.

A) Heads
B) Tails
C) Edge

Question 4

How many heads do you expect in 10 tosses?

Answer with a number (heads).

Often written: After ten heads, tails is due.
What is right (as of Nov 2026): The coin has no memory.

In short

- A coin has no memory.

Answers

1. A (mltutor run coin-toss/toss decides)
About half.
A) Half of them, give or take ten.
B) That is four standard deviations too many.

2. A
Half of the time, on average.
A) Both sides are equally likely.
B) That would be a coin with two heads.

3. A, B
Heads and tails.
A) The front.
B) The back.
C) It rarely stands on it.

4. 5 heads
Ten times a half.
- 10: That forgets the tails.
"""


def test_the_whole_lesson(tiny: Tiny) -> None:
    assert plain_lesson(open_lesson(load_course(tiny.root), "coin-toss")) == TEXT


def test_a_prediction_without_its_numbers_leaves_the_answer_open(tiny: Tiny) -> None:
    (tiny.folder / "recorded.toml").unlink()
    text = plain_lesson(open_lesson(load_course(tiny.root), "coin-toss"))
    assert "1. ? (mltutor run coin-toss/toss decides)" in text


def test_a_predicted_number_is_told(tiny: Tiny) -> None:
    file = tiny.folder / "lesson.toml"
    text = file.read_text()
    start, end = text.index('[[questions.choices]]\ntext = "Fewer'), text.index("[[corrections]]")
    file.write_text(text[:start] + 'key = "heads"\nunit = "heads"\n\n' + text[end:])
    text = plain_lesson(open_lesson(load_course(tiny.root), "coin-toss"))
    assert "1. 51 heads (mltutor run coin-toss/toss decides)\nAbout half." in text


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("**bold** and *thin* and `co*de*`", "bold and thin and `co*de*`"),
        ("2 * 3 * 4 stays, snake_case_name too", "2 * 3 * 4 stays, snake_case_name too"),
        ("[the docs](https://scikit-learn.org)", "the docs (https://scikit-learn.org)"),
        ("### Small\n\n> said", "Small\n\nsaid"),
        ("- one\n  more\n- two", "- one more\n- two"),
        ("1. one\n2. two", "1. one\n2. two"),
        ("```python\nx = 1\n```", "    x = 1"),
        ("| a | b |\n|---|---|\n| 1 | 2 |", "| a | b |\n|---|---|\n| 1 | 2 |"),
    ],
)
def test_markdown_is_lightly_stripped(markdown: str, text: str) -> None:
    assert plain_prose(markdown) == text


@given(st.lists(st.text(alphabet="abcdef", min_size=1, max_size=12), min_size=1, max_size=60))
def test_prose_keeps_its_words_in_lines_of_a_page(words: list[str]) -> None:
    text = plain_prose(" ".join(words))
    assert text.split() == words
    assert all(len(line) <= 78 for line in text.splitlines())
