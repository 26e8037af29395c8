"""Completion: what jedi tells from its confined process, and that nothing it does can trouble the tutor."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from tests.sandbox.test_lifetime import all_gone, descendants
from tutor.sandbox.completion import answers, client
from tutor.sandbox.completion.answers import Completion
from tutor.sandbox.completion.client import Completer

pytestmark = [
    pytest.mark.asyncio(loop_scope="session"),
    pytest.mark.skipif(sys.platform != "linux", reason="reads /proc"),
]

SOURCE = """\
from sklearn.tree import DecisionTreeClassifier
from tutor.sandbox.displays import Result

tree = DecisionTreeClassifier(random_state=0).fit([[0], [1]], [0, 1])
"""
PARENT = """
import asyncio
from tutor.sandbox.completion.client import Completer

async def main():
    completer = Completer()
    while not await completer.complete("pri", 1, 3):
        pass
    print("answered", flush=True)
    await completer.complete("import pandas as pd\\npd.DataFrame().", 2, 15)
    await asyncio.sleep(60)

asyncio.run(main())
"""


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A busy machine is no reason to fail."""
    monkeypatch.setattr(client, "LATE_S", 60.0)
    monkeypatch.setattr(client, "STUCK_S", 60.0)


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def completer() -> AsyncIterator[Completer]:
    """One process for most tests."""
    made = Completer()
    yield made
    await made.close()


def place(source: str) -> tuple[str, int, int]:
    """The source with its end as the place asked about."""
    lines = source.split("\n")
    return source, len(lines), len(lines[-1])


def names(found: tuple[Completion, ...]) -> set[str]:
    return {each.name for each in found}


async def test_a_fitted_estimators_methods_come_with_their_parameters(completer: Completer) -> None:
    found = await completer.complete(*place(SOURCE + "tree.pred"))
    assert names(found) == {"predict", "predict_log_proba", "predict_proba"}
    assert Completion("predict", "function", "(X, check_input=True)") in found


async def test_names_of_the_course_and_of_packages_are_known(completer: Completer) -> None:
    assert "metrics=" in names(await completer.complete(*place(SOURCE + "Result(met")))
    assert names(await completer.complete(*place("import skl"))) == {"sklearn"}
    assert "LogisticRegression" in names(
        await completer.complete(*place("from sklearn.linear_model import Logis"))
    )


async def test_a_call_shows_its_signature_and_where_the_cursor_is(completer: Completer) -> None:
    found = await completer.signature(*place(SOURCE + "DecisionTreeClassifier(max_depth="))
    assert found is not None
    assert found.name == "DecisionTreeClassifier"
    assert found.params[:2] == ("*", 'criterion="gini"')
    assert found.current is not None
    assert found.params[found.current] == "max_depth=None"
    assert await completer.signature(*place(SOURCE)) is None


async def test_docs_of_a_name_and_of_the_call_around_the_cursor(completer: Completer) -> None:
    docs = await completer.docs(*place(SOURCE + "tree.predict"))
    assert docs.startswith("predict(X, check_input=True)\n\n")
    assert "Predict class" in docs
    assert "decision tree" in await completer.docs(*place(SOURCE + "DecisionTreeClassifier("))
    assert await completer.docs(*place("nothing_known")) == ""


@pytest.mark.parametrize("source", ["\0", "\ud800x.", "(" * 3000 + "x.", "def f(:\n x", "", "'''"])
async def test_hostile_source_gets_an_answer_or_nothing(completer: Completer, source: str) -> None:
    await completer.complete(*place(source))
    assert await completer.complete(source, 99, 99) == ()
    assert names(await completer.complete(*place("prin"))) == {"print"}


async def test_nothing_outside_the_packages_is_read(completer: Completer, tmp_path: Path) -> None:
    (tmp_path / "secret.py").write_text("token = 1\n", encoding="utf-8")
    reach = f"import sys\nsys.path.append({str(tmp_path)!r})\nimport secret\nsecret.to"
    await completer.complete("", 1, 0)
    if not completer.level or completer.level < 2:
        pytest.skip("no confinement of files here")
    assert await completer.complete(*place(reach)) == ()
    assert await completer.complete(*place("from tutor.cli import ")) == ()


