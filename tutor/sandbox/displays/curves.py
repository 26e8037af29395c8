"""Figures of lines: any curves, learning, validation and ROC curves."""

from __future__ import annotations

from collections.abc import Container, Mapping

import numpy as np
from numpy.typing import ArrayLike, NDArray

from tutor.figure import Axis, Figure, Line
from tutor.sandbox.displays import sentences
from tutor.sandbox.displays.numbers import floats


def lines(
    x: ArrayLike,
    ys: Mapping[str, ArrayLike],
    *,
    title: str,
    x_label: str = "",
    y_label: str = "",
    x_log: bool = False,
    y_log: bool = False,
    y_range: tuple[float, float] | None = None,
    dashed: Container[str] = (),
    alt: str | None = None,
) -> Figure:
    """One line for each entry of `ys` over the common `x`; labels in `dashed` are drawn dashed."""
    across = floats(x)
    marks = tuple(
        Line(across, floats(y), label, color, label in dashed) for color, (label, y) in enumerate(ys.items())
    )
    if alt is None:
        where = [f"{x_label or 'x'} {sentences.short(value)}" for value in across]
        alt = sentences.sentence(*(sentences.series(mark.label, where, mark.y, y_label) for mark in marks))
    low, high = y_range or (None, None)
    return Figure(title, marks, alt, Axis(x_label, log=x_log), Axis(y_label, low, high, y_log))


def learning_curve(
    sizes: ArrayLike,
    train: ArrayLike,
    test: ArrayLike,
    *,
    title: str = "Learning curve",
    y_label: str = "accuracy",
    alt: str | None = None,
) -> Figure:
    """Scores over training set sizes; two-dimensional scores (sizes × folds) are averaged."""
    scores = {"training": _fold_mean(train), "validation": _fold_mean(test)}
    return lines(sizes, scores, title=title, x_label="training examples", y_label=y_label, alt=alt)


def validation_curve(
    values: ArrayLike,
    train: ArrayLike,
    test: ArrayLike,
    name: str,
    *,
    title: str = "Validation curve",
    y_label: str = "accuracy",
    log: bool = False,
    alt: str | None = None,
) -> Figure:
    """Scores over values of the parameter `name`; two-dimensional scores (values × folds) are averaged."""
    scores = {"training": _fold_mean(train), "validation": _fold_mean(test)}
    return lines(values, scores, title=title, x_label=name, y_label=y_label, x_log=log, alt=alt)


def roc_curve(
    y_true: ArrayLike,
    score: Mapping[str, ArrayLike] | ArrayLike,
    *,
    title: str = "ROC curve",
    alt: str | None = None,
) -> Figure:
    """True against false positive rate over all thresholds; a dict of scores compares models."""
    from sklearn import metrics

    models: Mapping[str, ArrayLike] = score if isinstance(score, Mapping) else {"model": score}
    marks: list[Line] = []
    areas: list[str] = []
    for color, (label, each) in enumerate(models.items()):
        false, true, _ = metrics.roc_curve(y_true, each)
        area = metrics.auc(false, true)
        marks.append(Line(floats(false), floats(true), f"{label}, AUC {area:.3f}", color))
        areas.append(f"{label} has an area under the curve of {area:.3f}")
    marks.append(Line((0.0, 1.0), (0.0, 1.0), "chance", len(marks), dashed=True))
    alt = alt or sentences.sentence(*areas, "chance would have 0.5")
    return Figure(
        title, tuple(marks), alt, Axis("false positive rate", 0, 1), Axis("true positive rate", 0, 1)
    )


def _fold_mean(scores: ArrayLike) -> NDArray[np.float64]:
    """Scores averaged over folds, if there are any."""
    table = np.asarray(scores, dtype=float)
    averaged: NDArray[np.float64] = table.mean(axis=1) if table.ndim == 2 else table
    return averaged
