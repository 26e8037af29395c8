"""Exercises and crime scenes out of files."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.course.build import build, change
from tests.course.exercise import FILES, TABLE, add_exercise
from tutor.course.crimes import read_crimes
from tutor.course.errors import ContentError
from tutor.course.loader import open_lesson, read_course
from tutor.course.model import Lesson
from tutor.course.plain import plain_lesson

CRIME = '''\
format_version = 1
id = "lucky-coin"
title = "The lucky coin"
story = """
A colleague says that his coin shows heads in 100 % of all tosses.
"""
lines = [2]
explain = "Tails were thrown away."
lesson = "coin-toss"
boast = "100 %"
honest = "50 %"
'''


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The lesson of the tiny course, with an exercise."""
    made = build(tmp_path)
    add_exercise(made)
    return made


def opened(folder: Path) -> Lesson:
    return open_lesson(read_course(folder.parents[1]), "coin-toss")


def test_an_exercise_and_its_step(folder: Path) -> None:
    lesson = opened(folder)
    exercise = lesson.exercise("e1")
    assert (exercise.title, exercise.entry, exercise.time_s) == ("The share of heads", "share", 2.0)
    assert exercise.starter() == FILES["e1_starter.py"]
    assert exercise.solutions() == (FILES["e1_solution_1.py"], FILES["e1_solution_2.py"])
    assert (exercise.driver(), exercise.wrong[1].misconception) == ("", "odds-are-shares")
    step = next(step for step in lesson.steps if step.kind == "exercise")
    assert (step.id, step.ref, step.title, step.prose) == ("e1", "e1", "The share of heads", "Write it.")
    with pytest.raises(KeyError):
        lesson.exercise("e2")


def test_solutions_are_in_the_order_of_their_numbers(folder: Path) -> None:
    for number in (10, 9):
        (folder / f"e1_solution_{number}.py").write_text(f"# {number}\n")
    (folder / "e1_solution_best.py").write_text("no number")
    names = [path.name for path in opened(folder).exercise("e1").solution_paths]
    assert names == [f"e1_solution_{number}.py" for number in (1, 2, 9, 10)]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('entry = "share"', 'entry = "a share"', "entry: 'a share' is not the name"),
        ("time_s = 2.0", "time_s = 90", "time_s: must be above 0 and at most 30 seconds"),
        ('nudge = "Count, then divide."\n', "", "nudge: is missing"),
        ('name = "half"', 'name = "third"', "name: there is no file e1_wrong_third.py"),
        ('name = "half"', 'name = "../half"', "name: '../half' must be small letters"),
        ('name = "half"', 'name = "odds"', "name: 'odds' is taken"),
        ("time_s = 2.0", "time_s = 2.0\nseed = 1", "seed: unknown key"),
    ],
)
def test_faults_name_their_line(folder: Path, old: str, new: str, said: str) -> None:
    change(folder / "lesson.toml", old, new)
    with pytest.raises(ContentError) as caught:
        opened(folder)
    key = said.split(":")[0]
    line = (folder / "lesson.toml").read_text().splitlines()[caught.value.line - 1]
    assert said in str(caught.value)
    assert line.strip().startswith(key) or key == "nudge"


@pytest.mark.parametrize("name", ["e1_starter.py", "e1_cases.py"])
def test_a_file_that_is_not_there(folder: Path, name: str) -> None:
    (folder / name).unlink()
    with pytest.raises(ContentError, match=f"there is no file {name}"):
        opened(folder)


def test_an_unknown_exercise_in_the_script(folder: Path) -> None:
    change(folder / "lesson.md", "exercise e1", "exercise e7")
    with pytest.raises(ContentError, match="nothing is called 'e7'; there are e1"):
        opened(folder)


def test_the_plain_form_has_the_task_and_then_a_solution(folder: Path) -> None:
    text = plain_lesson(opened(folder))
    task, answers = text.split("Answers", 1)
    assert "Exercise: The share of heads" in task
    assert "    raise NotImplementedError" in task
    assert "return sum(tosses)" not in task
    assert "    return sum(tosses) / len(tosses)" in answers


def scene(root: Path) -> Path:
    """A crime scene in the course at `root`."""
    made = root / "crimes" / "lucky_coin"
    made.mkdir(parents=True)
    choices = (
        '[[choices]]\ntext = "Tails"\nright = true\nwhy = "Yes."\n[[choices]]\ntext = "Luck"\nwhy = "No."\n'
    )
    judged = TABLE.partition('"""\nentry')[2].replace("exercises.wrong", "wrong")
    (made / "crime.toml").write_text(f"{CRIME}entry{judged.partition('[[wrong]]')[0]}\n{choices}\n[[wrong]]"
                                     f"{judged.partition('[[wrong]]')[2]}")  # fmt: skip
    for name, text in FILES.items():
        (made / name.replace("e1_starter", "scene").replace("e1_", "fix_")).write_text(text)
    return made


def test_a_crime_scene(tmp_path: Path) -> None:
    scene(tmp_path)
    (crime,) = read_crimes(tmp_path)
    assert (crime.id, crime.lesson, crime.boast, crime.honest) == ("lucky-coin", "coin-toss", "100 %", "50 %")
    assert crime.code == FILES["e1_starter.py"] == crime.exercise.starter()
    assert (crime.bug.lines, crime.bug.code) == ((2,), crime.code.rstrip())
    assert [choice.right for choice in crime.bug.choices] == [True, False]
    assert len(crime.exercise.solutions()) == 2
    assert crime.exercise.wrong_path(crime.exercise.wrong[0]).name == "fix_wrong_count.py"
    assert "`share`" in crime.exercise.task


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("lines = [2]", "lines = [3]", "lines: 3 is no line of scene.py"),
        ("lines = [2]", "lines = []", "lines: is missing"),
        ('id = "lucky-coin"', 'id = "lucky"', "id: must be 'lucky-coin'"),
        ('boast = "100 %"', 'bost = "100 %"', "bost: unknown key"),
    ],
)
def test_faults_of_a_crime_scene(tmp_path: Path, old: str, new: str, said: str) -> None:
    change(scene(tmp_path) / "crime.toml", old, new)
    with pytest.raises(ContentError, match=re.escape(said)):
        read_crimes(tmp_path)


def test_a_course_without_crimes(tmp_path: Path) -> None:
    assert read_crimes(tmp_path) == ()