async def test_nothing_is_executed(tmp_path: Path) -> None:
    mark = tmp_path / "mark"
    open_process = Completer(highest=0)
    source = f"import pathlib\nplace = pathlib.Path({str(mark)!r})\nplace.touch()\nplace.tou"
    assert names(await open_process.complete(*place(source))) == {"touch"}
    assert not mark.exists()
    await open_process.close()


async def test_of_several_questions_the_latest_is_answered(completer: Completer) -> None:
    first, second, third, other = await asyncio.gather(
        completer.complete(*place("prin")),
        completer.complete(*place("sor")),
        completer.complete(*place("enumer")),
        completer.signature(*place("print(")),
    )
    assert (first, second) == ((), ())
    assert names(third) == {"enumerate"}
    assert other is not None


async def test_an_answer_under_way_is_dropped_when_something_newer_is_asked(completer: Completer) -> None:
    await completer.start()
    older = asyncio.create_task(completer.complete(*place("prin")))
    for _ in range(3):
        await asyncio.sleep(0)
    assert names(await completer.complete(*place("enumer"))) == {"enumerate"}
    assert await older == ()


async def test_a_caller_that_is_gone_leaves_no_answer_to_others(completer: Completer) -> None:
    gone = asyncio.create_task(completer.complete(*place(SOURCE + "tree.")))
    for _ in range(3):
        await asyncio.sleep(0)
    gone.cancel()
    assert names(await completer.complete(*place("enumer"))) == {"enumerate"}


async def test_a_source_that_is_too_long_is_not_read() -> None:
    fresh = Completer()
    assert await fresh.complete("x" * (answers.LONGEST_SOURCE + 1), 1, 1) == ()
    assert fresh.level is None


async def test_a_killed_process_is_replaced() -> None:
    before = descendants(os.getpid())
    completer = Completer()
    assert names(await completer.complete(*place("prin"))) == {"print"}
    for pid in descendants(os.getpid()) - before:
        os.kill(pid, signal.SIGKILL)
    assert await completer.complete(*place("prin")) == ()
    assert names(await completer.complete(*place("prin"))) == {"print"}
    await completer.close()
    assert descendants(os.getpid()) <= before
    assert await completer.complete(*place("prin")) == ()


async def test_a_stuck_process_is_killed_and_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    before = descendants(os.getpid())
    completer = Completer()
    assert names(await completer.complete(*place("prin"))) == {"print"}
    monkeypatch.setattr(client, "STUCK_S", 0.0)
    assert await completer.complete(*place("prin")) == ()
    assert descendants(os.getpid()) <= before
    monkeypatch.setattr(client, "STUCK_S", 60.0)
    assert names(await completer.complete(*place("prin"))) == {"print"}
    await completer.close()


async def test_a_late_answer_is_nothing(completer: Completer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client, "LATE_S", 0.0)
    assert await completer.complete(*place("prin")) == ()


async def test_where_no_process_can_start_there_is_calmly_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nonexistent/python")
    completer = Completer()
    for _ in range(client.TRIES + 1):
        assert await completer.complete(*place("prin")) == ()
    monkeypatch.undo()
    assert await completer.complete(*place("prin")) == (), "it has given up"


async def test_a_killed_tutor_leaves_no_process() -> None:
    app = subprocess.Popen([sys.executable, "-c", PARENT], stdout=subprocess.PIPE)  # noqa: ASYNC220
    assert app.stdout is not None
    assert app.stdout.readline() == b"answered\n"
    pidfds = [os.pidfd_open(pid) for pid in descendants(app.pid)]
    assert pidfds
    app.kill()
    assert all_gone(pidfds, 20)
    app.wait()
    app.stdout.close()
    for pidfd in pidfds:
        os.close(pidfd)
