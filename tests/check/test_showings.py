"""The claims to be shown in the interview: both programs of each are run, and judged like a learner's."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.check.conftest import Checked
from tests.course.build import change
from tutor.check.course import check_course
from tutor.check.showings import check_showings
from tutor.course.loader import read_course
from tutor.course.prompts import read_prompts
from tutor.run import RunError, RunRequest, RunResult

PROMPT = """\
format_version = 1
id = "toss-a-coin"
level = "junior"
topic = "coins"
competency = "probability"
question = "How would you find the share of heads?"
reference = "I count the heads and divide by the number of tosses."

[[points]]
id = "divide"
need = "required"
say = "Divide the heads by all tosses."
anchors = ["heads divided by tosses", "count and divide", "how many of all were heads"]

[show_me]
ask = "You say that a bent coin shows heads. Show me."
starter = '''
def run(*, seed):
    return {"heads": 50 + seed}
'''
test = "heads > 80"
says = "most tosses show heads"
solution = '''
def run(*, seed):
    return {"heads": 90 + seed}
'''
"""
STARTER, SOLUTION = 17, 23
"""The lines of the keys."""


class Running:
    """Runs in this process; what `run` returns is taken for the metrics."""

    def __init__(self) -> None:
        self.asked: list[RunRequest] = []

    async def __call__(self, request: RunRequest) -> RunResult:
        self.asked.append(request)
        names: dict[str, object] = {}
        try:
            exec(f"{request.source}\nresult = run(seed={request.seed})", names)
        except Exception as fault:
            return RunResult("error", 0.1, error=RunError(type(fault).__name__, str(fault), 2))
        metrics = names["result"]
        assert isinstance(metrics, dict)
        return RunResult("ok", 0.1, metrics=metrics)


@pytest.fixture
def file(tiny: Checked) -> Path:
    """A question with a claim to be shown, in the bank of the tiny course."""
    file = tiny.root / "interview" / "theory" / "toss-a-coin.toml"
    file.parent.mkdir(parents=True)
    file.write_text(PROMPT)
    return file


async def said(course: Checked, *chosen: str) -> list[str]:
    """The problems as `file:line: message`."""
    found = await check_showings(read_course(course.root), Running(), chosen or None)
    return [f"{each.file.name}:{each.line}: {each.message}" for each in found]


async def test_a_sound_claim(tiny: Checked, file: Path) -> None:
    assert await said(tiny) == []
    run = Running()
    await check_showings(read_course(tiny.root), run)
    (prompt,) = read_prompts(tiny.root)
    assert prompt.show_me is not None
    sources = [(request.source, request.seed) for request in run.asked]
    assert sources == [
        (source, seed) for source in (prompt.show_me.starter, prompt.show_me.solution) for seed in (0, 1)
    ]
    assert {(request.entry, request.origin) for request in run.asked} == {("run", "pack")}


async def test_only_what_is_chosen_runs(tiny: Checked, file: Path) -> None:
    change(file, "90 + seed", "60 + seed")
    assert len(await said(tiny, "toss-a-coin")) == 1
    assert await said(tiny, "another") == []


async def test_a_starter_that_passes(tiny: Checked, file: Path) -> None:
    change(file, "50 + seed", "80 + seed")
    assert await said(tiny) == [
        f"toss-a-coin.toml:{STARTER}: show_me.starter: on seed 1 'heads > 80' holds before anything is "
        "changed (heads = 81); ask for more"
    ]


async def test_a_solution_that_fails(tiny: Checked, file: Path) -> None:
    change(file, "90 + seed", "81 - seed")
    assert await said(tiny) == [
        f"toss-a-coin.toml:{SOLUTION}: show_me.solution: on seed 1 the claim is not shown (heads = 80); mend "
        "this or the test. Not shown yet: it has to hold that heads > 80."
    ]


async def test_a_test_that_names_no_metric(tiny: Checked, file: Path) -> None:
    change(file, "heads > 80", "tails > 80")
    (problem,) = await said(tiny)
    assert problem.startswith(
        f"toss-a-coin.toml:{SOLUTION}: show_me.solution: on seed 0 the claim is not shown"
    )
    assert "tails" in problem


@pytest.mark.parametrize(("key", "number", "line"), [("starter", 50, STARTER), ("solution", 90, SOLUTION)])
async def test_code_that_crashes(tiny: Checked, file: Path, key: str, number: int, line: int) -> None:
    change(file, f"{number} + seed", "1 / seed")
    (problem,) = [each for each in await said(tiny) if "ends" in each]
    assert problem == (
        f"toss-a-coin.toml:{line}: show_me.{key}: on seed 0 the run ends with ZeroDivisionError: division by "
        "zero in its line 2; mend it"
    )


async def test_a_run_that_is_ended(tiny: Checked, file: Path) -> None:
    async def slow(request: RunRequest) -> RunResult:
        return replace(await Running()(request), status="timeout")

    found = await check_showings(read_course(tiny.root), slow)
    assert [each.message.partition(": ")[2] for each in found] == [
        "on seed 0 the run ends with timeout; mend it"
    ] * 2


async def test_a_missing_solution_is_told_once(tiny: Checked, file: Path) -> None:
    change(file, PROMPT[PROMPT.index("solution =") :], "")
    assert await said(tiny) == []
    course = read_course(tiny.root)
    report = await check_course(course, (), Running(), seeds=5, prompts=None)
    (problem,) = [each for each in report.problems if each.file == file]
    assert problem.message == (
        "show_me.solution: is missing; add the starter with the change that makes test true"
    )
    assert problem.line == STARTER - 2


async def test_the_check_of_a_course_runs_them(tiny: Checked, file: Path) -> None:
    change(file, "90 + seed", "60 + seed")
    course = read_course(tiny.root)
    for prompts, count in ((None, 1), (("toss-a-coin",), 1), ((), 0)):
        report = await check_course(course, (), Running(), seeds=5, prompts=prompts)
        assert sum("show_me.solution" in each.message for each in report.problems) == count
