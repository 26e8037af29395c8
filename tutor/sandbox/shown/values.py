"""The value of a run's last line, shown as in a notebook."""

from __future__ import annotations

import types
from collections.abc import Mapping
from typing import Any

from tutor.figure import Figure
from tutor.sandbox.displays.outcome import Result
from tutor.sandbox.shown import plotting
from tutor.sandbox.shown.arrays import array_figure
from tutor.sandbox.shown.estimators import estimator_figure
from tutor.sandbox.shown.frames import frame_figure, series_figure
from tutor.sandbox.shown.scores import mapping_figure
from tutor.sandbox.shown.words import is_a, text_of

LAZY = (types.GeneratorType, map, filter, zip, enumerate, reversed)


def show(value: object) -> Result | None:
    """Print what is words, give back what is figures; an object that resists gets one line."""
    if value is None:
        return None
    try:
        return _shown(value)
    except Exception as error:
        print(f"(this {type(value).__name__} cannot be shown: {type(error).__name__})")
        return None


def _shown(value: object) -> Result | None:
    if isinstance(value, Result):
        return value
    if isinstance(value, Figure):
        return Result({}, [value])
    if isinstance(value, list | tuple) and value and all(isinstance(each, Figure) for each in value):
        return Result({}, list(value))
    if plotting.takes(value):
        return None
    figure = figure_of(value)
    if figure is not None:
        return Result({}, [figure])
    if isinstance(value, LAZY):
        name = type(value).__name__
        print(f"(a {name}: nothing is computed until you ask for its items; list(…) shows them)")
        return None
    print(text_of(value))
    return None


def figure_of(value: Any) -> Figure | None:
    """The table of a model, an array, a frame or a dictionary of numbers; None for everything else."""
    if isinstance(value, type):
        return None
    if is_a(value, "sklearn.base", "BaseEstimator") and hasattr(value, "get_params"):
        return estimator_figure(value)
    if is_a(value, "numpy", "ndarray") and value.ndim and value.dtype.names is None:
        return array_figure(value)
    if is_a(value, "scipy.sparse", "sparray", "spmatrix"):
        return array_figure(value.tocsr())
    if is_a(value, "pandas", "DataFrame"):
        return frame_figure(value)
    if is_a(value, "pandas", "Series"):
        return series_figure(value)
    if isinstance(value, Mapping):
        return mapping_figure(value)
    return None
