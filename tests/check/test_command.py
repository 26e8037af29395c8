"""`mltutor check`: what it prints and how it ends; once with the real sandbox."""

from __future__ import annotations

import json
import subprocess
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.check.conftest import Checked, FakeRun
from tests.course.build import RECORDED, change
from tutor.check.changed import Changed, changed
from tutor.cli import check
from tutor.cli.group import cli
from tutor.course.loader import read_course
from tutor.course.questions import KINDS

COUNTS = (
    "1 lessons, 1 experiments, 4 questions, 0 exercises, 0 crime scenes, "
    "1 misconceptions refuted: no problems."
)


def run(*words: str | Path) -> Result:
    """The command."""
    return CliRunner().invoke(cli, [str(word) for word in words])


@pytest.fixture
def fake(tiny: Checked, monkeypatch: pytest.MonkeyPatch) -> FakeRun:
    """The command makes its runs by the tiny course's fake."""

    @asynccontextmanager
    async def sandboxes(root: Path, jobs: int) -> AsyncIterator[FakeRun]:
        yield tiny.run

    monkeypatch.setattr(check, "sandboxes", sandboxes)
    return tiny.run


def test_a_sound_course(tiny: Checked, fake: FakeRun) -> None:
    result = run("--lessons", tiny.root, "check")
    assert (result.exit_code, result.stdout) == (
        0,
        COUNTS + "\n",
    )
    assert json.loads(run("check", tiny.root, "--json").stdout) == {
        "ok": True,
        "lessons": 1,
        "experiments": 1,
        "questions": {**dict.fromkeys(KINDS, 0), "multiple": 1, "numeric": 1, "predict": 1, "single": 1},
        "exercises": 0,
        "crime_scenes": 0,
        "misconceptions": 1,
        "prompts": {"theory": 0, "practical": 0, "cases": 0},
        "interview_tasks": 0,
        "problems": [],
    }


def test_problems_are_told_with_file_and_line(
    tiny: Checked, fake: FakeRun, monkeypatch: pytest.MonkeyPatch
) -> None:
    tiny.change("recorded.toml", "value = 50.0", "value = 50.1")
    monkeypatch.chdir(tiny.root)
    result = run("check", tiny.root)
    assert result.exit_code == 1
    first, last = result.stdout.splitlines()
    assert first.startswith(
        "u01_first/coin_toss/recorded.toml:9: toss.heads.value is 50.1, but the runs give"
    )
    assert last.endswith(": 1 problems.")
    (problem,) = json.loads(run("check", tiny.root, "--json").stdout)["problems"]
    assert problem["file"] == "u01_first/coin_toss/recorded.toml"
    assert problem["line"] == 9


def test_one_lesson_is_told_by_its_folder(tiny: Checked, fake: FakeRun) -> None:
    tiny.change("course.toml", '["coin-toss"]', '["coin"]')
    assert run("check", tiny.root).exit_code == 1
    fake.asked.clear()
    assert run("check", tiny.folder).exit_code == 0
    assert fake.asked
    assert run("check", tiny.folder, "--record").exit_code == 0


@pytest.mark.parametrize("words", [["/nowhere"], ["/"], ["--seeds", "4"], ["--jobs", "0"], ["--what"]])
def test_bad_usage(words: list[str]) -> None:
    result = run("check", *words)
    assert result.exit_code == 2
    assert "Traceback" not in result.output


def test_a_folder_that_the_course_does_not_list(tiny: Checked, fake: FakeRun) -> None:
    stray = tiny.folder.with_name("stray")
    stray.mkdir()
    result = run("check", stray)
    assert result.exit_code == 2
    assert "lists no lesson stray" in result.stderr


def test_a_broken_course_toml(tiny: Checked, fake: FakeRun) -> None:
    tiny.change("course.toml", 'title = "Tiny"', "title = ")
    result = run("check", tiny.root)
    assert result.exit_code == 1
    assert "course.toml:2: not TOML" in result.stdout


def test_changed_lessons_only(tiny: Checked, fake: FakeRun) -> None:
    def git(*words: str) -> None:
        config = ["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
        subprocess.run(["git", *config, *words], cwd=tiny.root, check=True, capture_output=True)

    course = read_course(tiny.root)
    assert changed(course) is None
    git("init", "-q")
    git("add", ".")
    git("commit", "-qm", "one")
    assert changed(course) is None
    git("commit", "-qm", "two", "--allow-empty")
    assert changed(course) == Changed(frozenset(), frozenset(), frozenset())
    assert run("check", tiny.root, "--changed").exit_code == 0
    assert not fake.asked
    (tiny.folder / "toss.py").write_text((tiny.folder / "toss.py").read_text() + "\n")
    assert changed(course) == Changed(frozenset({"coin-toss"}), frozenset(), frozenset())
    git("commit", "-qam", "three")
    assert changed(course) == Changed(frozenset({"coin-toss"}), frozenset(), frozenset())
    git("commit", "-qm", "four", "--allow-empty")
    (tiny.folder / "new.txt").write_text("")
    assert changed(course) == Changed(frozenset({"coin-toss"}), frozenset(), frozenset())
    for name in ("crimes/torn_groups/scene.py", "interview/practical/own_tree/task_cases.py"):
        (tiny.root / name).parent.mkdir(parents=True)
        (tiny.root / name).write_text("")
    since = changed(course)
    assert since is not None
    assert (since.crimes, since.prompts) == (frozenset({"torn_groups"}), frozenset({"own-tree"}))


def test_the_tiny_course_in_the_real_sandbox(tiny: Checked) -> None:
    (tiny.folder / "recorded.toml").unlink()
    recorded = run("check", tiny.root, "--record", "--jobs", "1")
    assert (recorded.exit_code, recorded.stdout.splitlines()) == (
        0,
        [COUNTS],
    )
    assert (tiny.folder / "recorded.toml").read_text() == RECORDED
    change(tiny.folder / "toss.py", "import numpy", "import warnings\n\nimport numpy")
    change(tiny.folder / "toss.py", "    rng =", '    warnings.warn("old", FutureWarning)\n    rng =')
    change(tiny.folder / "lesson.toml", "heads < tosses", "heads > tosses")
    (claim, warning, _) = run("check", tiny.root, "--jobs", "2").stdout.splitlines()
    assert "toss.py:1: the run warns 'FutureWarning: old'" in warning
    assert "lesson.toml:37: the claim 'heads > tosses' fails on seed 0" in claim
