"""The built wheel carries the course and works where nothing but its dependencies is installed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", str(folder), str(ROOT)],
        check=True,
    )
    (built,) = folder.glob("mltutor-*.whl")
    return built


def test_the_wheel_holds_every_lesson_file(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        held = set(archive.namelist())
    lessons = [p for p in (ROOT / "lessons").rglob("*") if p.is_file() and "__pycache__" not in p.parts]
    assert lessons
    assert {f"tutor/lessons/{path.relative_to(ROOT / 'lessons').as_posix()}" for path in lessons} <= held


def test_it_lists_and_runs_lessons_in_an_environment_of_its_own(wheel: Path, tmp_path: Path) -> None:
    home = tmp_path / "venv"
    venv.create(home, with_pip=True)
    python = home / "bin" / "python"
    subprocess.run([python, "-m", "pip", "install", "-q", "--no-deps", str(wheel)], check=True)
    # The dependencies come from this environment: a plain path entry leaves its editable installs behind.
    site = next((home / "lib").glob("python*/site-packages"))
    (site / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n")
    env = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "MLTUTOR_HOME": str(tmp_path / "mltutor")}

    def mltutor(*words: str) -> str:
        done = subprocess.run(
            [home / "bin" / "mltutor", *words],
            cwd=tmp_path,
            env=env,
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout

    lessons = json.loads(mltutor("list", "--json"))
    assert sum(lesson["status"] == "written" for lesson in lessons) >= 12
    assert json.loads(mltutor("run", "tree-pruning", "--json"))["status"] == "ok"
    place = subprocess.run(
        [python, "-c", "import tutor; print(tutor.__file__)"],
        cwd=tmp_path,
        env=env,
        capture_output=True,
        text=True,
    )
    assert place.stdout.startswith(str(home))
