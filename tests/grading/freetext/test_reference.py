"""One reference answer, and the lines that ask about it."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.grading.attacks import ATTACKS
from tests.grading.freetext.rubrics import QUESTION, REFERENCE, RUBRIC
from tutor.cli.group import Commands
from tutor.course.rubric import Prompt
from tutor.grading.freetext.lines import Grader
from tutor.grading.freetext.reference import against_reference

STACK = "What is a stack, and which operations does it offer?"
MODEL = (
    "A stack is a linear data structure that stores elements last in, first out. "
    "The push operation adds an element on top and pop removes the top element."
)
OTHERS = [
    "A binary tree has at most two children for every node.",
    "Photosynthesis turns light into chemical energy in the leaves of plants.",
    "The French revolution began in the year 1789 with the storm on the Bastille.",
    "Quicksort partitions an array around a pivot and sorts both halves.",
    "A hash function maps keys of any size to a fixed number of buckets.",
]


def score(answer: str) -> float:
    return against_reference(STACK, MODEL, answer).score


def test_better_answers_score_higher() -> None:
    good = score(
        "It stores items last in first out; push puts an element on top and pop takes the top one off."
    )
    half = score("You push elements onto it.")
    none = score("It is a kind of loop that runs until a condition is false.")
    assert good > 0.6 > half > none


def test_an_honest_answer_has_no_flags() -> None:
    assert (
        against_reference(STACK, MODEL, "Last in first out: push adds on top, and pop removes it.").flags
        == ()
    )


@pytest.mark.parametrize("kind", ATTACKS)
def test_an_attack_is_flagged_or_fails(kind: str) -> None:
    found = against_reference(STACK, MODEL, ATTACKS[kind](STACK, MODEL, OTHERS, random.Random(1)))
    if kind != "opposites":
        assert found.score < 0.6 or found.flags


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200), st.text(max_size=200), st.text(max_size=200))
def test_no_text_is_too_strange(question: str, reference: str, answer: str) -> None:
    found = against_reference(question, reference, answer)
    assert 0 <= found.interval[0] <= found.score <= found.interval[1] <= 1


GRADER = Grader({"l1-l2": Prompt("l1-l2", "theory", "mid", "regularisation", "algorithms", RUBRIC, Path())})


def test_a_line_with_a_prompt() -> None:
    record = GRADER.answer(json.dumps({"id": 7, "prompt": "l1-l2", "answer": REFERENCE}))
    assert (record["id"], record["grade"], record["tier"]) == (7, "strong", "lexical")
    points = record["points"]
    assert isinstance(points, list)
    assert [point["id"] for point in points if isinstance(point, dict)] == [each.id for each in RUBRIC.points]
    json.dumps(record, allow_nan=False)


def test_a_line_with_a_reference() -> None:
    record = GRADER.answer(
        json.dumps({"id": "a", "question": QUESTION, "reference": REFERENCE, "answer": "zero"})
    )
    assert record["points"] == []
    assert record["grade"] is None
    assert set(record) >= {
        "id",
        "score",
        "confidence",
        "misconceptions",
        "flags",
        "interval",
        "tier",
        "abstained",
    }


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("", "no JSON"),
        ("[1]", "no JSON object"),
        ('{"id": 1, "answer": "x"}', "either"),
        ('{"id": 1, "prompt": "nope", "answer": "x"}', "no prompt 'nope'"),
        ('{"id": 1, "prompt": "l1-l2", "answer": 3}', "a string"),
        ("[" * 100_000, "no JSON"),
    ],
)
def test_a_bad_line_is_answered_and_the_stream_goes_on(line: str, words: str) -> None:
    record = GRADER.answer(line)
    assert (record["id"], record["event"]) == (None, "error")
    assert words in str(record["message"])


def test_the_command_answers_in_order() -> None:
    command = Commands("mltutor").get_command(None, "grade")  # type: ignore[arg-type]
    assert command is not None
    lines = [
        {"id": 1, "prompt": "bias-variance-relation", "answer": "Bias is a too simple model."},
        {"id": 2, "question": STACK, "reference": MODEL, "answer": MODEL},
    ]
    text = "".join(json.dumps(line) + "\n" for line in lines) + "nonsense\n"
    result = CliRunner().invoke(command, [], input=text)
    assert result.exit_code == 0
    assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == [1, 2, None]
