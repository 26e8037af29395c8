"""Each rule bites: the sound tiny course has no problem, and each fault is named with file and line."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from tests.check.conftest import Checked
from tutor.check.course import check_course
from tutor.course.loader import load_course
from tutor.figure import Figure
from tutor.run import RunError, RunRequest, RunResult


async def test_the_tiny_course_is_sound(tiny: Checked) -> None:
    report = await tiny.report()
    assert report.problems == ()
    assert (report.lessons, report.experiments) == (1, 1)
    assert report.questions == Counter(single=1, multiple=1, numeric=1, predict=1)


async def test_each_run_is_made_once(tiny: Checked) -> None:
    await tiny.report()
    made = [(tuple(sorted(request.params.items())), request.seed) for request in tiny.run.asked]
    assert len(made) == len(set(made))
    corners, settings = 4, 2
    assert len(made) == corners + 5 * settings
    assert all(request.entry == "run" and request.filename == "toss.py" for request in tiny.run.asked)


CUE = "```question q-sides\n```\n\n"
PREDICT = "```predict p-heads\nGuess first.\n```\n\n"
EXPERIMENT = "```experiment toss\nTurn **tosses** up.\n```\n\n"
RECAP = "```recap\n- A coin has no memory.\n```\n"

TEXTS = [
    # file, old, new, problem
    ("lesson.md", CUE, "", "lesson.toml:57: q-sides is asked 0 times"),
    ("lesson.md", CUE, CUE * 2, "lesson.toml:57: q-sides is asked 2 times"),
    ("lesson.md", "```correction c1\n```\n\n", "", "lesson.toml:107: c1 is cued 0 times"),
    (
        "lesson.md",
        PREDICT + EXPERIMENT,
        EXPERIMENT + PREDICT,
        "lesson.md:9: nothing is predicted before the run",
    ),
    ("lesson.md", PREDICT + EXPERIMENT, EXPERIMENT + PREDICT, "lesson.md:13: p-heads stands behind the run"),
    ("lesson.md", EXPERIMENT, "", "lesson.toml:10: toss is never run"),
    ("lesson.md", EXPERIMENT, "", "lesson.md:1: toss is predicted but never run"),
    ("lesson.md", RECAP, "", "a lesson ends with its one ```recap"),
    ("lesson.md", RECAP, RECAP + "## More\nText.\n", "lesson.md:33: a lesson ends with its one ```recap"),
    ("lesson.md", "Toss a coin. What", "[Toss](x.html) a coin. What", "lesson.md:3: the link to x.html"),
    (
        "lesson.toml",
        '[[experiments.claims]]\nsays = "A c',
        '[[experiments.settings]]\nid = "odd"\n\n[[experiments.claims]]\nsays = "A c',
        "setting odd is neither run, printed nor claimed",
    ),
    ("lesson.toml", 'right = true\nwhy = "Both', 'why = "Both', "lesson.toml:39: q-fair has 0 right options"),
    (
        "lesson.toml",
        'why = "That would',
        'right = true\nwhy = "That would',
        "lesson.toml:39: q-fair has 2 right",
    ),
    (
        "lesson.toml",
        'why = "It rarely',
        'right = true\nwhy = "It rarely',
        "lesson.toml:56: q-sides has 3 right",
    ),
    ("lesson.toml", 'text = "Edge"', 'text = "heads "', "lesson.toml:73: option 'heads' stands twice"),
    (
        "lesson.toml",
        'text = "70 or more"',
        'text = "Fewer than 70"',
        "lesson.toml:102: option 'Fewer than 70'",
    ),
    ("lesson.toml", 'key = "10 * 0.5"', 'key = "1 / 0"', "lesson.toml:80: q-mean: '1 / 0' cannot"),
    ("lesson.toml", 'key = "10"', 'key = "5.005"', "lesson.toml:86: q-mean: the slip 5.005 counts as right"),
    ("lesson.toml", 'key = "10"', 'key = "1 / 0"', "lesson.toml:86: q-mean: '1 / 0' cannot"),
    (
        "lesson.toml",
        'when = "heads >= 70"',
        'when = "heads >= 40"',
        "lesson.toml:89: p-heads: on seed 0 2 options",
    ),
    (
        "lesson.toml",
        'when = "heads < 70"',
        'when = "heads < 20"',
        "lesson.toml:89: p-heads: on seed 0 0 options",
    ),
    (
        "lesson.toml",
        'when = "heads < 70"',
        'when = "tails < 70"',
        "p-heads: 'tails < 70': there is no number",
    ),
    ("lesson.toml", "heads < tosses", "heads < 53", "lesson.toml:37: the claim 'heads < 53' fails on seed 3"),
    (
        "lesson.toml",
        "heads < tosses",
        "heads <= heads",
        "lesson.toml:37: the claim 'heads <= heads' proves nothing",
    ),
    (
        "lesson.toml",
        "heads < tosses",
        "tails < tosses",
        "lesson.toml:37: the claim cannot be tried: 'tails < tos",
    ),
    (
        "lesson.toml",
        "toss.heads < bent.heads",
        "tosses > heads",
        "lesson.md:18: bent.heads is printed but no",
    ),
    (
        "lesson.toml",
        '["dice"]',
        '["dise"]',
        "lesson.toml:7: helpful: there is no lesson 'dise' (did you mean",
    ),
    (
        "lesson.toml",
        "requires = []",
        'requires = ["dice"]',
        "lesson.toml:7: helpful: 'dice' is required already",
    ),
    (
        "lesson.toml",
        "requires = []",
        'requires = ["dice"]',
        "requires: a circle, coin-toss requires dice requires",
    ),
    (
        "lesson.toml",
        "Tossing a coin",
        "Tossing",
        "lesson.toml:3: title: course.toml calls it 'Tossing a coin'",
    ),
    (
        "course.toml",
        '["coin-toss"]',
        '["coin-tos"]',
        "course.toml:17: requires: there is no lesson 'coin-tos'",
    ),
    ("course.toml", 'id = "u01"', 'id = "u02"', "lesson.toml:2: lies in u01_first, but u02 lists it"),
    ("toss.py", '"""Toss a coin."""\n', "", "toss.py:1: begins without a docstring"),
    ("toss.py", "import numpy as np", "import pandas", "toss.py:3: imports pandas: lessons run without it"),
    (
        "toss.py",
        "import numpy as np",
        "from urllib import request",
        "toss.py:3: imports urllib: lessons work off",
    ),
    ("toss.py", "import numpy as np", "import tutor.course", "toss.py:3: imports tutor.course: only"),
    ("toss.py", "import numpy as np", "from . import x", "toss.py:3: imports .: only"),
    (
        "toss.py",
        "import numpy as np",
        "from sklearn.datasets import fetch_covtype",
        "toss.py:3: fetch_covtype down",
    ),
    ("toss.py", "import numpy as np", "x.fetch_it()", "toss.py:3: fetch_it downloads"),
    ("toss.py", "import numpy as np", "open('x')", "toss.py:3: open(): lessons touch no files"),
    ("toss.py", "import numpy as np", "import (", "toss.py:3: is not Python"),
    ("toss.py", "def run(*, ", "def run(", "toss.py:8: run takes keywords only"),
    ("toss.py", "def run(", "def start(", "toss.py:1: has no function run"),
    ("toss.py", "coin: str, ", "", "toss.py:8: run does not take coin"),
    ("toss.py", "coin: str, ", "coin: str, side: str, ", "toss.py:8: run takes side, which is no param"),
]


@pytest.mark.parametrize(("name", "old", "new", "problem"), TEXTS, ids=lambda each: each[:40])
async def test_a_fault_in_a_file(tiny: Checked, name: str, old: str, new: str, problem: str) -> None:
    tiny.change(name, old, new)
    said = await tiny.said()
    assert any(problem in each for each in said), said


async def test_a_lesson_that_cannot_be_read_leaves_the_others_checked(tiny: Checked) -> None:
    second = tiny.folder.with_name("dice")
    second.mkdir()
    (second / "lesson.toml").write_text("format_version = 1\nid = \n")
    tiny.change("course.toml", 'status = "planned"\nrequires = ["coin-toss"]', 'status = "written"')
    report = await tiny.report()
    (problem,) = report.problems
    assert (problem.file.parent.name, problem.file.name, problem.line) == ("dice", "lesson.toml", 2)
    assert "not TOML" in problem.message
    assert report.lessons == 1


async def test_files_that_nothing_names(tiny: Checked) -> None:
    (tiny.folder / "notes.txt").write_text("")
    (tiny.folder / "__pycache__").mkdir()
    stray = tiny.folder.with_name("stray")
    stray.mkdir()
    (stray / "lesson.toml").write_text("")
    planned = tiny.folder.with_name("dice")
    planned.mkdir()
    (planned / "lesson.toml").write_text("")
    said = await tiny.said()
    assert said == [
        "course.toml:16: status: dice has a folder; make it 'written'",
        "notes.txt:1: nothing in the lesson names this file; drop it or name it in lesson.toml",
        "lesson.toml:1: course.toml does not list this lesson; add it there",
    ]


FIGURE = Figure("Tosses", (), "50 heads.")

RESULTS = [
    (
        {"status": "error", "error": RunError("ValueError", "no", 12)},
        "toss.py:12: the run ends with ValueError: no",
    ),
    ({"status": "timeout"}, "toss.py:1: the run ends with timeout; mend it (tosses=10, coin=fair, seed=0)"),
    ({"figures": ()}, "toss.py:1: the run shows 0 figures"),
    ({"figures": (FIGURE,) * 4}, "toss.py:1: the run shows 4 figures"),
    ({"figures": (replace(FIGURE, alt=" "),)}, "toss.py:1: the figure 'Tosses' has no alt sentence"),
    ({"metrics": {}}, "toss.py:1: the run gives no metrics"),
    ({"metrics": {"heads": float("nan")}}, "toss.py:1: the metric heads is nan"),
    ({"stderr": "x.py:3: FutureWarning: old\n"}, "toss.py:1: the run warns 'FutureWarning: old'"),
    ({"cpu_s": 1.01}, "lesson.toml:12: toss takes 1.01 s, longer than its budget of 1 s"),
    ({"metrics": {"tosses": 9.0}}, "lesson.md:18: the run toss gives no metric heads; it gives tosses"),
]


@pytest.mark.parametrize(("changes", "problem"), RESULTS, ids=lambda each: str(each)[:40])
async def test_a_fault_in_a_run(tiny: Checked, changes: dict[str, object], problem: str) -> None:
    tiny.run.always(**changes)
    said = await tiny.said()
    assert sum(each.startswith(problem) for each in said) == 1, said


async def test_a_run_that_is_slow_only_twice_keeps_its_budget(tiny: Checked) -> None:
    slow = [2.0, 2.0]

    def twice(request: RunRequest, result: RunResult) -> RunResult:
        at_corner = request.params["tosses"] == 10 and request.params["coin"] == "fair"
        return replace(result, cpu_s=slow.pop()) if slow and at_corner else result

    tiny.run.twist = twice
    assert await tiny.said() == []
    assert not slow


async def test_a_prediction_must_come_out_the_same_on_every_seed(tiny: Checked) -> None:
    tiny.change("lesson.toml", 'when = "heads < 70"', 'when = "heads < 53"')
    tiny.change("lesson.toml", 'when = "heads >= 70"', 'when = "heads >= 53"')
    (said,) = await tiny.said()
    assert "on seed 3 '70 or more' comes true, on seed 0 'Fewer than 70'" in said


async def test_more_seeds_see_more(tiny: Checked) -> None:
    tiny.change("lesson.toml", "heads < tosses", "heads < 57")
    assert await tiny.said() == []
    assert any("fails on seed 7" in each for each in await tiny.said(seeds=8))


async def test_only_the_lessons_asked_for_are_run(tiny: Checked) -> None:
    report = await check_course(load_course(tiny.root), [], tiny.run, seeds=5)
    assert report.problems == ()
    assert tiny.run.asked == []
    tiny.change("lesson.md", CUE, "")
    report = await tiny.report(lessons=[])
    assert len(report.problems) == 1
