"""scikit-learn's own callbacks report to the run's bar."""

from __future__ import annotations

import pytest

from tests.sandbox.conftest import Play
from tutor.run import Finished, Progress, RunRequest
from tutor.sandbox.client import Sandbox

pytestmark = pytest.mark.asyncio(loop_scope="session")

SEARCH = """
from sklearn.callback import ProgressBar
from sklearn.datasets import load_iris
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GridSearchCV
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

X, y = load_iris(return_X_y=True)
model = make_pipeline(StandardScaler(), LogisticRegression())
search = GridSearchCV(model, {"logisticregression__C": [0.1, 1, 10]}, n_jobs=2)
search.set_callbacks(ProgressBar())
search.fit(X, y)
print(search.best_params_)
"""


async def test_the_progress_bar_is_the_runs_bar(sandbox: Sandbox) -> None:
    events = [event async for event in sandbox.run(RunRequest(SEARCH))]
    end = events[-1]
    assert isinstance(end, Finished)
    assert end.result.status == "ok", end.result.error
    assert end.result.stdout == "{'logisticregression__C': 10}\n"
    bars = [event for event in events if isinstance(event, Progress)]
    assert bars[-1].done == bars[-1].total > 0
    assert "GridSearchCV" in bars[-1].note
    assert [bar.done / bar.total for bar in bars] == sorted(bar.done / bar.total for bar in bars)


async def test_a_scoring_monitor_keeps_its_log(play: Play) -> None:
    result = await play(
        "from sklearn.callback import ScoringMonitor\n"
        "from sklearn.datasets import load_iris\n"
        "from sklearn.linear_model import LogisticRegression\n"
        "monitor = ScoringMonitor(scoring='accuracy')\n"
        "model = LogisticRegression().set_callbacks(monitor)\n"
        "model.fit(*load_iris(return_X_y=True))\n"
        "print(len(monitor.get_logs().data) > 0)"
    )
    assert result.stdout == "True\n", result.error
