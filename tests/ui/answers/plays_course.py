"""A small course with one lesson of drawn questions, and a runner whose runs draw what they ask about."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from pathlib import Path

from tests.ui.tiny_course import EXPERIMENT
from tutor.figure import Axis, Figure, Line, Points, Raster
from tutor.run import Finished, RunEvent, RunRequest, RunResult, Started

LESSON_ID = "by-hand"

COURSE = """\
format_version = 1
title = "From nothing to hired"

[[units]]
id = "u01"
title = "Orientation"

[[units.lessons]]
id = "by-hand"
title = "Draw it yourself"
status = "written"
"""

HEAD = """\
format_version = 1
id = "by-hand"
title = "Draw it yourself"
minutes = 12
objectives = ["Say how a curve runs before it is drawn"]

[[experiments]]
id = "blur"
title = "Blur, then count errors"
budget_s = 1.0

[[experiments.params]]
name = "noise"
label = "noise"
help = "standard deviation of the blur"
default = 0.5
low = 0.1
high = 1.0
step = 0.1

[[experiments.params]]
name = "n"
label = "samples"
help = "how many samples are drawn"
default = 20
low = 10
high = 100
step = 10

[[experiments.params]]
name = "criterion"
label = "criterion"
help = "how a split is judged"
default = "gini"
options = ["gini", "entropy"]

[[experiments.settings]]
id = "quiet"
params = { noise = 0.1 }

[[experiments.settings]]
id = "loud"
params = { noise = 0.9 }
"""

QUESTIONS = """
[[questions]]
id = "q-curve"
kind = "curve"
setting = "blur"
line = "test"
x = [1, 2, 5, 10, 20, 33]
low = 0.5
high = 1.0
stem = "A tree grows from 1 to 33 leaves. How does its test accuracy run?"
explain = "It rises while leaves find structure, and falls once they learn the noise."
hint = "Think of what the last leaves learn."

[[questions]]
id = "q-threshold"
kind = "threshold"
false_positive = 1
false_negative = 8
unit = "€"
stem = "A missed case costs 8 €, a false alarm 1 €. From which score on do you raise the alarm?"
explain = "A miss costs eight times as much, so the threshold goes far down."
[questions.positive]
n = 40
mean = 0.62
sd = 0.15
[questions.negative]
n = 160
mean = 0.35
sd = 0.14

[[questions]]
id = "q-plot"
kind = "plot"
setting = "blur"
stem = "With how many leaves is the test accuracy highest?"
key = "best"
abs_tol = 1
explain = "The test curve has its top where the gap begins to open."

[[questions]]
id = "q-model"
kind = "model"
stem = "Which model drew this boundary?"
explain = "Only a tree draws boundaries that run along the axes."
[[questions.choices]]
text = "A tree of depth 2"
setting = "blur"
why = "Each of its cuts runs along an axis."
[[questions.choices]]
text = "Logistic regression"
setting = "quiet"
why = "Its boundary is one straight line, at any angle."
[[questions.choices]]
text = "One nearest neighbour"
setting = "loud"
why = "Its boundary winds around single points."

[[questions]]
id = "q-hand"
kind = "hand"
stem = "A node holds {a} and {b} samples of two classes. Its Gini impurity?"
key = "1 - (a / (a + b))**2 - (b / (a + b))**2"
abs_tol = 0.005
explain = "One minus the sum of the squared shares."
where = ["a != b"]
[questions.draws]
a = [2, 4, 6]
b = [3, 6, 9]
[[questions.worked]]
says = "Share of the first class"
value = "a / (a + b)"
[[questions.worked]]
says = "Share of the second class"
value = "b / (a + b)"
[[questions.worked]]
says = "Impurity"
value = "1 - (a / (a + b))**2 - (b / (a + b))**2"
[[questions.slips]]
key = "(a / (a + b))**2 + (b / (a + b))**2"
why = "That is the chance that two samples agree; impurity is the chance that they differ."

