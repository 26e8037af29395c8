"""Answers and evidence survive JSON, whatever they hold."""

from __future__ import annotations

import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.figure import Figure, Line, Points
from tutor.grading import evidence as proof
from tutor.grading.answer import (
    Answer,
    Drawn,
    Entered,
    Filled,
    Marked,
    Matched,
    Ordered,
    Picked,
    Placed,
    Written,
    from_json,
    to_json,
)
from tutor.grading.evidence import Evidence, evidence
from tutor.run import RunError, RunResult

PLACES = st.lists(st.integers(-1, 9)).map(tuple)
ASCENDING = st.lists(st.integers(0, 9)).map(lambda each: tuple(sorted(each)))
NUMBERS = st.lists(st.floats(allow_nan=False, allow_infinity=False)).map(tuple)
ANSWERS = st.one_of(
    st.builds(Picked, ASCENDING),
    st.builds(Entered, st.text()),
    st.builds(Ordered, PLACES),
    st.builds(Matched, PLACES),
    st.builds(Filled, st.lists(st.text()).map(tuple)),
    st.builds(Marked, ASCENDING, st.integers(-1, 5)),
    st.builds(Drawn, NUMBERS),
    st.builds(Placed, NUMBERS),
    st.builds(Written, st.text(), ASCENDING),
)


@given(ANSWERS)
def test_an_answer_comes_back_as_it_was(answer: Answer) -> None:
    assert from_json(json.loads(json.dumps(to_json(answer)))) == answer


@pytest.mark.parametrize(
    "body",
    [
        None,
        3,
        [],
        {},
        {"picked": ["a"]},
        {"picked": [True]},
        {"entered": 3},
        {"filled": [3]},
        {"drawn": [math.nan]},
        {"drawn": ["1"]},
        {"placed": [1, None]},
        {"marked": [1]},
        {"marked": [1], "reason": "x"},
        {"written": "x"},
        {"ordered": 1},
    ],
)
def test_what_is_no_answer_is_none(body: object) -> None:
    assert from_json(body) is None


def test_evidence_of_a_run() -> None:
    figure = Figure(
        "t",
        (
            Points((1, 2), (3, 4), label="test"),
            Line((1, 2, 3), (0.1, math.nan, 0.3), label="test"),
            Line((1, 2), (9, 9), label="test"),
            Line((1, 2), (5, 6)),
        ),
        "alt",
    )
    found = evidence(RunResult("ok", 0.1, figures=(figure,), metrics={"knee": 4.0}))
    assert found == Evidence({"knee": 4.0}, {"test": ((1.0, 0.1), (3.0, 0.3))})
    assert proof.from_json(json.loads(json.dumps(proof.to_json(found, "test")))) == found
    assert proof.to_json(found, "other") == {"metrics": {"knee": 4.0}}


def test_a_long_line_is_kept_thinned_with_its_last_point() -> None:
    line = tuple((float(x), float(x % 7)) for x in range(1001))
    kept = proof.from_json(proof.to_json(Evidence(lines={"a": line}), "a"))
    assert kept is not None
    assert len(kept.lines["a"]) <= 201
    assert (kept.lines["a"][0], kept.lines["a"][-1]) == (line[0], line[-1])


def test_a_failed_run_says_why() -> None:
    error = RunError("NameError", "name 'x' is not defined", hint="Define x first.")
    assert evidence(RunResult("error", 0.1, error=error)).failure == (
        "NameError: name 'x' is not defined Define x first."
    )
    assert evidence(RunResult("timeout", 5.0)).failure == "The run ended early (timeout)."


@pytest.mark.parametrize("body", [None, 3, "x", []])
def test_what_is_no_evidence_is_none(body: int | str | list[object] | None) -> None:
    assert proof.from_json(body) is None  # type: ignore[arg-type]


def test_strange_evidence_does_no_harm() -> None:
    body = {"metrics": {"a": "x", "b": 2.0}, "lines": {"l": [[1, 2], [1], "no"], "m": 3}, "failure": 7}
    assert proof.from_json(body) == Evidence({"b": 2.0}, {"l": ((1.0, 2.0),), "m": ()})  # type: ignore[arg-type]
