"""A small sound exercise on disk, to break one thing at a time."""

from __future__ import annotations

from pathlib import Path

TABLE = '''
[[exercises]]
id = "e1"
title = "The share of heads"
task = """
Write `share(tosses)`: how many of the tosses are `True`, as a number from 0 to 1.
"""
entry = "share"
nudge = "Count, then divide."
idea = "`sum` counts what is true."
skeleton = """
def share(tosses):
    return sum(tosses) / ___
"""
time_s = 2.0

  [[exercises.wrong]]
  name = "count"
  says = "That is the count; divide it by the number of tosses."

  [[exercises.wrong]]
  name = "odds"
  says = "Those are the odds; divide by all tosses, not by the tails."
  misconception = "odds-are-shares"

  [[exercises.wrong]]
  name = "half"
  says = "A coin need not be fair; look at the tosses."
'''

FILES = {
    "e1_starter.py": "def share(tosses):\n    raise NotImplementedError\n",
    "e1_solution_1.py": "def share(tosses):\n    return sum(tosses) / len(tosses) if len(tosses) else 0.0\n",
    "e1_solution_2.py": (
        "import numpy as np\n\n\ndef share(tosses):\n    if not len(tosses):\n        return 0.0\n"
        "    return float(np.mean(tosses))\n"
    ),
    "e1_wrong_count.py": "def share(tosses):\n    return sum(tosses)\n",
    "e1_wrong_odds.py": (
        "def share(tosses):\n    tails = len(tosses) - sum(tosses)\n    return sum(tosses) / max(tails, 1)\n"
    ),
    "e1_wrong_half.py": "def share(tosses):\n    return 0.5\n",
    "e1_cases.py": '''\
"""Coins with and without luck."""

import numpy as np

from tutor.sandbox.cases import Case, close


def cases(seed):
    rng = np.random.default_rng(seed)
    return [
        Case("a fair coin", args=(list(map(bool, rng.integers(0, 2, size=9))),), visible=True),
        Case("a coin with two heads", args=([True] * int(rng.integers(2, 9)),)),
        Case("many tosses", args=(rng.random(int(rng.integers(50, 99))) < 0.3,)),
        Case("no toss", args=([],)),
    ]


def judge(case, saw):
    tosses = case.args[0]
    return close(saw, float(np.mean(tosses)) if len(tosses) else 0.0)
''',
}

CUE = "\n```exercise e1\nWrite it.\n```\n"


def add_exercise(folder: Path) -> None:
    """Put the exercise into the lesson of the tiny course."""
    for name, text in FILES.items():
        (folder / name).write_text(text)
    with (folder / "lesson.toml").open("a") as file:
        file.write(TABLE)
    script = folder / "lesson.md"
    script.write_text(script.read_text().replace("\n```recap", CUE + "\n```recap"))
