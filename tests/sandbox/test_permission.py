"""Whose code runs where: decided by level and origin, asked for where nothing confines, never silent."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tutor.cli import consent
from tutor.cli.group import cli
from tutor.course.locate import lessons_root, origin_of
from tutor.run import Origin, RunRequest
from tutor.sandbox.client import Sandbox
from tutor.sandbox.forks import Forks
from tutor.sandbox.permission import UNCONFINED, Permission, permitted, refusal, rule

real = pytest.mark.skipif(sys.platform != "linux", reason="Linux only")


@pytest.mark.parametrize(
    ("origin", "by_level"),
    [
        ("learner", ["ask", "granted", "granted", "granted"]),
        ("shipped", ["ask", "granted", "granted", "granted"]),
        ("pack", ["refused", "refused", "granted", "granted"]),
    ],
)
def test_the_decision(origin: Origin, by_level: list[Permission]) -> None:
    assert [permitted(level, origin) for level in range(4)] == by_level


def test_the_rule_in_words() -> None:
    assert "after a yes" in rule(0)
    assert "after a yes" not in rule(1)
    assert ["refused" in rule(level) for level in range(4)] == [True, True, False, False]


def test_only_what_is_granted_is_not_refused() -> None:
    assert refusal("granted", 3) is None
    refused = refusal("refused", 1)
    assert refused is not None
    assert "the level is 1" in refused.message


def test_a_course_is_shipped_or_a_pack(tmp_path: Path) -> None:
    assert origin_of(lessons_root() / "u01" / "a" / "a.py") == "shipped"
    assert origin_of(tmp_path / "u01" / "a" / "a.py") == "pack"


def saying(level: int) -> Forks:
    """Processes that take themselves for confined this far only."""
    forks = Forks()
    start = forks.start

    async def begin() -> None:
        await start()
        forks.level = level

    forks.start = begin  # type: ignore[method-assign]
    return forks


@real
async def test_without_walls_nothing_runs_before_a_yes() -> None:
    sandbox = Sandbox(partial(saying, 0))
    refused = await sandbox.result(RunRequest("print(1)"))
    assert refused.status == "error"
    assert refused.error is not None
    assert refused.error.kind == UNCONFINED
    assert refused.stdout == ""
    sandbox.allow()
    assert (await sandbox.result(RunRequest("print(1)"))).stdout == "1\n"
    pack = await sandbox.result(RunRequest("print(1)", origin="pack"))
    assert pack.error is not None
    assert pack.error.kind == "refused"
    await sandbox.close()


@real
async def test_a_session_gives_strangers_no_way_in() -> None:
    sandbox = Sandbox(partial(saying, 1))
    assert (await sandbox.result(RunRequest("print(1)", session="s"))).stdout == "1\n"
    pack = await sandbox.result(RunRequest("print(2)", session="s", origin="pack"))
    assert (pack.status, pack.stdout) == ("error", "")
    await sandbox.close()


def at_level(level: int, monkeypatch: pytest.MonkeyPatch, *args: object) -> Result:
    """A command on a machine that reaches this level only, without a terminal."""
    monkeypatch.setattr(consent, "Sandbox", partial(Sandbox, partial(saying, level)))
    return CliRunner().invoke(cli, [str(arg) for arg in args])


@real
def test_a_pack_is_refused_in_one_line_where_files_are_in_reach(
    course: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for command in (["run", "lines"], ["run", "lines", "--sweep", "rise=1:3:3"], ["check"]):
        done = at_level(1, monkeypatch, "--lessons", course, *command)
        assert done.exit_code == 1
        assert done.stdout == ""
        assert done.stderr.count("\n") == 1
        assert "does not come with mltutor" in done.stderr
    file = tmp_path / "own.py"
    file.write_text("print('mine')")
    assert at_level(1, monkeypatch, "run", file).stdout == "mine\n"


@real
def test_the_environment_says_yes_where_nobody_can_be_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "own.py"
    file.write_text("print('mine')")
    monkeypatch.delenv(consent.VARIABLE, raising=False)
    for command in (["run", file], ["sandbox"]):
        done = at_level(0, monkeypatch, *command)
        assert (done.exit_code, done.stdout, done.stderr.count("\n")) == (1, "", 1)
        assert consent.VARIABLE in done.stderr
    monkeypatch.setenv(consent.VARIABLE, "yes")
    assert at_level(0, monkeypatch, "run", file).stdout == "mine\n"
