"""The walls, level by level: attacks that bite without them and fail behind them."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest
import pytest_asyncio

import tutor
from tests.sandbox.attacks import ATTACKS, Attack
from tutor.course.locate import lessons_root
from tutor.run import RunRequest
from tutor.sandbox.client import Sandbox
from tutor.sandbox.forks import Forks

pytestmark = [
    pytest.mark.asyncio(loop_scope="session"),
    pytest.mark.skipif(sys.platform != "linux", reason="Linux only"),
]
LEVELS = (3, 2, 1)
CANARY = "canary-7f3a"


@dataclass(frozen=True, slots=True)
class Target:
    """What the attacks aim at."""

    folder: Path
    port: int
    victim_pid: int

    def aimed(self, source: str) -> str:
        """The attack with its targets filled in."""
        package = Path(tutor.__file__).parent
        return source.format(
            folder=self.folder,
            canary=self.folder / "canary",
            victim=self.folder / "victim",
            socket=self.folder / "socket",
            lessons=lessons_root(),
            package=package,
            checkout=package.parent,
            app=os.getpid(),
            port=self.port,
            victim_pid=self.victim_pid,
        )


@pytest.fixture(scope="module")
def target(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Target]:
    """A folder open to everybody, listeners, and a process to attack."""
    folder = tmp_path_factory.mktemp("target")
    for parent in (folder, *folder.parents):
        if parent.stat().st_uid == os.geteuid() and "pytest" in parent.as_posix():
            parent.chmod(0o777)
    for name in ("canary", "victim", "neighbour"):
        (folder / name).write_text(CANARY)
        (folder / name).chmod(0o666)
    with (
        socket.create_server(("127.0.0.1", 0)) as tcp,
        socket.socket(socket.AF_UNIX) as local,
        subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as victim,
    ):
        local.bind(str(folder / "socket"))
        local.listen()
        (folder / "socket").chmod(0o777)
        yield Target(folder, tcp.getsockname()[1], victim.pid)
        victim.kill()


@pytest_asyncio.fixture(scope="module", loop_scope="session", params=LEVELS)
async def caged(request: pytest.FixtureRequest) -> AsyncIterator[Sandbox]:
    """A sandbox at exactly this level."""
    made = Sandbox(partial(Forks, request.param))
    await made.start()
    if made.level != request.param:
        await made.close()
        pytest.skip(f"level {request.param} cannot be had here")
    yield made
    await made.close()


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def open_sandbox() -> AsyncIterator[Sandbox]:
    """A sandbox without walls."""
    made = Sandbox(partial(Forks, 0))
    made.allow()
    await made.start()
    yield made
    await made.close()


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)
async def test_an_attack_is_held(caged: Sandbox, target: Target, attack: Attack) -> None:
    if caged.level < attack.level:
        pytest.skip("not held at this level")
    result = await caged.result(RunRequest(target.aimed(attack.source)))
    assert result.error is None or result.error.kind not in ("SyntaxError", "NameError", "AttributeError")
    assert "BIT" not in result.stdout
    assert CANARY not in result.stdout
    assert (await caged.result(RunRequest("print(42)"))).stdout == "42\n"
    assert (target.folder / "victim").read_text() == CANARY


@pytest.mark.parametrize("attack", [each for each in ATTACKS if each.bites], ids=lambda attack: attack.name)
async def test_an_attack_bites_without_walls(open_sandbox: Sandbox, target: Target, attack: Attack) -> None:
    if attack.by_root and os.geteuid() != 0:
        pytest.skip("only root could")
    result = await open_sandbox.result(RunRequest(target.aimed(attack.source)))
    for name in ("victim", "neighbour", "moved", "link", "hard", "pipe", "new", "node"):
        (target.folder / name).unlink(missing_ok=True)
    for name in ("victim", "neighbour"):
        (target.folder / name).write_text(CANARY)
    assert "BIT" in result.stdout, result


SCRATCH = (
    "import os, tempfile\nprint(os.listdir('.'))\nopen('note', 'w').write('x')\nprint(tempfile.gettempdir())"
)


async def test_every_run_has_an_empty_folder_of_its_own_at_the_highest_level(caged: Sandbox) -> None:
    if caged.level < 3:
        pytest.skip("nothing can be written below level 3")
    for _ in range(2):
        assert (await caged.result(RunRequest(SCRATCH))).stdout == "[]\n/scratch/run\n"
    full = await caged.result(RunRequest("open('big', 'wb').write(bytes(100 << 20))"))
    assert full.status == "error"


SCIENCE = """
import warnings
from sklearn.datasets import load_digits, load_iris, make_moons
from sklearn.ensemble import HistGradientBoostingClassifier, RandomForestClassifier
from sklearn.model_selection import GridSearchCV, cross_val_score
from sklearn.svm import SVC
import pandas, scipy.optimize, unittest.mock, decimal, zoneinfo
X, y = load_iris(return_X_y=True)
print(RandomForestClassifier(8, n_jobs=2, random_state=0).fit(X, y).score(X, y) > 0.9)
print(cross_val_score(SVC(), X, y, cv=3, n_jobs=2).mean() > 0.9)
print(GridSearchCV(SVC(), {"C": [1, 10]}, cv=3, n_jobs=2).fit(X, y).best_score_ > 0.9)
print(HistGradientBoostingClassifier(max_iter=5).fit(X, y).score(X, y) > 0.9)
print(len(load_digits().data), pandas.DataFrame(X).shape)
"""


async def test_ordinary_work_goes_on_behind_the_walls(caged: Sandbox) -> None:
    result = await caged.result(RunRequest(SCIENCE))
    assert result.error is None
    assert result.stdout == "True\nTrue\nTrue\nTrue\n1797 (150, 4)\n"


THREADS = """
import threading
stop = threading.Event()
started = []
try:
    for _ in range(2000):
        started.append(threading.Thread(target=stop.wait))
        started[-1].start()
finally:
    stop.set()
    print(len(started) < 2000)
"""


async def test_threads_are_limited(caged: Sandbox) -> None:
    result = await caged.result(RunRequest(THREADS))
    assert result.stdout == "True\n"
    assert result.status == "processes"


async def test_starting_a_process_is_told_plainly(caged: Sandbox) -> None:
    result = await caged.result(RunRequest("import subprocess\nsubprocess.run(['ls'])"))
    assert result.status == "processes"
    assert result.error is not None
    assert "cannot be started here" in result.error.message
