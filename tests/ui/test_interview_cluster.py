"""A job on the simulated cluster, on the screen: written, run, looked at, kept."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from tests.ui.cluster_play import AVERAGES, RACE, RIGHT, here
from tests.ui.conftest import MakeApp
from tests.ui.fakes import FakeRunner
from tests.ui.interview_play import build, grader, interview, interviewing, rest, say, send
from tests.ui.lesson_play import NARROW, THREE, TWO, press, shown
from tutor.course.model import Course
from tutor.interview.cluster import STARTERS
from tutor.interview.conduct import READ
from tutor.learner.store import Record
from tutor.ui.screens.interview_cluster import ClusterScreen

__all__ = ["grader"]

WORDS = "Each machine sends its count, its sum and its sum of squares."


@pytest.fixture
def job(tmp_path: Path) -> Course:
    """A course whose bank has one question: a parallel job."""
    return build(tmp_path / "job", "cases/mean-parallel.toml")


@pytest.fixture
def cluster_runner() -> FakeRunner:
    """A runner whose runs happen in this process."""
    return here()


@asynccontextmanager
async def clustering(
    make_app: MakeApp, course: Course, runner: FakeRunner, *keys: str, size: tuple[int, int] = NARROW
) -> AsyncIterator[Pilot[None]]:
    """The interview at the answer to its question, and `keys` pressed."""
    async with interviewing(partial(make_app, runner=runner), course, "enter", "2", size=size) as pilot:
        await press(pilot, *keys)
        await rest(pilot)
        yield pilot


def cluster(pilot: Pilot[Any]) -> ClusterScreen:
    """The cluster, which stands on top."""
    screen = pilot.app.screen
    assert isinstance(screen, ClusterScreen)
    return screen


async def write(pilot: Pilot[Any], source: str) -> None:
    """Put the code into the editor and run it."""
    cluster(pilot).editor.put(source)
    await press(pilot, "f5")
    await rest(pilot)


def events(record: Record, kind: str) -> list[dict[str, Any]]:
    """What happened of this kind."""
    return [dict(each.body) for each in record.events(*READ) if each.kind == f"interview-{kind}"]


@pytest.mark.usefixtures("grader")
async def test_a_job_is_shown_before_its_answer_is_sent(
    make_app: MakeApp, job: Course, record: Record, cluster_runner: FakeRunner
) -> None:
    async with clustering(make_app, job, cluster_runner) as pilot:
        await say(pilot, WORDS)
        await press(pilot, "f5")
        assert "What the cluster does to your code" in shown(pilot)
        await write(pilot, RIGHT)
        assert "✓ Shown: the result is the serial one" in shown(pilot)
        assert "20 of 20 uneven partitions give the serial result" in shown(pilot)
        await press(pilot, "f9")
        await rest(pilot)
        assert interview(pilot).session.phase == "answer"
        assert interview(pilot).desk.answer.texts == (WORDS,)
        await send(pilot, " These are added.")
        assert interview(pilot).session.phase == "table"
        await press(pilot, "x")
        await rest(pilot)
        assert cluster(pilot).editor.text == RIGHT
        await press(pilot, "f9", "n")
        await rest(pilot)
        assert "Report" in shown(pilot)
        await press(pilot, "p")
        assert "Shown: the result is the serial one" in shown(pilot)
    (ran,) = events(record, "shown")
    assert (ran["holds"], ran["metrics"]["faults"]) == (True, 0)
    assert not record.drafts("interview/")


@pytest.mark.usefixtures("grader")
@pytest.mark.parametrize(
    ("source", "line", "words"),
    [
        (AVERAGES, 7, "combine goes wrong here: these 35 items come to"),
        (RACE, 6, "map_part writes to total in line 6: each worker has a copy of its own"),
    ],
)
async def test_what_goes_wrong_is_told_and_its_line_marked(
    make_app: MakeApp,
    job: Course,
    record: Record,
    cluster_runner: FakeRunner,
    source: str,
    line: int,
    words: str,
) -> None:
    async with clustering(make_app, job, cluster_runner, "f5", size=TWO) as pilot:
        await write(pilot, source)
        assert words in " ".join(shown_text(pilot).split())
        assert cluster(pilot).editor.error_line == line
        assert cluster(pilot).editor.has_focus is False or cluster(pilot).panes.several
    (ran,) = events(record, "shown")
    assert not ran["holds"]
    assert str(ran["says"]).startswith("Not shown yet: ")


def shown_text(pilot: Pilot[Any]) -> str:
    """What the results say, whatever the width."""
    view = cluster(pilot).cluster
    return "\n".join(line.plain for line in view.words._wrapped(400))


def looked_at(pilot: Pilot[Any]) -> str:
    """The view that is shown."""
    return cluster(pilot).cluster.view


@pytest.mark.usefixtures("grader")
async def test_the_number_of_workers_is_turned_and_the_views_follow(
    make_app: MakeApp, job: Course, cluster_runner: FakeRunner
) -> None:
    async with clustering(make_app, job, cluster_runner, "f5") as pilot:
        await press(pilot, "f4", "]", "f")
        assert cluster(pilot).cluster.found is None
        await write(pilot, RACE)
        view = cluster(pilot).cluster
        await press(pilot, "f4")
        assert looked_at(pilot) == "checks"
        await press(pilot, "]")
        assert (looked_at(pilot), view.count) == ("workers", 8)
        assert "On 8 workers, with uneven parts" in shown(pilot)
        assert "total on this worker: [" in shown(pilot)
        await press(pilot, "f")
        assert looked_at(pilot) == "speed-up"
        assert "With 8 workers it is 7.3 times faster; Amdahl's law allows" in " ".join(shown(pilot).split())
        await press(pilot, "t")
        assert view.chart.has_class("-table")
        await press(pilot, "f")
        assert looked_at(pilot) == "checks"
        await press(pilot, "t", "escape")
        assert looked_at(pilot) == "speed-up"
        assert not view.chart.has_class("-table")
        await press(pilot, *"[[[[")
        assert view.count == 1
        assert "One worker takes as long" in shown(pilot)
        await press(pilot, *"]]]]]]]]")
        assert view.count == 64
        await pilot.click("#turning", offset=(10, 0))
        assert view.count == 1


@pytest.mark.usefixtures("grader")
async def test_a_kill_loses_neither_words_nor_code(
    make_app: MakeApp, job: Course, cluster_runner: FakeRunner
) -> None:
    async with clustering(make_app, job, cluster_runner) as pilot:
        await say(pilot, WORDS)
        await press(pilot, "f5", "f3")
        cluster(pilot).editor.put(RIGHT)
        await rest(pilot)
        cluster(pilot)._save()
    async with interviewing(partial(make_app, runner=cluster_runner), job, "enter") as pilot:
        assert interview(pilot).session.phase == "show"
        await press(pilot, "enter")
        await rest(pilot)
        assert cluster(pilot).editor.text == RIGHT
        await press(pilot, "f9")
        await rest(pilot)
        assert interview(pilot).desk.answer.texts == (WORDS,)


@pytest.mark.usefixtures("grader")
async def test_code_that_fails_is_marked_and_not_held_against_the_learner(
    make_app: MakeApp, job: Course, record: Record, cluster_runner: FakeRunner
) -> None:
    async with clustering(make_app, job, cluster_runner, "f5") as pilot:
        await write(pilot, "def map_part(part):\n    return 1 / 0\n")
        assert "combine, finalise: not written" in " ".join(shown(pilot).split())
        assert cluster(pilot).editor.error_line == 2
        assert not cluster(pilot).answered
        await write(pilot, RIGHT)
        assert cluster(pilot).answered
    assert len(events(record, "shown")) == 1


@pytest.mark.usefixtures("grader")
async def test_a_run_can_be_stopped_and_left(
    make_app: MakeApp, job: Course, cluster_runner: FakeRunner
) -> None:
    async with clustering(make_app, job, cluster_runner, "f5") as pilot:
        cluster_runner.hold()
        await press(pilot, "f5")
        assert cluster(pilot).running
        assert "■ Stop" in shown(pilot)
        await press(pilot, "f8")
        await rest(pilot)
        assert not cluster(pilot).running
        cluster_runner.hold()
        await press(pilot, "f5", "escape")
        await rest(pilot)
        assert interview(pilot).session.phase == "show"
        assert cluster_runner.calls.count("stop") == 2
        await press(pilot, "n")
        await rest(pilot)
        assert interview(pilot).session.phase == "answer"


@pytest.mark.usefixtures("grader")
async def test_what_the_cluster_understands_is_a_key_away(
    make_app: MakeApp, job: Course, cluster_runner: FakeRunner
) -> None:
    async with clustering(make_app, job, cluster_runner, "f5") as pilot:
        assert cluster(pilot).editor.text == STARTERS["mean-variance"]
        await press(pilot, "enter")
        assert cluster(pilot).editor.has_focus
        await press(pilot, "f2")
        assert cluster(pilot).brief.has_focus
        assert "map_part(part) runs on every worker" in shown(pilot)
        await press(pilot, "question_mark")
        await rest(pilot)
        assert pilot.app.screen.query("HelpPanel")
        await press(pilot, "question_mark", "f3", "escape")
        assert cluster(pilot).panes.at == "task"
        await press(pilot, "escape")
        await rest(pilot)
        assert interview(pilot).session.phase == "show"


@pytest.mark.usefixtures("grader")
@pytest.mark.parametrize(
    ("state", "size"),
    [
        pytest.param(state, size, id=f"{state}-{size[0]}x{size[1]}")
        for state, size in (
            ("task", NARROW),
            ("checks", NARROW),
            ("workers", NARROW),
            ("speed-up", NARROW),
            ("task", TWO),
            ("workers", TWO),
            ("shown", TWO),
            ("checks", THREE),
        )
    ],
)
def test_it_looks_so(
    make_app: MakeApp,
    job: Course,
    cluster_runner: FakeRunner,
    snap_compare: Callable[..., bool],
    size: tuple[int, int],
    state: str,
) -> None:
    async def before(pilot: Pilot[Any]) -> None:
        await pilot.pause()
        await press(pilot, "i")
        await rest(pilot)
        await press(pilot, "enter", "2", "f5")
        await rest(pilot)
        if state != "task":
            await write(pilot, RIGHT if state == "shown" else AVERAGES)
            views = {"workers": 1, "speed-up": 2}
            await press(pilot, "f4", *["f"] * views.get(state, 0))
        await rest(pilot)

    app = make_app(course=job, runner=cluster_runner)
    assert snap_compare(app, terminal_size=size, run_before=before)
