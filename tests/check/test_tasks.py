"""The coding tasks of the interview: read beside their question, and proven like any exercise."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.check.conftest import Checked
from tests.check.test_exercises import Judging
from tests.course.exercise import FILES, TABLE
from tutor.check.tasks import check_tasks
from tutor.course.errors import ContentError
from tutor.course.loader import read_course
from tutor.course.prompts import read_prompts
from tutor.course.tasks import read_task

PROMPT = """\
format_version = 1
id = "toss-a-coin"
level = "junior"
topic = "coins"
competency = "probability"
question = "How would you find the share of heads?"
reference = "I count the heads and divide by the number of tosses."
exercise = "toss_a_coin"
steps = ["Toss", "Look", "Count the heads", "Count the tosses", "Divide"]

[[points]]
id = "divide"
need = "required"
say = "Divide the heads by all tosses."
anchors = ["heads divided by tosses", "count and divide", "how many of all were heads"]
"""


@pytest.fixture
def task(tiny: Checked) -> Path:
    """The folder of a task in the bank of the tiny course."""
    folder = tiny.root / "interview" / "practical" / "toss_a_coin"
    folder.mkdir(parents=True)
    (folder.parent / "toss-a-coin.toml").write_text(PROMPT)
    table = TABLE.replace('[[exercises]]\nid = "e1"', "format_version = 1").replace(
        "exercises.wrong", "wrong"
    )
    (folder / "exercise.toml").write_text(table)
    for name, text in FILES.items():
        (folder / name.replace("e1_", "task_")).write_text(text)
    return folder


async def said(course: Checked, *chosen: str) -> tuple[int, list[str]]:
    """How many tasks there are, and the problems as `file: message`."""
    found = await check_tasks(read_course(course.root), Judging(course.run), chosen or None)
    return found.count, [f"{each.file.name}: {each.message}" for each in found.problems]


async def test_a_sound_task(tiny: Checked, task: Path) -> None:
    (prompt,) = read_prompts(tiny.root)
    exercise = read_task(prompt)
    assert (exercise.id, exercise.entry, exercise.folder) == ("task", "share", task)
    assert exercise.starter() == FILES["e1_starter.py"]
    assert await said(tiny) == (1, [])
    assert await said(tiny, "another") == (0, [])


async def test_a_solution_that_fails_and_a_file_that_nothing_names(tiny: Checked, task: Path) -> None:
    (task / "task_solution_2.py").write_text(FILES["e1_wrong_half.py"])
    (task / "task_wrong_new.py").write_text(FILES["e1_wrong_half.py"])
    _, problems = await said(tiny)
    assert problems[0].startswith("task_wrong_new.py: nothing in the task names this file")
    assert problems[1].startswith("task_solution_2.py: fails 4 of 4 cases at seed 0")


async def test_too_few_steps_and_no_task(tiny: Checked, task: Path) -> None:
    file = task.parent / "toss-a-coin.toml"
    file.write_text(PROMPT.replace('"Look", ', "").replace('"toss_a_coin"', '"nowhere"'))
    count, problems = await said(tiny)
    assert (count, len(problems)) == (0, 2)
    assert problems[0].endswith("has 4 steps; 5 to 8 can be put in order")
    with pytest.raises(ContentError, match="'nowhere'; write the task"):
        read_task(read_prompts(tiny.root)[0])
