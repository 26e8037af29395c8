"""Experiments with a canvas are run with what may be painted there."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.check.conftest import Checked
from tutor.run import OwnPixels, OwnPoints, RunError, RunRequest, RunResult


def with_canvas(tiny: Checked, canvas: str) -> None:
    tiny.change("lesson.toml", "budget_s = ", f'canvas = "{canvas}"\nbudget_s = ')


def painted(request: RunRequest, result: RunResult) -> RunResult:
    return result if request.own is None else replace(result, metrics={"heads": 7.0})


@pytest.mark.parametrize(("canvas", "kind"), [("points", OwnPoints), ("pixels", OwnPixels)])
async def test_it_runs_with_each_of_them(tiny: Checked, canvas: str, kind: type) -> None:
    with_canvas(tiny, canvas)
    tiny.run.twist = painted
    assert await tiny.said() == []
    brought = [request.own for request in tiny.run.asked if request.own is not None]
    assert len(brought) > 1
    assert {type(each) for each in brought} == {kind}


async def test_a_run_that_fails_with_painted_points_is_told(tiny: Checked) -> None:
    def twist(request: RunRequest, result: RunResult) -> RunResult:
        if request.own is None:
            return result
        return replace(result, status="error", error=RunError("ValueError", "n_splits=5", line=7))

    with_canvas(tiny, "points")
    tiny.run.twist = twist
    said = await tiny.said()
    assert (
        "toss.py:7: with two classes of ten points the run ends with ValueError: n_splits=5; mend it" in said
    )


async def test_an_experiment_that_does_not_care_for_them_is_told(tiny: Checked) -> None:
    with_canvas(tiny, "points")
    assert [each for each in await tiny.said() if "shows the same whatever is painted" in each]


async def test_an_unknown_canvas_is_told_with_its_line(tiny: Checked) -> None:
    with_canvas(tiny, "oil")
    said = await tiny.said()
    assert said[0].startswith('lesson.toml:12: experiments.canvas: is "points" or "pixels", not')


async def test_without_a_canvas_nothing_is_painted(tiny: Checked) -> None:
    await tiny.report()
    assert all(request.own is None for request in tiny.run.asked)
