"""A sweep on a Dask cluster of two local workers, and every reason why there is none."""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.course.build import build
from tutor.run import RunRequest
from tutor.sandbox.cluster import ClusterError, run_on_cluster

DASK = importlib.util.find_spec("distributed") is not None
needs_dask = pytest.mark.skipif(not DASK, reason="Dask is not installed: pip install 'mltutor[cluster]'")

CLUSTER = """
import sys
from distributed import LocalCluster
if __name__ == "__main__":
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
        print(cluster.scheduler_address, flush=True)
        sys.stdin.read()
"""

WHO = """
import os, time
class Result:
    def __init__(self, metrics):
        self.metrics = metrics
def run(*, k, seed):
    time.sleep(0.2)
    if k < 0:
        raise ValueError("k is \\x1b[31mnegative")
    return Result({"k": k, "seed": seed, "pid": os.getpid()})
"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a scheduler with two workers."""
    file = tmp_path_factory.mktemp("cluster") / "cluster.py"
    file.write_text(CLUSTER)
    cluster = subprocess.Popen(
        [sys.executable, str(file)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert cluster.stdout is not None
    yield cluster.stdout.readline().strip()
    cluster.communicate()


def mltutor(*args: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """The command run to its end."""
    return subprocess.run(
        [sys.executable, "-m", "tutor", *args],
        capture_output=True,
        text=True,
        env={**os.environ, **environment},
    )


def requests(*values: int, source: str = WHO) -> list[RunRequest]:
    """Runs of the same experiment."""
    return [RunRequest(source, "who.py", "run", {"k": value}, seed=4, origin="shipped") for value in values]


@needs_dask
def test_the_runs_are_shared_out_and_come_back_in_order(address: str) -> None:
    results = run_on_cluster(address, requests(*range(8)))
    assert [result.metrics["k"] for result in results] == list(range(8))
    assert {result.metrics["seed"] for result in results} == {4}
    assert len({result.metrics["pid"] for result in results}) == 2
    assert all(result.status == "ok" and result.elapsed_s >= 0.2 for result in results)


@needs_dask
def test_a_run_that_fails_is_told_with_its_line(address: str) -> None:
    good, bad = run_on_cluster(address, requests(1, -1))
    assert (good.status, bad.status) == ("ok", "error")
    assert bad.error is not None
    assert (bad.error.kind, bad.error.line) == ("ValueError", 9)
    assert bad.error.message == "k is \ufffd[31mnegative"


@needs_dask
def test_a_lesson_that_comes_with_mltutor_is_swept_as_in_the_sandbox(address: str) -> None:
    args = ["run", "tree-pruning", "--sweep", "noise=0.1:0.5:3", "--json"]
    there, here = mltutor(*args, "--cluster", address), mltutor(*args)
    assert there.returncode == here.returncode == 0, there.stderr
    assert json.loads(there.stdout)["metrics"] == json.loads(here.stdout)["metrics"]
    assert json.loads(there.stdout)["figures"] == json.loads(here.stdout)["figures"]


@needs_dask
@pytest.mark.parametrize("wrong", ["tcp://127.0.0.1:9", "nonsense://x"])
def test_a_cluster_that_does_not_answer_is_one_clear_line(wrong: str) -> None:
    done = mltutor("run", "tree-pruning", "--sweep", "noise=0.1:0.5:2", "--cluster", wrong)
    assert done.returncode == 1
    assert f"mltutor: The cluster at {wrong} failed" in done.stderr
    assert done.stderr.count("\n") == 1


@needs_dask
def test_a_result_that_is_no_number_is_refused(address: str) -> None:
    source = WHO.replace('"k": k', '"k": "word"')
    with pytest.raises(ClusterError, match="gave no results"):
        run_on_cluster(address, requests(1, source=source))


def test_only_what_comes_with_mltutor_leaves_the_sandbox(tmp_path: Path) -> None:
    build(tmp_path)
    args = [
        "--lessons",
        str(tmp_path),
        "run",
        "coin-toss",
        "--sweep",
        "tosses=10:20:2",
        "--cluster",
        "tcp://x:1",
    ]
    done = mltutor(*args)
    assert (done.returncode, done.stdout) == (2, "")
    assert "come with mltutor only" in done.stderr


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["tree-pruning"], "add --sweep"),
        (["mine.py"], "not your own files"),
        (["mine.py", "--sweep", "noise=0.1:0.5:2"], "not your own files"),
    ],
)
def test_bad_usage_is_one_clear_line(args: list[str], words: str) -> None:
    done = mltutor("run", *args, "--cluster", "tcp://127.0.0.1:1")
    assert (done.returncode, done.stdout) == (2, "")
    assert words in done.stderr
    assert done.stderr.count("\n") == 1


def test_without_dask_it_says_how_to_get_it(tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text("import sys\nsys.modules['distributed'] = None\n")
    done = mltutor(
        "run",
        "tree-pruning",
        "--sweep",
        "noise=0.1:0.5:2",
        "--cluster",
        "tcp://127.0.0.1:1",
        PYTHONPATH=str(tmp_path),
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert "pip install 'mltutor[cluster]'" in done.stderr
