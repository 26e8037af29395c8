"""The value of the last line, shown as in a notebook."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import pytest
import scipy.sparse as sp
from sklearn.datasets import load_iris
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import classification_report
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.tree import DecisionTreeClassifier

from tests.sandbox.conftest import Play
from tutor.figure import Figure, Table
from tutor.sandbox.displays import Result
from tutor.sandbox.shown.values import figure_of, show

X, y = load_iris(return_X_y=True)
FRAME = pd.DataFrame({"age": [1.5, None, 3.0] * 5, "name": ["a", "b", "c"] * 5})


def table(value: object, number: int = 0) -> Table:
    """The table that a value is shown as."""
    figure = figure_of(value)
    assert isinstance(figure, Figure)
    mark = figure.marks[number]
    assert isinstance(mark, Table)
    assert all(len(row) == len(mark.columns) for row in mark.rows)
    return mark


def title(value: object) -> str:
    figure = figure_of(value)
    assert figure is not None
    assert figure.alt.startswith(figure.title[:1].upper() + figure.title[1:])
    return figure.title


def test_an_estimator_shows_what_was_set_and_what_was_learned() -> None:
    model = DecisionTreeClassifier(max_depth=3, min_samples_leaf=1).fit(X, y)
    rows = table(model).rows
    assert rows[0] == ("set", "max_depth", "3")
    assert ("learned", "classes_", "array 3 int64: 0, 1, 2") in rows
    assert [row[1] for row in rows if row[0] == "set"] == ["max_depth"]
    assert title(LogisticRegression()) == "LogisticRegression, not fitted yet"
    assert table(LogisticRegression()).rows == (("set", "all parameters", "as by default"),)


def test_a_pipeline_shows_its_steps() -> None:
    model = make_pipeline(StandardScaler(), LogisticRegression(C=3))
    assert ("set", "logisticregression", "LogisticRegression(C=3)") in table(model).rows
    assert title(model.fit(X, y)) == "Pipeline"


def test_an_array_shows_its_shape_its_dtype_and_its_corner() -> None:
    assert title(X) == "Array 150 × 4, float64"
    shown = table(X)
    assert shown.columns == ("", "[0]", "[1]", "[2]", "[3]")
    assert shown.rows[0] == ("[0]", "5.1", "3.5", "1.4", "0.2")
    assert shown.rows[-1] == ("…",) * 5
    assert table(y).columns[-1] == "…"
    assert table(np.ones((2, 30))).columns[-1] == "…"


@pytest.mark.parametrize(
    "value",
    [
        np.array([]),
        np.zeros((0, 4)),
        np.zeros((4, 0)),
        np.zeros((2, 3, 4)),
        np.array(["a", "b"]),
        np.array([None, 3, "x"], dtype=object),
        np.array([np.nan, np.nan]),
        np.array([np.inf, 1]),
        np.array([1 + 2j]),
        np.array(["2026-01-01"], dtype="M8[D]"),
        sp.csr_matrix(np.eye(20)),
        sp.coo_array(np.eye(3)),
        pd.DataFrame(),
        pd.DataFrame({"a": []}),
        pd.DataFrame(np.zeros((20, 30))),
        pd.DataFrame(np.zeros((2, 2)), columns=pd.MultiIndex.from_tuples([("a", 1), ("b", 2)])),
        pd.DataFrame([[1, 2]], columns=["same", "same"]),
        pd.Series([], dtype=float),
        pd.Series(["a"], index=["label"], name="column"),
        pd.Series(pd.Categorical(["a", "b"])),
    ],
    ids=lambda value: f"{type(value).__name__}-{getattr(value, 'dtype', '')}-{value.shape}",
)
def test_odd_arrays_and_frames_are_tables_too(value: Any) -> None:
    assert table(value).columns
    assert title(value)


def test_missing_values_are_counted() -> None:
    figure = figure_of(np.array([[1.0, np.nan], [np.nan, 4.0]]))
    assert figure is not None
    assert figure.alt.endswith("from 1 to 4; 2 of 4 values are NaN.")


def test_a_frame_shows_rows_and_dtypes() -> None:
    assert title(FRAME) == "DataFrame 15 × 2"
    assert table(FRAME).columns == ("", "age", "name")
    assert table(FRAME).rows[1] == ("1", "nan", "b")
    assert ("age", "float64", "5") in table(FRAME, 1).rows
    assert title(FRAME["age"]) == "Series age: 15, float64"


def test_scores_are_tables() -> None:
    assert table({"accuracy": 0.9, "f1": np.float64(0.8)}).rows == (("accuracy", "0.9"), ("f1", "0.8"))
    folds = table({"test_score": np.array([0.5, 1.0]), "fit_time": np.array([1.0, 1.0])})
    assert folds.columns == ("name", "mean", "sd", "[0]", "[1]")
    assert folds.rows[0] == ("test_score", "0.75", "0.25", "0.5", "1")
    report = table(classification_report(y, y, output_dict=True))
    assert report.columns == ("", "precision", "recall", "f1-score", "support")
    assert report.rows[3] == ("accuracy", "", "", "1", "")
    assert ("data", "ndarray", "array 150 × 4 float64") in table(load_iris()).rows
    assert figure_of({"a": 1, "b": "x"}) is None
    assert figure_of({}) is None


def printed(value: object, capsys: pytest.CaptureFixture[str]) -> str:
    assert show(value) is None
    return capsys.readouterr().out


class Resists:
    """Raises when it is looked at."""

    def __repr__(self) -> str:
        raise ValueError("no")


class Talks:
    """Has too much to say."""

    def __repr__(self) -> str:
        return "x" * 1_000_000


def test_words_go_to_the_output(capsys: pytest.CaptureFixture[str]) -> None:
    assert printed(None, capsys) == ""
    assert printed(3.5, capsys) == "3.5\n"
    assert printed("a\n", capsys) == "'a\\n'\n"
    assert printed([1, 2], capsys) == "[1, 2]\n"
    assert "(100,000 items)" in printed(list(range(100_000)), capsys)
    assert printed((each for each in "ab"), capsys).startswith("(a generator: nothing is computed")


def test_objects_that_resist_get_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert "its __repr__ raised ValueError" in printed(Resists(), capsys)
    assert "cannot be shown" in printed([Resists()], capsys)
    long = printed(Talks(), capsys)
    assert len(long) < 11_000
    assert "more characters" in long


def test_figures_and_results_stand_for_themselves() -> None:
    figure = Figure("one", (), "nothing")
    shown, several = show(figure), show([figure])
    assert shown is not None
    assert several is not None
    assert shown.figures == several.figures == (figure,)
    result = Result({"a": 1})
    assert show(result) is result


@pytest.mark.asyncio(loop_scope="session")
async def test_the_last_expression_of_a_run_is_shown(play: Play) -> None:
    result = await play("from sklearn.svm import SVC\nSVC(C=3)")
    assert result.status == "ok"
    assert [figure.title for figure in result.figures] == ["SVC, not fitted yet"]
    assert (await play("1 + 1")).stdout == "2\n"
    assert (await play("1 + 1;")).stdout == ""
    assert (await play("x = 1")).stdout == ""
    assert (await play("import pandas as pd\npd.DataFrame({'a': [1]})")).figures[0].title == "DataFrame 1 × 1"


@pytest.mark.asyncio(loop_scope="session")
async def test_a_repr_without_end_meets_the_runs_limits(play: Play) -> None:
    loops = await play("class A:\n  def __repr__(self):\n    while True: pass\nA()", wall_s=0.5)
    assert loops.status == "timeout"
    grows = await play("class A:\n  def __repr__(self): return 'x' * (1 << 32)\nA()")
    assert grows.stdout == "(this A cannot be shown: its __repr__ raised MemoryError)\n"
