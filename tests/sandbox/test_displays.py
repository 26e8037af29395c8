"""The figure makers: shapes, colours and the sentences they compute."""

from __future__ import annotations

from array import array

import numpy as np
import pytest
from sklearn.datasets import load_iris, make_moons
from sklearn.tree import DecisionTreeClassifier, DecisionTreeRegressor

from tutor.figure import Bars, Line, Matrix, Points, Raster, Tree
from tutor.sandbox import displays
from tutor.sandbox.displays import emit


def test_a_decision_boundary_shows_regions_under_the_points_of_each_class() -> None:
    X, y = make_moons(200, noise=0.2, random_state=0)
    words = np.array(["no", "yes"])[y]
    model = DecisionTreeClassifier(max_depth=3, random_state=0).fit(X, words)
    figure = displays.decision_boundary(model, X, words, title="Moons", classes=("a", "b"))
    raster, first, second = figure.marks
    assert isinstance(raster, Raster)
    assert len(raster.values) == raster.rows * raster.columns
    assert set(raster.values) == {0.0, 1.0}
    assert isinstance(first, Points)
    assert isinstance(second, Points)
    assert (first.label, second.label) == ("a", "b")
    assert len(first.x) + len(second.x) == 200
    assert f"{model.score(X, words):.1%} of the 200 points" in figure.alt


def test_the_rasters_first_row_is_the_lowest() -> None:
    class Above:
        classes_ = np.array([0, 1])

        def predict(self, X: np.ndarray) -> np.ndarray:
            return (X[:, 1] > 0).astype(int)

    X = np.array([[0.0, -1.0], [1.0, 1.0]])
    raster = displays.decision_boundary(Above(), X, [0, 1], title="t").marks[0]
    assert isinstance(raster, Raster)
    assert raster.values[0] == 0
    assert raster.values[-1] == 1


def test_scatter_takes_classes_or_heights() -> None:
    classes = displays.scatter([[0, 0], [1, 1], [2, 3]], ["a", "b", "a"], title="t")
    assert [mark.label for mark in classes.marks if isinstance(mark, Points)] == ["a", "b"]
    heights = displays.scatter([0, 1, 2], [5, 6, 7], title="t", names=("hours", "score"))
    (mark,) = heights.marks
    assert isinstance(mark, Points)
    assert list(mark.y) == [5, 6, 7]
    assert "score from 5 to 7" in heights.alt


def test_a_scatter_of_many_points_stays_in_arrays() -> None:
    figure = displays.scatter(np.random.default_rng(0).normal(size=(100_000, 2)), title="t")
    (mark,) = figure.marks
    assert isinstance(mark, Points)
    assert isinstance(mark.x, array)


def test_lines_tell_their_ends_and_their_extremes() -> None:
    figure = displays.lines([1, 2, 3], {"test": [0.5, 0.9, 0.7]}, title="t", x_label="depth", dashed=["test"])
    assert figure.alt == "Test rises from 0.5 at depth 1 to 0.7 at depth 3 (at most 0.9 at depth 2)."
    (mark,) = figure.marks
    assert isinstance(mark, Line)
    assert mark.dashed


def test_curves_average_over_folds() -> None:
    figure = displays.validation_curve([1, 2], [[1, 1], [1, 1]], [[0.4, 0.6], [0.7, 0.9]], "depth")
    test = figure.marks[1]
    assert isinstance(test, Line)
    assert list(test.y) == pytest.approx([0.5, 0.8])
    assert displays.learning_curve([10, 20], [1, 1], [0.5, 0.6]).x.label == "training examples"


def test_bars_and_histograms_count() -> None:
    grouped = displays.bars(["a", "b"], {"before": [1, 2], "after": [3, 4]}, title="t")
    assert grouped.alt == "Before: a 1 and b 2; after: a 3 and b 4."
    counted = displays.histogram([1, 1, 1, 9], bins=2, title="t")
    (mark,) = counted.marks
    assert isinstance(mark, Bars)
    assert list(mark.values) == [3, 1]
    assert "4 values from 1 to 9" in counted.alt


def test_a_confusion_matrix_names_the_most_frequent_mistake() -> None:
    figure = displays.confusion_matrix([0, 0, 0, 1, 1], [0, 1, 1, 1, 1], ["ham", "spam"])
    (mark,) = figure.marks
    assert isinstance(mark, Matrix)
    assert list(mark.values) == [1, 2, 0, 2]
    assert figure.alt == "3 of 5 right; the most frequent mistake is ham taken for spam, 2 times."


def test_a_roc_curve_carries_its_area() -> None:
    figure = displays.roc_curve([0, 0, 1, 1], {"good": [0.1, 0.4, 0.35, 0.8]})
    assert "good has an area under the curve of 0.750" in figure.alt.lower()


def test_a_heat_map_finds_its_peak() -> None:
    figure = displays.heat_map(
        [[0, 1], [2, 7]], title="t", x_range=(0, 2), y_range=(10, 12), names=("C", "g")
    )
    assert figure.alt == "Values from 0 to 7, highest at C 1.5, g 11.5."


def test_trees_become_outlines() -> None:
    iris = load_iris()
    model = DecisionTreeClassifier(max_depth=2, random_state=0).fit(iris.data, iris.target)
    figure = displays.tree(model, iris.feature_names, iris.target_names)
    (mark,) = figure.marks
    assert isinstance(mark, Tree)
    assert mark.root.children[0].text.startswith("yes: setosa 100%")
    assert "depth 2 with 3 leaves" in figure.alt
    regressor = DecisionTreeRegressor(max_depth=1).fit(iris.data[:, :1], iris.data[:, 1])
    assert isinstance(displays.tree(regressor, ["length"], max_depth=0).marks[0], Tree)


@pytest.mark.parametrize(
    ("metrics", "figures", "error"),
    [
        ({"a": float("nan")}, [], ValueError),
        ({"a b": 1}, [], ValueError),
        ({"a": "1"}, [], TypeError),
        ([("a", 1)], [], TypeError),
        ({"a": 1}, ["figure"], TypeError),
        ({"a": 1}, None, TypeError),
    ],
)
def test_a_result_refuses_what_is_no_number_or_figure(
    metrics: dict[str, float], figures: list[displays.Figure], error: type[Exception]
) -> None:
    with pytest.raises(error):
        displays.Result(metrics, figures)


def test_a_result_holds_plain_numbers() -> None:
    result = displays.Result(
        {"a": np.int64(3), "b": np.float64(0.5), "c": np.array(2.0), "d": np.bool_(True)}
    )
    assert [type(value) for value in result.metrics.values()] == [int, float, float, int]


def test_progress_reports_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[tuple[float, float, str]] = []
    monkeypatch.setattr(emit, "report", lambda *args: seen.append(args))
    assert list(displays.progress([7, 8], note="fits")) == [7, 8]
    assert seen[-1] == (2, 2, "fits")
