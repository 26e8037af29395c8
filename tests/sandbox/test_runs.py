"""Runs in the real process: results, errors, streams, sessions."""

from __future__ import annotations

import math
import re

import pytest

from tests.sandbox.conftest import Play
from tutor.run import Finished, Output, Progress, RunRequest, Shown, Started
from tutor.sandbox.client import Sandbox

pytestmark = pytest.mark.asyncio(loop_scope="session")

EXPERIMENT = """
from sklearn.datasets import make_moons
from sklearn.tree import DecisionTreeClassifier
from tutor.sandbox.displays import Result, decision_boundary, progress

def run(*, depth: int, seed: int) -> Result:
    X, y = make_moons(100, noise=0.2, random_state=seed)
    for _ in progress(range(3), note="fits"):
        model = DecisionTreeClassifier(max_depth=depth, random_state=seed).fit(X, y)
    figure = decision_boundary(model, X, y, title="Moons")
    return Result(metrics={"train": model.score(X, y), "leaves": model.get_n_leaves()}, figures=[figure])
"""


async def test_an_experiment_gives_metrics_and_figures(sandbox: Sandbox) -> None:
    request = RunRequest(EXPERIMENT, "moons.py", "run", {"depth": 2}, seed=0)
    events = [event async for event in sandbox.run(request)]
    assert isinstance(events[0], Started)
    assert Progress(3.0, 3.0, "fits") in events
    assert any(isinstance(event, Shown) for event in events)
    assert isinstance(events[-1], Finished)
    result = events[-1].result
    assert result.status == "ok"
    assert result.metrics["leaves"] == 4
    assert [figure.title for figure in result.figures] == ["Moons"]
    assert 0 < result.elapsed_s < 10


async def test_the_same_seed_gives_the_same_numbers(play: Play) -> None:
    source = (
        "import random, numpy as np; print(random.random(), np.random.rand(), hash('a'), {'a', 'b', 'c'})"
    )
    first, second, other = [await play(source, seed=seed) for seed in (7, 7, 8)]
    assert first.stdout == second.stdout != other.stdout


async def test_without_a_seed_every_run_differs(play: Play) -> None:
    source = "import numpy as np; print(np.random.rand())"
    assert (await play(source)).stdout != (await play(source)).stdout


async def test_output_streams_while_the_code_runs(sandbox: Sandbox) -> None:
    source = "import sys\nprint('first')\nprint('oops', file=sys.stderr)\nwhile True: pass"
    seen = ""
    async for event in sandbox.run(RunRequest(source)):
        if isinstance(event, Output):
            seen += event.text
            if "first" in seen and "oops" in seen:
                sandbox.stop()
                sandbox.stop()
    assert seen == "first\noops\n" or seen == "oops\nfirst\n"


async def test_output_is_sanitised_whole_and_in_order(play: Play) -> None:
    result = await play(
        "import sys, os\nprint('a\\x1b[31mb\\r\\nc')\nprint('é' * 3)\nos.write(1, b'\\xff\\n');"
    )
    assert result.stdout == "a\ufffd[31mb\nc\nééé\n\ufffd\n"


async def test_an_exception_names_the_learners_line(play: Play) -> None:
    source = (
        "from sklearn.svm import SVC\n\ndef fit():\n    SVC().fit([[1], [float('nan')]], [0, 1])\n\nfit()\n"
    )
    result = await play(source)
    assert result.status == "error"
    assert result.error is not None
    assert (result.error.kind, result.error.line) == ("ValueError", 4)
    assert "NaN" in result.error.message
    lines = result.error.traceback.splitlines()
    assert lines[0] == "  line 6, in <module>"
    assert lines[3].strip().startswith("SVC().fit")
    assert re.fullmatch(r"  … \d+ frames in scikit-learn, down to sklearn/.*", lines[4])
    assert "SimpleImputer" in result.error.hint


@pytest.mark.parametrize(
    ("source", "kind", "line"),
    [
        ("x = 1\nx = (", "SyntaxError", 2),
        ("x = 1\ny = x / 0", "ZeroDivisionError", 2),
        ("def f(): return f()\nf()", "RecursionError", 1),
        ("raise SystemExit(3)", "SystemExit", 1),
        ("class E(Exception):\n    def __str__(self): raise ValueError\nraise E", "E", 3),
        ("a = 1\x00", "SyntaxError", None),
        ("print('\ud800')", "UnicodeEncodeError", None),
        ("input()", "EOFError", 1),
        ("{}['a']", "KeyError", 1),
    ],
    ids=lambda value: str(value)[:12].encode("ascii", "replace").decode(),
)
async def test_errors_are_told(play: Play, source: str, kind: str, line: int | None) -> None:
    result = await play(source)
    assert result.status == "error"
    assert result.error is not None
    assert (
        result.error.kind.replace("ValueError", "SyntaxError") if "\x00" in source else result.error.kind
    ) == kind
    assert line is None or result.error.line == line
    assert result.error.message


