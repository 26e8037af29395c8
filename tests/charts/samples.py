"""Figures as the lessons draw them, from formulas, so that they never change."""

from __future__ import annotations

import math

from tutor.figure import Axis, Bars, Figure, Line, Matrix, Node, Picture, Points, Raster, Table, Tree

STEPS = range(24)
NEAR = Points([math.cos(step) for step in STEPS], [math.sin(step * 1.3) for step in STEPS], "inner", 0)
FAR = Points(
    [2 + 0.8 * math.sin(step * 2.1) for step in STEPS], [0.9 * math.cos(step) for step in STEPS], "outer", 1
)
PLANE = (Axis("x1"), Axis("x2"))
TREE = Node(
    "petal width ≤ 0.80?",
    (
        Node("yes: setosa (50)"),
        Node("no: petal width ≤ 1.75?", (Node("yes: versicolor (54)"), Node("no: virginica (46)"))),
    ),
)

FIGURES = {
    "points": Figure("Two groups", (NEAR, FAR), "", *PLANE),
    "dense": Figure(
        "A thousand points",
        (
            Points(
                [math.sin(7 * step) * step for step in range(1000)],
                [math.cos(5 * step) * step for step in range(1000)],
            ),
        ),
        "",
        *PLANE,
    ),
    "lines": Figure(
        "Accuracy by number of leaves",
        (
            Line(range(1, 34), [1 - 0.35 * math.exp(-step / 6) for step in range(33)], "train", 0),
            Line(range(1, 34), [0.78 - 0.0025 * step for step in range(33)], "test", 1),
            Line([1, 33], [0.5, 0.5], "chance", 2, dashed=True),
        ),
        "",
        Axis("leaves"),
        Axis("accuracy"),
    ),
    "log": Figure(
        "Validation curve",
        (Line([10.0**power for power in range(-4, 3)], [0.5, 0.6, 0.75, 0.9, 0.93, 0.9, 0.85], "test"),),
        "",
        Axis("C", log=True),
        Axis("accuracy", 0, 1),
    ),
    "regions": Figure(
        "Nearest neighbour",
        (
            Raster(
                [float(step % 40 > 22) for step in range(1200)], 30, 40, (-1, 3), (-1, 1), ("inner", "outer")
            ),
            NEAR,
            FAR,
        ),
        "",
        *PLANE,
    ),
    "scalar": Figure(
        "Loss",
        (
            Raster(
                [(step % 20) ** 2 / 100 + (step // 20) / 10 for step in range(400)],
                20,
                20,
                (0, 1),
                (0, 1),
                label="loss",
            ),
            Line([0.9, 0.5, 0.1], [0.9, 0.3, 0.1], "descent", 1),
        ),
        "",
        Axis("w0"),
        Axis("w1"),
    ),
    "bars": Figure(
        "Accuracy of models",
        (Bars(("LogisticRegression", "KNN", "RandomForest"), (0.842, 0.871, 0.91)),),
        "",
        Axis("model"),
        Axis("accuracy"),
    ),
    "groups": Figure(
        "Train and test",
        (
            Bars(("depth 1", "depth 9"), (0.7, 1.0), "train", 0),
            Bars(("depth 1", "depth 9"), (0.69, 0.74), "test", 1),
        ),
        "",
    ),
    "signs": Figure("Weights", (Bars(("age", "bmi", "bp"), (-10.2, 519.8, -324.4)),), ""),
    "histogram": Figure(
        "Heights",
        (
            Bars(
                tuple(str(150 + 2 * step) for step in range(20)),
                [100 - (step - 10) ** 2 for step in range(20)],
            ),
        ),
        "",
        Axis("cm"),
        Axis("people"),
    ),
    "matrix": Figure(
        "Confusion",
        (Matrix((48, 2, 0, 3, 41, 6, 0, 5, 45), ("a", "b", "c"), ("a", "b", "c"), "true", "predicted"),),
        "",
    ),
    "correlation": Figure(
        "Correlation", (Matrix((1, -0.3, -0.3, 1), ("age", "bmi"), ("age", "bmi"), digits=2),), ""
    ),
    "table": Figure(
        "Pay",
        (
            Table(
                ("country", "median"), (("United Kingdom", "90,000"), ("日本", "7,000"), ("Canada", "96,000"))
            ),
        ),
        "",
    ),
    "tree": Figure("A tree", (Tree(TREE),), ""),
    "picture": Figure("A slope", (Picture(bytes(40 * (step // 3 % 6) for step in range(108)), 6, 6),), ""),
    "categories": Figure(
        "Scores",
        (Points([0, 0, 1, 2], [1, 2, 3, 5]),),
        "",
        Axis("model", categories=("tree", "forest", "boosting")),
        Axis("score"),
    ),
}
