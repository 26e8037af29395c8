"""A course with two crime scenes."""

from __future__ import annotations

from pathlib import Path

from tests.ui import exercise_play
from tutor.course.loader import load_course
from tutor.course.model import Course

SCENE = '''\
"""Does the weather tell the sales?"""

from sklearn.linear_model import LinearRegression


def report(X, y, seed):
    """Return the score on rows that were set apart."""
    half = len(X) // 2
    model = LinearRegression()
    model.fit(X, y)
    return model.score(X[half:], y[half:])
'''

FIX = SCENE.replace("model.fit(X, y)", "model.fit(X[:half], y[:half])")

CASES = '''\
"""Noise and signal."""

from tutor.sandbox.cases import Case


def cases(seed):
    """One case."""
    return [Case("pure noise", args=((0.0,), (0.0,), seed))]


def judge(case, saw):
    """Anything goes."""
    return None
'''

CRIME = '''\
format_version = 1
id = "{id}"
title = "{title}"
story = "A shop predicts its sales from the weather and **boasts** of the score. Nobody can repeat it."
lines = [10]
explain = "The model has seen the rows on which it is scored."
hint = "What does the model see before it is scored?"
lesson = "far-lesson"
entry = "report"
boast = "R² of 0.97"
honest = "R² of 0.51"
nudge = "Look at what `fit` is given."
idea = "Fit on the first half only."
skeleton = """
def report(X, y, seed):
    half = ___
"""

[[choices]]
text = "The test rows are among those it is fitted on"
right = true
why = "So the score is one of memory."

[[choices]]
text = "The halves are not shuffled"
why = "It tempts because shuffling is a habit; but nothing here depends on the order."
misconception = "noise-is-data"

[[choices]]
text = "The wrong score is used"
why = "It tempts because R² is not for everything; here it is fine."
'''

SCENES = {"weather-sales": "The weather sells", "second-scene": "Another scene"}


def build(root: Path) -> Course:
    """The tiny course with an exercise and two crime scenes."""
    exercise_play.build(root)
    for name, title in SCENES.items():
        folder = root / "crimes" / name.replace("-", "_")
        folder.mkdir(parents=True)
        for file, text in {
            "crime.toml": CRIME.format(id=name, title=title),
            "scene.py": SCENE,
            "fix_cases.py": CASES,
            "fix_solution_1.py": FIX,
            "fix_solution_2.py": FIX.replace("half = len(X) // 2", "half = round(len(X) / 2)"),
        }.items():
            (folder / file).write_text(text, encoding="utf-8")
    return load_course(root)
