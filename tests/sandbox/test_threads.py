"""`n_jobs` in the real process: joblib's workers are threads there, and nothing warns about it."""

from __future__ import annotations

import pytest

from tests.sandbox.conftest import Play

pytestmark = pytest.mark.asyncio(loop_scope="session")

START = """
import threading
from sklearn.datasets import load_iris
X, y = load_iris(return_X_y=True)
names = set()
start = threading.Thread.start
def noted(thread):
    names.add(type(thread).__name__)
    start(thread)
threading.Thread.start = noted
"""


@pytest.mark.parametrize(
    "work",
    [
        "from sklearn.ensemble import RandomForestClassifier as F\n"
        "print(F(8, n_jobs=2, random_state=0).fit(X, y).score(X, y) > 0.9)",
        "from sklearn.model_selection import GridSearchCV\nfrom sklearn.tree import DecisionTreeClassifier as T\n"
        "search = GridSearchCV(T(random_state=0), {'max_depth': [1, 2, 3]}, n_jobs=2).fit(X, y)\n"
        "print(search.best_params_['max_depth'] > 1)",
        "from sklearn.model_selection import cross_val_score\nfrom sklearn.linear_model import LogisticRegression\n"
        "print(cross_val_score(LogisticRegression(max_iter=500), X, y, n_jobs=2).mean() > 0.9)",
        "from sklearn.model_selection import learning_curve\nfrom sklearn.naive_bayes import GaussianNB\n"
        "print(len(learning_curve(GaussianNB(), X, y, shuffle=True, random_state=0, n_jobs=-1)) == 3)",
    ],
    ids=["RandomForest", "GridSearchCV", "cross_val_score", "learning_curve"],
)
async def test_n_jobs_works_on_threads(play: Play, work: str) -> None:
    result = await play(f"{START}{work}\nprint(bool(names))")
    assert (result.status, result.stderr) == ("ok", ""), result.error
    assert result.stdout == "True\nTrue\n"


async def test_results_do_not_depend_on_n_jobs(play: Play) -> None:
    source = (
        f"{START}from sklearn.ensemble import RandomForestClassifier as F\n"
        "a, b = (F(12, n_jobs=n, random_state=3).fit(X, y).predict_proba(X).tolist() for n in (1, 2))\n"
        "print(a == b)"
    )
    assert (await play(source)).stdout == "True\n"
