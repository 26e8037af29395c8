"""What is said about mistakes: each is really made, with the libraries that are installed."""

from __future__ import annotations

import re
import warnings
from functools import cache
from pathlib import Path

import numpy as np
import pytest
import tomli

from tests.sandbox.conftest import Play
from tests.sandbox.mistakes import MISTAKES
from tutor.run import RunError
from tutor.sandbox.advice import array_hints, model_hints, python_hints, warning_hints
from tutor.sandbox.advice.hint import first_fit
from tutor.sandbox.mishaps import explain

CELL = "<cell>"
TABLES = (*model_hints.HINTS, *array_hints.HINTS, *python_hints.SYNTAX, *python_hints.VALUES)
NOT_HARMLESS = ("Cannot load backend",)


@cache
def made(source: str) -> tuple[BaseException, RunError]:
    """The exception that a mistake raises, and what is said about it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            exec(compile(source, CELL, "exec"), {"np": np, "__name__": "cell"})
        except BaseException as error:
            return error, explain(error, CELL)[1]
    raise AssertionError(f"nothing is raised by {source!r}")


@pytest.mark.parametrize(("source", "said"), MISTAKES, ids=[source[-50:] for source, _ in MISTAKES])
def test_a_mistake_is_explained(source: str, said: str) -> None:
    error, told = made(source)
    assert said in told.hint, f"{type(error).__name__}: {error} → {told.hint!r}"


def test_every_hint_is_earned_by_a_mistake() -> None:
    errors = [made(source)[0] for source, _ in MISTAKES]
    seen = [([each.__name__ for each in type(error).__mro__], str(error)) for error in errors]
    unused = [
        (hint.kind, hint.pattern)
        for hint in TABLES
        if hint.pattern not in NOT_HARMLESS
        and not any(
            first_fit(TABLES[: TABLES.index(hint) + 1], *each) == first_fit([hint], *each) != ""
            for each in seen
        )
    ]
    assert unused == []


def test_hints_name_lessons_that_there_are() -> None:
    course = tomli.loads(Path("lessons/course.toml").read_text(encoding="utf-8"))
    known = {lesson["id"] for unit in course["units"] for lesson in unit["lessons"]}
    tables = (*TABLES, *python_hints.SANDBOX, *warning_hints.HINTS)
    named = {name for hint in tables for name in re.findall(r"\(lesson ([a-z0-9-]+)\)", hint.says)}
    assert len(named) > 20
    assert named <= known


def test_every_hint_is_a_sentence_of_a_line_or_two() -> None:
    for hint in (*TABLES, *python_hints.SANDBOX, *warning_hints.HINTS):
        assert len(hint.says) < 230, hint.says
        assert hint.says.rstrip(")").endswith((".", "?", "_", "…")) or hint.says.endswith(")"), hint.says


def test_a_hostile_exception_gets_no_advice() -> None:
    error, told = made("class E(AttributeError):\n    def __str__(self): raise ValueError\nraise E")
    assert type(error).__name__ == "E"
    assert told.hint == ""


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("import socket\nsocket.create_connection(('127.0.0.1', 1))", "offline|network|one process"),
        ("from sklearn.datasets import fetch_california_housing as f\nf()", "offline|files|one process"),
        ("open('titanic.csv')", "no files of yours"),
        ("import pandas as pd\npd.read_csv('titanic.csv')", "no files of yours"),
        ("open('/etc/passwd', 'w')", "no files of yours"),
        ("import subprocess\nsubprocess.run(['ls'])", "one process|other programs|no files"),
        ("input()", "Nobody can type"),
        (
            "import matplotlib; matplotlib.use('TkAgg')\nimport matplotlib.pyplot as p\np.plot([1])",
            "no windows",
        ),
        ("LogisticRegression()", "from sklearn.linear_model import LogisticRegression"),
    ],
)
@pytest.mark.asyncio(loop_scope="session")
async def test_what_the_sandbox_lacks_is_explained(play: Play, source: str, said: str) -> None:
    result = await play(source, wall_s=60.0)
    assert result.error is not None
    assert re.search(said, result.error.hint), result.error
