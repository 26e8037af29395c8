"""`n_jobs` in the real process: joblib's workers are threads there, and nothing warns about it."""

from __future__ import annotations

import pytest

from tests.sandbox.conftest import Play
from tutor.run import Finished, Output, RunRequest
from tutor.sandbox.client import Sandbox

pytestmark = pytest.mark.asyncio(loop_scope="session")

START = """
import threading
from sklearn.datasets import load_iris
X, y = load_iris(return_X_y=True)
started = []
start = threading.Thread.start
def noted(thread):
    started.append(thread.name)
    start(thread)
threading.Thread.start = noted
"""

WORK = {
    "RandomForest": """
from sklearn.ensemble import RandomForestClassifier
model = RandomForestClassifier(8, n_jobs=2, random_state=0).fit(X, y)
print(model.score(X, y) > 0.9)
""",
    "GridSearchCV": """
from sklearn.model_selection import GridSearchCV
from sklearn.tree import DecisionTreeClassifier
search = GridSearchCV(DecisionTreeClassifier(random_state=0), {"max_depth": [1, 2, 3]}, n_jobs=2).fit(X, y)
print(search.best_params_["max_depth"] > 1)
""",
    "cross_val_score": """
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_score
print(cross_val_score(LogisticRegression(max_iter=500), X, y, n_jobs=2).mean() > 0.9)
""",
    "all cores": """
from sklearn.model_selection import learning_curve
from sklearn.naive_bayes import GaussianNB
print(len(learning_curve(GaussianNB(), X, y, shuffle=True, random_state=0, n_jobs=-1)) == 3)
""",
    "processes asked for": """
from joblib import Parallel, delayed, parallel_config
with parallel_config(backend="loky", n_jobs=2):
    print(Parallel()(delayed(abs)(-k) for k in range(20)) == list(range(20)))
""",
}


@pytest.mark.parametrize("work", WORK.values(), ids=WORK)
async def test_n_jobs_works_on_threads(play: Play, work: str) -> None:
    result = await play(f"{START}{work}\nprint(len(started) > 1)")
    assert (result.status, result.stderr) == ("ok", ""), result.error
    assert result.stdout == "True\nTrue\n"


async def test_the_work_is_done_at_the_same_time(play: Play) -> None:
    source = """
import threading
from joblib import Parallel, delayed
both = threading.Barrier(2)
Parallel(n_jobs=2)(delayed(both.wait)(5) for _ in range(2))
print("met")
"""
    assert (await play(source)).stdout == "met\n"


@pytest.mark.parametrize("n_jobs", [None, 1, 2, -1, -2, -100, 1000])
async def test_every_number_of_jobs_is_possible(play: Play, n_jobs: int | None) -> None:
    source = (
        f"from joblib import *\nprint(sum(Parallel(n_jobs={n_jobs})(delayed(abs)(-k) for k in range(50))))"
    )
    assert (await play(source)).stdout == "1225\n"


async def test_parallel_work_inside_parallel_work(play: Play) -> None:
    source = f"""{START}
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import cross_val_score
print(cross_val_score(RandomForestClassifier(5, n_jobs=2, random_state=0), X, y, n_jobs=2).mean() > 0.9)
"""
    assert (await play(source)).stdout == "True\n"


async def test_an_error_in_a_task_is_the_learners_error(play: Play) -> None:
    source = """
from joblib import Parallel, delayed
def task(k):
    return 1 / (k - 3)
Parallel(n_jobs=2)(delayed(task)(k) for k in range(6))
"""
    result = await play(source)
    assert result.error is not None
    assert (result.error.kind, result.error.line) == ("ZeroDivisionError", 5)


async def test_a_parallel_run_can_be_stopped(sandbox: Sandbox) -> None:
    source = (
        "import time\nfrom joblib import Parallel, delayed\nprint('on')\n"
        "Parallel(n_jobs=2)(delayed(time.sleep)(0.05) for _ in range(1000))"
    )
    async for event in sandbox.run(RunRequest(source)):
        if isinstance(event, Output):
            sandbox.stop()
        if isinstance(event, Finished):
            assert event.result.status == "stopped"


async def test_results_do_not_depend_on_n_jobs(play: Play) -> None:
    source = (
        f"{START}from sklearn.ensemble import RandomForestClassifier as F\n"
        "a, b = (F(12, n_jobs=n, random_state=3).fit(X, y).predict_proba(X).tolist() for n in (1, 2))\n"
        "print(a == b)"
    )
    assert (await play(source)).stdout == "True\n"
