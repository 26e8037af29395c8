"""The simulated cluster: right jobs pass, and each way to be wrong is named."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.interview.bank import prompt
from tutor.interview import simulated
from tutor.interview.cluster import MODULES, STARTERS, claim, job_of, program
from tutor.interview.clustered import carried, clustered
from tutor.interview.showing import shown
from tutor.interview.simulated.checks import Found, findings
from tutor.interview.simulated.jobs import JOBS
from tutor.interview.simulated.program import Program
from tutor.interview.simulated.times import Point, amdahl, speed_ups
from tutor.interview.simulated.told import report
from tutor.interview.simulated.walk import Walk

MEAN = """
def map_part(part):
    return len(part), sum(part), sum(each * each for each in part)

def combine(a, b):
    return tuple(x + y for x, y in zip(a, b))

def finalise(total):
    n, s, q = total
    return s / n, q / n - (s / n) ** 2
"""
WORDS = """
from collections import Counter

def map_part(part):
    return Counter(part)

def combine(a, b):
    return a + b

def finalise(total):
    return dict(total)
"""
MEANS = """
import math

CENTRES = ((0.0, 0.0), (4.0, 4.0), (0.0, 5.0))

def nearest(point):
    return min(range(3), key=lambda k: math.dist(point, CENTRES[k]))

def map_part(part):
    sums = [[0, 0.0, 0.0] for _ in CENTRES]
    for point in part:
        k = nearest(point)
        sums[k] = [sums[k][0] + 1, sums[k][1] + point[0], sums[k][2] + point[1]]
    return sums

def combine(a, b):
    return [[x + y for x, y in zip(p, q)] for p, q in zip(a, b)]

def finalise(total):
    return [(x / n, y / n) if n else centre for (n, x, y), centre in zip(total, CENTRES)]
"""
AVERAGES = """
def map_part(part):
    m = sum(part) / max(1, len(part))
    return m, sum((x - m) ** 2 for x in part) / max(1, len(part))

def combine(a, b):
    return (a[0] + b[0]) / 2, (a[1] + b[1]) / 2 + (a[0] - b[0]) ** 2 / 4

def finalise(total):
    return total
"""
RACE = """
total = [0, 0.0, 0.0]

def map_part(part):
    for x in part:
        total[0] += 1; total[1] += x; total[2] += x * x
    return tuple(total)

def combine(a, b):
    return tuple(x + y for x, y in zip(a, b))

def finalise(t):
    return t[1] / t[0], t[2] / t[0] - (t[1] / t[0]) ** 2
"""


SHIPPED = """
def map_part(part):
    return part

def combine(a, b):
    return a + b

def finalise(xs):
    m = sum(xs) / len(xs)
    return m, sum((x - m) ** 2 for x in xs) / len(xs)
