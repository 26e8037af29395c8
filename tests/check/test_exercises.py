"""What the check proves of exercises and crime scenes; judged here, in this process."""

from __future__ import annotations

import io
from contextlib import redirect_stdout

import pytest

from tests.check.conftest import Checked, FakeRun
from tests.course.exercise import FILES, add_exercise
from tests.course.test_exercises import scene
from tutor.check.course import check_course
from tutor.course.loader import read_course
from tutor.run import RunRequest, RunResult
from tutor.sandbox.displays import emit
from tutor.sandbox.execute import execute, new_module


class Judging:
    """The tosses of the tiny course, and sittings of its exercise without a sandbox."""

    def __init__(self, tosses: FakeRun) -> None:
        self.tosses = tosses
        self.cpu_s = 0.1

    async def __call__(self, request: RunRequest) -> RunResult:
        if request.sitting is None:
            return await self.tosses(request)
        replies: list[str] = []
        emit.reply, before = replies.append, emit.reply
        try:
            with redirect_stdout(io.StringIO()):
                ending, _ = execute(request, new_module(request))
        finally:
            emit.reply = before
        return RunResult(ending.status, 0.1, error=ending.error, cpu_s=self.cpu_s, reply="".join(replies))


@pytest.fixture
def exercised(tiny: Checked) -> Checked:
    """The tiny course with its exercise."""
    add_exercise(tiny.folder)
    return tiny


async def said(course: Checked, run: Judging | None = None, crimes: bool = False) -> list[str]:
    """The problems as `file:line: message`, but for the register of misconceptions, which is not here."""
    found = read_course(course.root)
    report = await check_course(
        found, list(found.lessons), run or Judging(course.run), seeds=5, crimes=None if crimes else ()
    )
    assert (report.exercises, report.crime_scenes) in ((1, 0), (0, 1), (0, 0))
    problems = [f"{each.file.name}:{each.line}: {each.message}" for each in report.problems]
    return [each for each in problems if "misconception" not in each]


async def test_a_sound_exercise(exercised: Checked) -> None:
    assert await said(exercised) == []


@pytest.mark.parametrize("name", ["e1_solution_1.py", "e1_solution_2.py"])
async def test_a_solution_replaced_by_the_starter(exercised: Checked, name: str) -> None:
    (exercised.folder / name).write_text(FILES["e1_starter.py"])
    problems = await said(exercised)
    assert len(problems) == 2
    assert problems[0].startswith(f"{name}:1: fails 4 of 4 cases at seed 0, first 'a fair coin': raised Not")
    assert "seed 1" in problems[1]


async def test_a_starter_that_is_a_solution(exercised: Checked) -> None:
    (exercised.folder / "e1_starter.py").write_text(FILES["e1_solution_2.py"])
    assert "e1_starter.py:1: passes as it is at seed 0; let the cases ask for more" in await said(exercised)


async def test_wrong_solutions_that_are_not_wrong_or_not_told_apart(exercised: Checked) -> None:
    (exercised.folder / "e1_wrong_half.py").write_text(FILES["e1_solution_1.py"])
    (exercised.folder / "e1_wrong_odds.py").write_text("# the same\n" + FILES["e1_wrong_count.py"])
    problems = await said(exercised)
    assert "e1_wrong_half.py:1: passes at seed 0; a wrong solution runs and fails some cases" in problems
    assert "e1_wrong_odds.py:1: is taken for count at seed 1; add a case that tells them apart" in problems


async def test_a_wrong_solution_that_does_not_run(exercised: Checked) -> None:
    (exercised.folder / "e1_wrong_half.py").write_text("import nothing_of_that_name\n")
    reason = "ModuleNotFoundError: No module named 'nothing_of_that_name'"
    assert (await said(exercised))[0] == (
        f"e1_wrong_half.py:1: does not run ({reason}) at seed 0; a wrong solution runs and fails some cases"
    )


async def test_code_that_is_not_python(exercised: Checked) -> None:
    (exercised.folder / "e1_wrong_half.py").write_text("x = 1\ndef half(:\n")
    (problem,) = await said(exercised)
    assert problem.startswith("e1_wrong_half.py:2: is not Python")


async def test_too_few_solutions_and_gaps(exercised: Checked) -> None:
    (exercised.folder / "e1_solution_2.py").write_text("# the same\n" + FILES["e1_solution_1.py"])
    exercised.change("lesson.toml", "/ ___", "/ len(tosses)")
    problems = await said(exercised)
    assert any("e1 has 1 different solutions; write at least 2" in each for each in problems)
    assert any("the skeleton has no gap" in each for each in problems)


async def test_cases_that_do_not_work_or_are_not_fresh(exercised: Checked) -> None:
    sound = FILES["e1_cases.py"]
    (exercised.folder / "e1_cases.py").write_text(sound.replace("default_rng(seed)", "default_rng(0)"))
    problems = await said(exercised)
    assert problems == ["e1_cases.py:1: cases(seed) makes the same inputs for every seed; draw them"]
    (exercised.folder / "e1_cases.py").write_text(sound.replace("return [", "return 1 / 0, ["))
    (problem,) = await said(exercised)
    assert problem.startswith("e1_cases.py:10: do not work: cases: The hidden cases")
    (exercised.folder / "e1_cases.py").write_text(sound.replace(", visible=True", ""))
    assert "e1_cases.py:1: 0 of 4 cases are visible at seed 0; show one or two of several" in await said(
        exercised
    )


async def test_a_slow_solution(exercised: Checked) -> None:
    run = Judging(exercised.run)
    run.cpu_s = 3.0
    problems = await said(exercised, run)
    assert "e1_solution_1.py:1: takes 3.00 s at seed 0, longer than time_s = 2; make it lighter" in problems


async def test_files_that_nothing_names_and_an_exercise_that_is_never_asked(exercised: Checked) -> None:
    (exercised.folder / "e1_wrong_new.py").write_text(FILES["e1_wrong_half.py"])
    exercised.change("lesson.md", "```exercise e1\nWrite it.\n```\n", "")
    problems = await said(exercised)
    assert any(
        each.startswith("e1_wrong_new.py:1: nothing in the lesson names this file") for each in problems
    )
    assert any("e1 is cued 0 times in lesson.md; write one ```exercise e1" in each for each in problems)


async def test_a_sound_crime_scene_and_a_broken_one(tiny: Checked) -> None:
    folder = scene(tiny.root)
    assert await said(tiny, crimes=True) == []
    (folder / "fix_solution_2.py").write_text((folder / "scene.py").read_text())
    (folder / "notes.txt").write_text("left over")
    toml = folder / "crime.toml"
    toml.write_text(toml.read_text().replace('"coin-toss"', '"coins"').replace("right = true\n", ""))
    problems = await said(tiny, crimes=True)
    assert any(each.startswith("fix_solution_2.py:1: fails 4 of 4 cases at seed 0") for each in problems)
    assert any("notes.txt:1: nothing in the scene names this file" in each for each in problems)
    assert any("there is no lesson 'coins'" in each for each in problems)
    assert any("has 0 right reasons" in each for each in problems)
