"""All of ours that an experiment imports: Result, the figure's nouns, and makers named after scikit-learn."""

from __future__ import annotations

from tutor.figure import (
    Axis,
    Bars,
    Figure,
    Line,
    Matrix,
    Node,
    Picture,
    Points,
    Raster,
    Table,
    Tree,
)
from tutor.sandbox.displays.counts import bars, confusion_matrix, histogram, matrix
from tutor.sandbox.displays.curves import learning_curve, lines, roc_curve, validation_curve
from tutor.sandbox.displays.emit import progress, show
from tutor.sandbox.displays.outcome import Result
from tutor.sandbox.displays.outline import tree
from tutor.sandbox.displays.own import painted_pixels, painted_points
from tutor.sandbox.displays.regions import decision_boundary, heat_map, scatter
from tutor.sandbox.displays.tables.report import own_table

__all__ = [
    "Axis",
    "Bars",
    "Figure",
    "Line",
    "Matrix",
    "Node",
    "Picture",
    "Points",
    "Raster",
    "Result",
    "Table",
    "Tree",
    "bars",
    "confusion_matrix",
    "decision_boundary",
    "heat_map",
    "histogram",
    "learning_curve",
    "lines",
    "matrix",
    "own_table",
    "painted_pixels",
    "painted_points",
    "progress",
    "roc_curve",
    "scatter",
    "show",
    "tree",
    "validation_curve",
]
