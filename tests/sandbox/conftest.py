"""One warm sandbox for all tests of the real process."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import TypeAlias

import pytest
import pytest_asyncio

from tutor.run import Limits, RunRequest, RunResult
from tutor.sandbox.client import Sandbox

Play: TypeAlias = Callable[..., Awaitable[RunResult]]


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def sandbox() -> AsyncIterator[Sandbox]:
    """A started sandbox with the platform's own source of processes."""
    made = Sandbox()
    await made.start()
    yield made
    await made.close()


@pytest.fixture
def play(sandbox: Sandbox) -> Play:
    """Runs source text and gives the result."""

    async def run(
        source: str, *, session: str | None = None, seed: int | None = None, **limits: float
    ) -> RunResult:
        bounds = Limits(**limits)  # type: ignore[arg-type]
        return await sandbox.result(RunRequest(source, session=session, seed=seed, limits=bounds))

    return run


@pytest.fixture(scope="session")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course of one lesson with one experiment."""
    root = tmp_path_factory.mktemp("course")
    folder = root / "u01_start" / "lines"
    folder.mkdir(parents=True)
    (root / "course.toml").write_text(
        'format_version = 1\ntitle = "Course"\n[[units]]\nid = "u01"\ntitle = "Start"\n'
        '[[units.lessons]]\nid = "lines"\ntitle = "Lines"\nstatus = "written"\n'
    )
    (folder / "lesson.toml").write_text(
        'format_version = 1\nid = "lines"\ntitle = "Lines"\nminutes = 5\nobjectives = ["See"]\n'
        'requires = []\nhelpful = []\n[[experiments]]\nid = "slope"\ntitle = "A slope"\nbudget_s = 1.0\n'
        '[[experiments.params]]\nname = "rise"\nlabel = "rise"\nhelp = "of the line"\ndefault = 2\nlow = 1\n'
        'high = 9\nstep = 1\n[[experiments.settings]]\nid = "steep"\nparams = { rise = 9 }\n'
        '[[experiments.claims]]\nsays = "It rises"\ntest = "top > 0"\n'
    )
    (folder / "lesson.md").write_text(
        "## Start\n\nText.\n\n```experiment slope\nLook.\n```\n\n```recap\n- Done\n```\n"
    )
    (folder / "slope.py").write_text(
        '"""A line."""\nfrom tutor.sandbox.displays import Result, lines\n\n'
        "def run(*, rise: int, seed: int) -> Result:\n"
        '    figure = lines([0, 1], {"y": [0, rise]}, title="Slope", alt=f"Up to {rise}.")\n'
        '    return Result(metrics={"top": rise, "seed": seed}, figures=[figure])\n'
    )
    (folder / "recorded.toml").write_text("format_version = 1\n")
    return root
