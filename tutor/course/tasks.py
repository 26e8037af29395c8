"""The coding tasks of the practical questions: `lessons/interview/practical/<folder>/exercise.toml`."""

from __future__ import annotations

from tutor.course.errors import ContentError
from tutor.course.exercise import Exercise
from tutor.course.exercises import JUDGED, read_exercise
from tutor.course.fields import read_fields
from tutor.course.rubric import Prompt

FILE = "exercise.toml"
TASK = "task"
"""What the exercise is called: its files are `task_starter.py`, `task_cases.py` and so on."""


def read_task(prompt: Prompt) -> Exercise:
    """The coding task of a prompt that has one; raises ContentError."""
    folder = prompt.folder / prompt.exercise
    if not prompt.exercise or not (folder / FILE).is_file():
        message = f"there is no {FILE} in the folder {prompt.exercise!r}; write the task or drop the key"
        raise ContentError(prompt.folder / f"{prompt.id}.toml", 1, "exercise", message)
    fields = read_fields(folder / FILE).only("format_version", "title", "task", *JUDGED)
    return read_exercise(fields, folder, TASK, fields.text("title"), fields.text("task"))