async def test_leaving_with_success_is_no_error(play: Play) -> None:
    assert (await play("import sys\nsys.exit(0)")).status == "ok"


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("def run(*, seed): return {'a': 1}", "it gives back Result"),
        ("x = 1", "no function run"),
        ("def run(*, seed, depth): return 1", "depth"),
    ],
)
async def test_an_experiment_that_keeps_no_contract_is_told_so(
    sandbox: Sandbox, source: str, words: str
) -> None:
    result = await sandbox.result(RunRequest(source, "e.py", "run", seed=0))
    assert result.status == "error"
    assert result.error is not None
    assert words in result.error.message


async def test_a_result_or_figure_on_the_last_line_counts_as_shown(play: Play) -> None:
    source = (
        "from tutor.sandbox.displays import *\nResult({'a': 2}, [lines([1, 2], {'y': [3, 4]}, title='t')])"
    )
    result = await play(source)
    assert dict(result.metrics) == {"a": 2}
    assert len(result.figures) == 1
    assert (
        len((await play("from tutor.sandbox.displays import *\nlines([1], {'y': [3]}, title='t')")).figures)
        == 1
    )


async def test_a_figure_shown_again_replaces_the_one_of_its_title(play: Play) -> None:
    source = (
        "from tutor.sandbox.displays import *\nfor k in range(3): show(lines([k], {'y': [k]}, title='t'))"
    )
    result = await play(source)
    assert len(result.figures) == 1
    assert "at x 2" in result.figures[0].alt


async def test_a_figure_that_cannot_be_sent_is_an_error(play: Play) -> None:
    source = "from tutor.sandbox.displays import *\nFigure('t', (Points(['a'], ['b']),), 'alt')"
    result = await play(source)
    assert result.status == "error"
    assert result.error is not None
    assert "cannot be shown" in result.error.message


async def test_a_warning_is_one_line_with_the_learners_line(play: Play) -> None:
    source = "import warnings\n\nwarnings.warn('soon gone', FutureWarning)\n"
    assert (await play(source)).stderr == "line 3: FutureWarning: soon gone\n"


async def test_a_session_keeps_its_variables_and_no_other_sees_them(play: Play) -> None:
    await play("import numpy as np\nx = np.random.rand()\nprint('once')", session="one")
    shown = await play("print(x)", session="one")
    assert shown.stdout == (await play("print(x)", session="one")).stdout
    assert math.isfinite(float(shown.stdout))
    assert (await play("print(x)", session="two")).status == "error"
    assert (await play("print(x)")).status == "error"


async def test_a_session_survives_an_error_and_forgets_a_crash(play: Play) -> None:
    await play("x = 1\n1 / 0", session="three")
    assert (await play("x = 2\nimport os; os._exit(1)", session="three")).status == "crashed"
    assert (await play("print(x)", session="three")).stdout == "1\n"


async def test_runs_leave_no_trace_for_the_next(play: Play) -> None:
    await play("import sklearn, builtins\nsklearn.secret = builtins.secret = 1")
    assert (
        await play("import sklearn\nprint(hasattr(sklearn, 'secret'), 'secret' in dir(__builtins__))")
    ).stdout == ("False False\n")


async def test_the_rest_of_the_tutor_is_out_of_reach(play: Play) -> None:
    result = await play("import tutor.sandbox.displays\nimport tutor.learner.store")
    assert result.status == "error"


async def test_threads_work_in_place_of_processes(play: Play) -> None:
    source = (
        "from sklearn.ensemble import RandomForestClassifier\nfrom sklearn.datasets import load_iris\n"
        "from sklearn.cluster import KMeans\nX, y = load_iris(return_X_y=True)\n"
        "print(RandomForestClassifier(8, n_jobs=2, random_state=0).fit(X, y).score(X, y) > 0.9)\n"
        "print(KMeans(3, n_init=1).fit(X).n_iter_ > 0)"
    )
    assert (await play(source)).stdout == "True\nTrue\n"


OPEN = """
import os
def is_open(descriptor):
    try:
        return bool(os.fstat(descriptor))
    except OSError:
        return False
print([descriptor for descriptor in range(256) if is_open(descriptor)])
print(sorted(set(os.environ) & {'PYTHONPATH', 'USER', 'SSH_AUTH_SOCK', 'PYTEST_CURRENT_TEST'}))
"""


async def test_nothing_of_the_tutor_is_inherited(play: Play) -> None:
    assert (await play(OPEN)).stdout == "[0, 1, 2, 3]\n[]\n"
