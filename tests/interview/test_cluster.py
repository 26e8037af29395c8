"""The simulated cluster: right jobs pass, and each way to be wrong is named."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.interview.bank import prompt
from tutor.interview.cluster import STARTERS, claim, job_of, program
from tutor.interview.showing import shown
from tutor.interview.simulated import JOBS, Program, amdahl, findings, speed_ups

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


def faults(source: str, job: str = "mean-variance") -> set[str]:
    """What goes wrong."""
    names: dict[str, Any] = {}
    exec(source, names)
    return {each.name for each in findings(Program(names), JOBS[job], 0) if not each.right}


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


def test_averages_of_averages_are_right_on_even_parts_only() -> None:
    assert "even parts" not in faults(AVERAGES)


def test_the_speed_up_stays_below_amdahl_and_amdahl_below_one_over_the_serial_share() -> None:
    assert amdahl(16, 0.1) == pytest.approx(6.4)
    points = speed_ups(10_000)
    assert points[0].speed_up == pytest.approx(1.0)
    for point in points:
        assert point.speed_up <= point.amdahl + 1e-9
        assert point.amdahl <= min(point.workers, 101.0) + 1e-9


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
    assert shown(wanted, result.metrics)[0] is holds
    assert len(result.figures) == 3


def test_the_job_follows_the_question() -> None:
    assert job_of(prompt("parallel k-means")) == "k-means-step"
    assert job_of(prompt("count words")) == "word-count"
    assert job_of(prompt("x")) == "mean-variance"
