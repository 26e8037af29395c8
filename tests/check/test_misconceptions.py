"""Refutations are proven by their runs, and every id and term that is named exists."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.check.conftest import Checked
from tutor.run import RunError, RunRequest, RunResult

RUN = '''"""Toss without a lesson."""
from tutor.sandbox.displays import Result


def run(*, seed: int) -> Result:
    return Result(metrics={"heads": 50.0})
'''
ENTRY = """
[[misconceptions]]
id = "no-heads"
belief = "A coin has no heads."
truth = "It has one."
lesson = "coin-toss"
[misconceptions.refuted_by]
experiment = "refutations/heads"
predict = "How many heads?"
believed = "heads < 1"
believed_says = "none"
holds = "heads > 40"
holds_says = "over 40"
"""


def with_run(tiny: Checked) -> None:
    """Give the tiny course a refutation of its own."""
    (tiny.root / "refutations").mkdir()
    (tiny.root / "refutations" / "heads.py").write_text(RUN)
    file = tiny.root / "misconceptions.toml"
    file.write_text(file.read_text() + ENTRY)
    inner = tiny.run.twist

    def twist(request: RunRequest, result: RunResult) -> RunResult:
        """What the run gives."""
        changed = result if request.params else replace(result, metrics={"heads": 50.0 + (request.seed or 0)})
        return inner(request, changed) if inner else changed

    tiny.run.twist = twist


async def test_what_runs_refute_is_counted(tiny: Checked) -> None:
    assert (await tiny.report()).misconceptions == 1


async def test_a_run_of_its_own_counts_too(tiny: Checked) -> None:
    with_run(tiny)
    report = await tiny.report()
    assert report.problems == ()
    assert report.misconceptions == 2


async def test_a_source_does_not_count(tiny: Checked) -> None:
    file = tiny.root / "misconceptions.toml"
    text = file.read_text()
    file.write_text(text.partition("[misconceptions.refuted_by]")[0] + 'source = "A book"\n')
    report = await tiny.report()
    assert report.problems == ()
    assert report.misconceptions == 0


@pytest.mark.parametrize(
    ("name", "old", "new", "problem"),
    [
        (
            "misconceptions.toml",
            '"heads > 99"',
            '"heads > 52"',
            "believed: 'heads > 52' comes true on seed 3",
        ),
        ("misconceptions.toml", '"heads < 80"', '"heads < 53"', "holds: 'heads < 53' fails on seed 3"),
        ("misconceptions.toml", '"heads < 80"', '"heads >= 50"', "proves nothing: 'heads <= 50' holds too"),
        ("misconceptions.toml", '"heads < 80"', '"tails < 80"', "there is no number called tails"),
        ("misconceptions.toml", "coin-toss/toss", "coin-toss/tos", "no experiment 'tos'"),
        (
            "misconceptions.toml",
            'lesson = "coin-toss"',
            'lesson = "coin-tos"',
            "no lesson is called 'coin-tos'",
        ),
        ("misconceptions.toml", 'truth = "It has one."', "", "truth: is missing"),
        (
            "misconceptions.toml",
            'id = "two-heads"',
            'id = "two-tails"',
            "no misconception is called 'two-heads'",
        ),
        ("glossary.toml", 'lesson = "coin-toss"', 'lesson = "coin-tos"', "no lesson is called 'coin-tos'"),
        ("glossary.toml", "also =", "alias =", "alias: unknown key"),
    ],
)
async def test_faults_are_named(tiny: Checked, name: str, old: str, new: str, problem: str) -> None:
    file = tiny.root / name
    text = file.read_text()
    assert old in text
    file.write_text(text.replace(old, new))
    said = await tiny.said()
    assert len([each for each in said if problem in each]) == 1, said


async def test_an_unknown_term_is_named_with_file_and_line(tiny: Checked) -> None:
    tiny.change("lesson.md", "Toss a coin. What", "Toss a [[fair coin]], a [[ghost]]. What")
    said = await tiny.said()
    assert said == ["lesson.md:3: the glossary has no term 'ghost'; add it to glossary.toml"]


async def test_a_file_that_nothing_names_is_told(tiny: Checked) -> None:
    (tiny.root / "refutations").mkdir()
    (tiny.root / "refutations" / "heads.py").write_text(RUN)
    assert await tiny.said() == [
        "heads.py:1: no misconception is refuted by it; name it in misconceptions.toml or drop it"
    ]


async def test_a_run_that_breaks_refutes_nothing(tiny: Checked) -> None:
    with_run(tiny)
    inner = tiny.run.twist
    assert inner is not None
    broken = RunResult("error", 0.1, error=RunError("ValueError", "no"))
    tiny.run.twist = lambda request, result: inner(request, result) if request.params else broken
    report = await tiny.report()
    assert report.misconceptions == 1
    assert {each.file.name for each in report.problems} == {"heads.py"}


async def test_a_slow_run_is_told(tiny: Checked) -> None:
    with_run(tiny)
    inner = tiny.run.twist
    assert inner is not None

    def twist(request: RunRequest, result: RunResult) -> RunResult:
        """Take long where the run is no lesson's."""
        return inner(request, result if request.params else replace(result, cpu_s=1.5))

    tiny.run.twist = twist
    assert [each.partition(",")[0] for each in await tiny.said()] == ["heads.py:1: takes 1.50 s"]


async def test_other_lessons_runs_are_left_out(tiny: Checked) -> None:
    report = await tiny.report(lessons=[])
    assert report.misconceptions == 0
    assert not tiny.run.asked