[[questions]]
id = "q-split"
kind = "split"
task = "split"
n = 40
centres = [[0.3, 0.4], [0.7, 0.6]]
spread = 0.12
stem = "Where does a tree split these points first?"
explain = "It tries every value of every feature and keeps the purest pair of sides."

[[questions]]
id = "q-centroids"
kind = "split"
task = "centroids"
n = 60
centres = [[0.25, 0.3], [0.7, 0.75], [0.75, 0.25]]
spread = 0.09
stem = "Put the three centroids of k-means where they end up."
explain = "Each ends up in the middle of the points that are nearest to it."
"""

IDS = ("q-curve", "q-threshold", "q-plot", "q-model", "q-hand", "q-split", "q-centroids")

SCRIPT = (
    """\
## Draw it yourself

A guess that is drawn cannot be changed afterwards.

"""
    + "\n".join(f"```{'predict' if each == 'q-curve' else 'question'} {each}\n```\n" for each in IDS)
    + """
```recap
- Draw first, run then.
```
"""
)

LEAVES = (1.0, 2.0, 5.0, 10.0, 20.0, 33.0)
TEST = (0.6, 0.72, 0.86, 0.9, 0.84, 0.78)
TRUTH = dict(zip(LEAVES, TEST, strict=True))

ACCURACY = Figure(
    title="Accuracy against leaves",
    marks=(
        Line(LEAVES, (0.6, 0.75, 0.9, 0.96, 0.99, 1.0), label="train"),
        Line(LEAVES, TEST, label="test", color=1),
    ),
    alt="The test accuracy rises to 0.9 at 10 leaves and falls to 0.78; the train accuracy rises to 1.",
    x=Axis(label="leaves"),
    y=Axis(label="accuracy"),
)


def boundary(model: str) -> Figure:
    """The regions of one of the three models, with the same points."""
    size = 24
    grid = [place / (size - 1) for place in range(size)]
    models: dict[str, Callable[[float, float], bool]] = {
        "tree": lambda x, y: x > 0.5 and y > 0.3,
        "line": lambda x, y: x + y > 1,
        "neighbour": lambda x, y: y > 0.5 + 0.25 * math.sin(9 * x),
    }
    said = models[model]
    points = [((place * 0.37) % 1, (place * 0.61) % 1) for place in range(1, 25)]
    return Figure(
        title=f"What a {model} draws",
        marks=(
            Raster(
                [float(said(x, y)) for y in grid for x in grid], size, size, (0, 1), (0, 1), ("no", "yes")
            ),
            *(
                Points(
                    [x for x, y in points if said(x, y) is bool(group)],
                    [y for x, y in points if said(x, y) is bool(group)],
                    label=name,
                    color=group,
                )
                for group, name in enumerate(("no", "yes"))
            ),
        ),
        alt=f"The boundary that a {model} draws.",
        x=Axis(label="x1"),
        y=Axis(label="x2"),
    )


MODELS = {0.5: "tree", 0.1: "line", 0.9: "neighbour"}
"""Noise → the model that the fake run has fitted."""


def drawing(request: RunRequest) -> Iterable[RunEvent]:
    """A run that goes well and draws the curves and the boundary."""
    noise = request.params.get("noise", 0.5)
    figures = (boundary(MODELS[float(noise)]), ACCURACY)
    return (Started(), Finished(RunResult("ok", 0.2, figures=figures, metrics={"best": 10.0})))


def build(root: Path) -> Path:
    """Write the course into `root` and return it."""
    folder = root / "u01_orientation" / "by_hand"
    folder.mkdir(parents=True)
    (root / "course.toml").write_text(COURSE, encoding="utf-8")
    for name, text in {
        "lesson.toml": HEAD + QUESTIONS.replace('kind = "plot"', 'kind = "plot"\nfigure = 1'),
        "lesson.md": SCRIPT,
        "blur.py": EXPERIMENT,
        "recorded.toml": "format_version = 1\n",
    }.items():
        (folder / name).write_text(text, encoding="utf-8")
    return root
