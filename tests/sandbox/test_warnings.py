"""Warnings: each once, in one line, with the learner's line and advice."""

from __future__ import annotations

import pytest

from tests.sandbox.conftest import Play
from tutor.run import RunRequest
from tutor.sandbox.client import Sandbox

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_a_warning_is_one_line_with_advice_below(play: Play) -> None:
    result = await play(
        "from sklearn.datasets import load_wine\nfrom sklearn.linear_model import LogisticRegression\n"
        "from sklearn.model_selection import cross_val_score\n"
        "X, y = load_wine(return_X_y=True)\n"
        "cross_val_score(LogisticRegression(max_iter=5), X, y);"
    )
    warning, hint = result.stderr.splitlines()
    assert warning.startswith("line 5: ConvergenceWarning: lbfgs failed to converge after 5 iteration")
    assert "http" not in warning
    assert hint.startswith("  → ")
    assert "(lesson scaling-and-outliers)" in hint


async def test_different_warnings_stay_apart(play: Play) -> None:
    result = await play(
        "import warnings\n"
        "for number in range(5):\n"
        "    warnings.warn(f'number {number}')\n"
        "    warnings.warn('other')\n"
        "warnings.warn('other')\n"
    )
    assert result.stderr.splitlines() == [
        "line 3: UserWarning: number 0",
        "line 4: UserWarning: other",
        "line 5: UserWarning: other",
    ]


async def test_future_warnings_of_an_experiment_are_seen(sandbox: Sandbox) -> None:
    source = (
        "from sklearn.linear_model import LogisticRegression\n"
        "from tutor.sandbox.displays import Result\n"
        "def run(*, seed):\n"
        "    model = LogisticRegression(penalty='l2').fit([[0.0], [1]], [0, 1])\n"
        "    return Result({'score': model.score([[0.0]], [0])})\n"
    )
    result = await sandbox.result(RunRequest(source, "penalty.py", "run", seed=0))
    assert result.status == "ok"
    assert "line 4: FutureWarning: 'penalty' was deprecated" in result.stderr
    assert "l1_ratio=1 is L1" in result.stderr


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("import numpy as np\nnp.log(np.zeros(2)).sum()", "np.isfinite"),
        ("import numpy as np\nnp.exp(np.array([1e4])).sum()", "smaller steps"),
        ("import numpy as np\nnp.array([]).mean()", "nothing to average"),
        ("from sklearn.metrics import precision_score as p\np([1, 1], [0, 0])", "confusion matrix"),
        ("from sklearn.metrics import roc_auc_score as r\nr([1, 1], [0, 0.5])", "nothing to rank"),
        ("from sklearn.metrics import r2_score\nr2_score([1], [1])", "two samples"),
        ("from sklearn.cluster import KMeans\nKMeans(2).fit([[1], [1], [1]])", "different points"),
        (
            "from sklearn.svm import SVC\nSVC(probability=True).fit([[1], [2]] * 5, [0, 1] * 5)",
            "CalibratedClass",
        ),
        (
            "from sklearn.neighbors import KNeighborsClassifier as K\nK(1).fit([[1], [2]], [[0], [1]])",
            "y.ravel()",
        ),
        (
            "import pandas as pd\nfrom sklearn.svm import SVC\n"
            "SVC().fit(pd.DataFrame({'a': [1, 2]}), [0, 1]).predict([[1]])",
            "data frame both times",
        ),
        (
            "from sklearn.model_selection import StratifiedKFold as S\n"
            "list(S(3).split([[1]] * 5, [0, 1, 1, 1, 0]))",
            "fewer folds",
        ),
        (
            "from sklearn.preprocessing import OneHotEncoder as O\n"
            "O(handle_unknown='warn').fit([['a']]).transform([['b']])",
            "all zeros|most frequent",
        ),
        (
            "from sklearn.model_selection import GridSearchCV\nfrom sklearn.svm import SVC\n"
            "GridSearchCV(SVC(), {'C': [-1, 1]}, cv=2).fit([[1], [2]] * 4, [0, 1] * 4)",
            'error_score="raise"',
        ),
    ],
)
async def test_common_warnings_are_explained(play: Play, source: str, said: str) -> None:
    result = await play(source)
    assert result.status == "ok", result.error
    assert any(part in result.stderr for part in said.split("|")), result.stderr