"""


def found(source: str, job: str = "mean-variance") -> list[Found]:
    """What was looked for."""
    names: dict[str, Any] = {}
    exec(compile(source, "show_me.py", "exec"), names)
    return findings(Program(names), JOBS[job], 0)


def faults(source: str, job: str = "mean-variance") -> set[str]:
    """What goes wrong."""
    return {each.name for each in found(source, job) if not each.right}


@pytest.mark.parametrize(
    ("job", "source"), [("mean-variance", MEAN), ("word-count", WORDS), ("k-means-step", MEANS)]
)
def test_a_right_job_is_right_on_every_partition(job: str, source: str) -> None:
    assert faults(source, job) == set()


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        (AVERAGES, "uneven parts"),
        (AVERAGES, "any grouping"),
        (SHIPPED, "little to send"),
        (RACE, "no shared state"),
        (MEAN.replace("len(part),", "len(part) * (part[0] == part[0]),"), "empty part"),
        (WORDS.replace("return a + b", "a.update(b); return a"), "inputs untouched"),
        (MEAN.replace("return len", "part.sort(); return len"), "inputs untouched"),
        (MEAN.replace("x + y for", "x + 0 * y for"), "any order"),
        (MEAN.replace("q / n -", "q / (n - 1) -"), "even parts"),
    ],
)
def test_each_way_to_be_wrong_is_named(source: str, fault: str) -> None:
    assert fault in faults(source, "word-count" if "Counter" in source else "mean-variance")


@pytest.mark.parametrize(
    ("source", "fault", "code"),
    [
        (AVERAGES, "uneven parts", "return (a[0] + b[0]) / 2"),
        (AVERAGES, "any order", "return (a[0] + b[0]) / 2"),
        (RACE, "no shared state", "total[0] += 1"),
        (MEAN.replace("return len", "part.sort()\n    return len"), "inputs untouched", "part.sort()"),
        (MEAN.replace("    return len", "    1 / len(part)\n    return len"), "empty part", "1 / len(part)"),
        (SHIPPED, "little to send", "return part"),
    ],
)
def test_what_goes_wrong_is_told_with_its_line(source: str, fault: str, code: str) -> None:
    line = next(each.line for each in found(source) if each.name == fault)
    assert line is not None
    assert code in source.splitlines()[line - 1]


def test_a_wrong_end_is_told_with_both_lines_that_may_be_to_blame() -> None:
    says = next(each.says for each in found(MEAN.replace("q / n -", "q - ")) if each.name == "even parts")
    assert "map_part (line 3) or finalise (line 10) goes wrong here" in says


def test_a_wrong_merge_is_told_with_its_workers() -> None:
    says = next(each.says for each in found(AVERAGES) if each.name == "uneven parts")
    assert "First at merge 1, workers 1 + 2: combine goes wrong here: these 35 items come to" in says


def test_a_write_to_a_global_is_seen_on_the_worker_that_makes_it() -> None:
    names: dict[str, Any] = {}
    exec(RACE, names)
    job = JOBS["mean-variance"]
    steps = Walk(Program(names), job, [[1.0, 2.0], [3.0]]).steps
    assert [each.who for each in steps] == ["worker 1", "worker 2", "merge 1", "total", "serial"]
    assert steps[0].gives.endswith("total on this worker: [2, 3.0, 5.0]")
    assert steps[1].gives.endswith("total on this worker: [1, 3.0, 9.0]")
    assert names["total"] == [0, 0.0, 0.0]


def test_averages_of_averages_are_right_on_even_parts_only() -> None:
    assert "even parts" not in faults(AVERAGES)


def points(source: str) -> list[Point]:
    """The curve over workers."""
    names: dict[str, Any] = {}
    exec(source, names)
    return speed_ups(Program(names), JOBS["mean-variance"], 0)


@pytest.mark.parametrize("source", [MEAN, AVERAGES, SHIPPED])
def test_the_speed_up_stays_below_amdahl(source: str) -> None:
    found = points(source)
    assert found[0].speed_up == pytest.approx(1.0)
    for point in found:
        assert point.speed_up <= point.amdahl + 1e-9
        assert point.amdahl <= min(point.workers, 101.0) + 1e-9


def test_amdahl_is_what_it_is() -> None:
    assert amdahl(16, 0.1) == pytest.approx(6.4)


def test_who_sends_all_data_gains_nothing() -> None:
    assert points(MEAN)[-1].speed_up > 30
    assert points(SHIPPED)[-1].amdahl < 2


@pytest.mark.parametrize(
    ("source", "holds"), [(MEAN, True), (AVERAGES, False), (STARTERS["mean-variance"], False)]
)
def test_a_job_is_shown_by_a_run_of_the_program(source: str, holds: bool) -> None:
    asked = prompt("parallel", "cases", form="parallel")
    own = prompt("theory")
    assert claim(own) == own.show_me
    assert program(own, source) == source
    asked = replace(asked, show_me=None)
    names: dict[str, Any] = {"__name__": "cell"}
    exec(program(asked, source), names)
    result = names["run"](seed=0)
    wanted = claim(asked)
    assert wanted is not None
    told = clustered(result.figures)
    assert told is not None
    right, says = carried(asked, wanted, result.metrics, result.figures)
    assert right is shown(wanted, result.metrics)[0] is holds
    assert holds or says.startswith("Not shown yet: ")
    assert told.workers == (1, 2, 4, 8, 16, 32, 64)
    assert [len(told.walks[each]) for each in told.workers] == [3, 5, 9, 17, 33, 65, 129]
    assert bool(told.faults) is not holds
    assert "8 workers" in told.drawn(8).alt
    assert clustered(result.figures[1:]) is None
    assert clustered(()) is None


def test_the_job_follows_the_question() -> None:
    assert job_of(prompt("parallel k-means")) == "k-means-step"
    assert job_of(prompt("count words")) == "word-count"
    assert job_of(prompt("x")) == "mean-variance"


ARRAYS = """
import numpy as np

def map_part(part):
    print("part", len(part))
    x = np.array(part, dtype=float)
    return np.array([len(x), x.sum(), (x * x).sum()])

def combine(a, b):
    return a + b

def finalise(total):
    n, s, q = total
    return s / n, q / n - (s / n) ** 2
"""
OBJECTS = """
class Sums:
    def __init__(self, n, s, q):
        self.n, self.s, self.q = n, s, q

def map_part(part):
    return Sums(len(part), sum(part), sum(x * x for x in part))

def combine(a, b):
    return Sums(a.n + b.n, a.s + b.s, a.q + b.q)

def finalise(total):
    return total.s / total.n, total.q / total.n - (total.s / total.n) ** 2
"""


@pytest.mark.parametrize("source", [ARRAYS, OBJECTS])
def test_arrays_and_objects_travel_as_well(source: str) -> None:
    assert faults(source) == set()


@pytest.mark.parametrize(
    "source",
    [
        ARRAYS.replace("return a + b", "a += b\n    return a"),
        OBJECTS.replace("return Sums(a", "a.n = a.n + 0 * b.n + 1\n    return Sums(a"),
    ],
)
def test_arrays_and_objects_that_are_changed_in_place_are_seen(source: str) -> None:
    assert "inputs untouched" in faults(source)


def test_what_is_printed_is_shown_once_for_each_of_four_workers(capsys: pytest.CaptureFixture[str]) -> None:
    names: dict[str, Any] = {}
    exec(ARRAYS, names)
    report(names, "mean-variance", 0)
    assert capsys.readouterr().out.splitlines() == ["part 99", "part 96", "part 22", "part 23"]


def test_the_modules_that_are_sent_are_all_there_are() -> None:
    folder = Path(simulated.__file__).parent
    assert sorted(each.stem for each in folder.glob("[!_]*.py")) == sorted(MODULES)


def test_a_function_that_is_not_written_is_named() -> None:
    with pytest.raises(NameError, match="combine, finalise: not written"):
        Program({"map_part": len})
