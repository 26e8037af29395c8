"""A workbench: what is kept, what is counted, what a reset forgets."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tutor.course.exercise import Exercise
from tutor.grading.skeleton import framed
from tutor.grading.verdict import CaseResult, Verdict
from tutor.grading.workbench import Workbench, attempts, solved
from tutor.learner.store import Record


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    """An empty record."""
    record = Record.open(tmp_path / "record", lambda: datetime(2026, 11, 22, tzinfo=UTC))
    yield record
    record.close()


@pytest.fixture
def exercise(tmp_path: Path) -> Exercise:
    """An exercise with a starter."""
    (tmp_path / "e1_starter.py").write_text("start\n", encoding="utf-8")
    return Exercise("e1", "Title", "Task", "f", tmp_path, "nudge", "idea", "skeleton")


def verdict(*passed: bool) -> Verdict:
    """A verdict on as many cases."""
    cases = tuple(CaseResult("case", each) for each in passed)
    return Verdict(cases, "passed" if all(passed) else "failed")


def test_the_code_is_kept_and_the_starter_is_no_draft(record: Record, exercise: Exercise) -> None:
    bench = Workbench(exercise, "a", record)
    bench.keep("mine")
    bench.flush()
    assert Workbench(exercise, "a", record).source == "mine"
    assert Workbench(exercise, "b", record).source == "start\n"
    bench.keep("start\n")
    bench.flush()
    assert record.draft("a/exercise/e1") is None


def test_help_is_climbed_in_order_and_kept(record: Record, exercise: Exercise) -> None:
    bench = Workbench(exercise, "a", record)
    assert [bench.climb() for _ in range(5)] == ["nudge", "idea", "skeleton", "parsons", None]
    again = Workbench(exercise, "a", record)
    assert again.rungs == ("nudge", "idea", "skeleton", "parsons")
    assert again.credit == 0.5


@pytest.mark.parametrize("kept", ["", "{", "3", '["idea", 7, {}]'])
def test_a_broken_draft_of_the_help_is_survived(record: Record, exercise: Exercise, kept: str) -> None:
    record.save_draft("a/exercise/e1/rungs", kept)
    assert set(Workbench(exercise, "a", record).rungs) <= {"idea"}


def test_the_best_attempt_counts(record: Record, exercise: Exercise) -> None:
    bench = Workbench(exercise, "a", record)
    bench.tried("x", verdict(True, False))
    assert (bench.best, bench.solved) == (0.5, False)
    bench.climb()
    bench.tried("x", verdict(True, True))
    bench.tried("x", verdict(False, False))
    assert (bench.best, bench.solved) == (0.95, True)
    assert [each.passed for each in attempts(record, "a")["e1"]] == [1, 2, 0]
    assert solved(record, "a") == {"e1"}
    assert solved(record, "b") == frozenset()


def test_a_verdict_without_cases_solves_nothing(record: Record, exercise: Exercise) -> None:
    bench = Workbench(exercise, "a", record)
    bench.tried("x", Verdict((), "broken"))
    assert not bench.solved


def test_every_attempt_has_cases_of_its_own(record: Record, exercise: Exercise) -> None:
    bench = Workbench(exercise, "a", record)
    seeds = [bench.seed]
    for _ in range(20):
        bench.tried("x", verdict(True))
        seeds.append(bench.seed)
    assert len(set(seeds)) == 21
    assert all(0 <= seed < 2**31 for seed in seeds)
    assert Workbench(exercise, "a", record).seed == seeds[-1]
    assert Workbench(exercise, "b", record).seed != seeds[0]


def test_a_reset_forgets_the_attempts(record: Record, exercise: Exercise) -> None:
    Workbench(exercise, "a", record).tried("x", verdict(True))
    record.append("lesson-reset", {"lesson": "a"})
    assert solved(record, "a") == frozenset()


STARTER = (
    '"""A file."""\n\nimport numpy as np\n\n\ndef given(x):\n    return x\n\n\n@cache\ndef f(x):\n    raise\n'
)


def test_a_skeleton_takes_the_place_of_what_it_is_a_skeleton_of() -> None:
    code = framed(STARTER, "\ndef f(x):\n    return ___\n")
    assert code == STARTER.replace("@cache\ndef f(x):\n    raise", "def f(x):\n    return ___")


@pytest.mark.parametrize(
    "skeleton", ["import math\n\ndef f(x):\n    ___\n", "def g(x):\n    ___\n", "def f(x:\n"]
)
def test_a_skeleton_with_imports_or_of_something_else_stands_alone(skeleton: str) -> None:
    assert framed(STARTER, skeleton) == skeleton


def test_a_starter_that_is_no_python_gives_way() -> None:
    assert framed("def (", "def f():\n    ___\n") == "def f():\n    ___\n"
