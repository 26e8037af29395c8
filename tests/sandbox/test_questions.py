"""Questions that a run judges, in the real process; and our own searches against scikit-learn."""

from __future__ import annotations

import pytest

from tests.course.test_draws import CENTROIDS, SPLIT
from tutor.course.draws import points
from tutor.course.partition import best_centres, best_split, inertia
from tutor.course.question import Blank
from tutor.grading import Filled, Grade, grade
from tutor.grading.blank import trial
from tutor.grading.evidence import evidence
from tutor.run import RunRequest
from tutor.sandbox.client import Sandbox

pytestmark = pytest.mark.asyncio(loop_scope="session")

SCALER = Blank(
    id="b",
    stem="?",
    explain="!",
    code="""
import numpy as np
from sklearn.preprocessing import StandardScaler
X_train, X_test = np.array([[1.0], [3.0]]), np.array([[5.0]])
scaler = StandardScaler().fit(X_train)
print("scaled", scaler)
X_test = scaler.___(X_test)
""",
    accepts=(("transform",),),
    probes={"test": "X_test[0, 0]", "mean": "scaler.mean_[0]", "rows": "len(X_test)"},
)


async def judged(sandbox: Sandbox, fill: str) -> Grade:
    """The grade of a fill by a real run."""
    result = await sandbox.result(trial(SCALER, (fill,)))
    return grade(SCALER, Filled((fill,)), {}, evidence(result))


async def test_a_fill_that_does_the_same_is_right(sandbox: Sandbox) -> None:
    assert (await judged(sandbox, "fit(X_train).transform")).right


@pytest.mark.parametrize(
    ("fill", "words"),
    [
        ("fit_transform", "`X_test[0, 0]` is 0; it should be 3."),
        ("transfrom", "AttributeError"),
        ("transform if 1/0 else None or", "ZeroDivisionError"),
        ("transform(X_test) * float('nan') or print", "the code fails"),
        ("__class__.__init__ and exit", "the code fails"),
    ],
)
async def test_a_fill_that_does_something_else_is_wrong_and_says_how(
    sandbox: Sandbox, fill: str, words: str
) -> None:
    result = await judged(sandbox, fill)
    assert not result.right
    assert words in result.feedback[-1].text


TREE = """
from sklearn.cluster import KMeans
from sklearn.tree import DecisionTreeClassifier
from tutor.sandbox.displays import Result

def run(*, seed):
    split = DecisionTreeClassifier(max_depth=1, random_state=seed).fit({points}, {groups}).tree_
    sides = sum(split.n_node_samples[i] / split.n_node_samples[0] * split.impurity[i] for i in (1, 2))
    clusters = KMeans(n_clusters=3, n_init=20, random_state=seed).fit({others})
    return Result(metrics=dict(gain=split.impurity[0] - sides, inertia=clusters.inertia_))
"""


async def test_our_searches_find_what_scikit_learn_finds(sandbox: Sandbox) -> None:
    for draw in range(5):
        drawn, others = points(SPLIT, draw), points(CENTROIDS, draw)
        source = TREE.format(
            points=[(each.x, each.y) for each in drawn],
            groups=[each.group for each in drawn],
            others=[(each.x, each.y) for each in others],
        )
        result = await sandbox.result(RunRequest(source, entry="run", seed=0))
        assert result.metrics["gain"] == pytest.approx(best_split(SPLIT, drawn)[2])
        ours = inertia(others, best_centres(CENTROIDS, others, draw))
        assert result.metrics["inertia"] == pytest.approx(ours, rel=1e-6)
