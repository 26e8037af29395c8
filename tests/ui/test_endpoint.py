"""The second opinion on the screen: read before it is on, named beside each judgement, off again at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from tests.grading.endpoint.server import SECRET, replying, said, serving
from tests.ui.conftest import MakeApp
from tests.ui.interview_play import HALF, Grader, build, grader, interviewing, rest, send
from tests.ui.lesson_play import NARROW, TWO, press, shown
from tests.ui.test_judging import ANSWER, RUBRIC
from tutor.course.rubric import Rubric
from tutor.grading.endpoint.settings import Endpoint
from tutor.grading.freetext.judgement import Judgement
from tutor.grading.freetext.tiers import best as judge
from tutor.learner.store import Record
from tutor.ui.judging import ALONE, GraderProcess
from tutor.ui.screens.endpoint import EndpointScreen
from tutor.ui.screens.settings import SettingsScreen
from tutor.ui.widgets.picker import Picker

__all__ = ["grader"]

OLLAMA = "http://localhost:11434/v1"
SWITCH = ("comma", "down", "down", "down", "down", "right")
"""From home to the switch, and on."""
KEPT = {"endpoint": "on", "endpoint-url": OLLAMA, "endpoint-model": "tiny"}


def keep(record: Record, **settings: str) -> None:
    """Settings as the learner left them."""
    for name, value in {**KEPT, **settings}.items():
        record.append("setting-changed", {"name": name, "value": value})


def endpoint_settings(record: Record) -> dict[str, object]:
    """What the record holds of the endpoint."""
    return {name: value for name, value in record.progress.settings.items() if name.startswith("endpoint")}


async def test_it_is_read_before_it_is_on(make_app: MakeApp, record: Record) -> None:
    app = make_app()
    async with app.run_test(size=TWO) as pilot:
        await pilot.pause()
        await press(pilot, *SWITCH)
        assert isinstance(app.screen, EndpointScreen)
        await press(pilot, "f9")
        assert isinstance(app.screen, EndpointScreen)
        assert endpoint_settings(record) == {}
        await press(pilot, *"http://evil.example", "enter", *"tiny")
        assert "https://" in shown(pilot)
        assert "POST" not in shown(pilot)
        await press(pilot, "f9")
        assert isinstance(app.screen, EndpointScreen)
        app.screen.url.value = OLLAMA
        await press(pilot)
        assert f"POST {OLLAMA}/chat/completions" in shown(pilot)
        assert "without a key" in shown(pilot)
        assert "word for word" not in shown(pilot)
        await press(pilot, "enter", "pagedown")
        assert "word for word" in shown(pilot)
        await press(pilot, "pageup")
        assert "POST" in shown(pilot)
        await press(pilot, "f9")
        await rest(pilot)
        assert isinstance(app.screen, SettingsScreen)
        assert endpoint_settings(record) == KEPT
        await press(pilot, "left")
        assert endpoint_settings(record)["endpoint"] == "off"
        await press(pilot, "right")
        await rest(pilot)
        assert isinstance(app.screen, EndpointScreen)
        assert app.screen.model.value == "tiny"


async def test_left_unread_it_stays_off(
    make_app: MakeApp, record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MLTUTOR_ENDPOINT_URL", "https://api.example.org/v1")
    monkeypatch.setenv("MLTUTOR_ENDPOINT_MODEL", "big")
    monkeypatch.setenv("MLTUTOR_ENDPOINT_KEY", SECRET)
    app = make_app()
    async with app.run_test(size=TWO) as pilot:
        await pilot.pause()
        await press(pilot, *SWITCH)
        await rest(pilot)
        assert "POST https://api.example.org/v1/chat/completions" in shown(pilot)
        assert "the key in MLTUTOR_ENDPOINT_KEY" in shown(pilot)
        assert SECRET not in shown(pilot)
        await press(pilot, "escape")
        await rest(pilot)
        assert isinstance(app.screen, SettingsScreen)
        assert app.screen.query_one("#endpoint", Picker).value == "off"
    assert record.progress.settings.get("endpoint", "off") == "off"
    assert SECRET not in str([event.body for event in record.events("setting-changed")])


NOTICE = "2 of 3 verdicts of tiny were not borne out by your words."


async def seconded(_: Grader, rubric: Rubric, answer: str) -> Judgement:
    """Judges as if an endpoint had been asked."""
    return replace(judge(rubric, answer), tier="llm", model="tiny", notice=NOTICE)


async def test_the_table_names_the_grader_and_says_what_to_know(
    make_app: MakeApp, tmp_path: Path, grader: Grader, monkeypatch: pytest.MonkeyPatch
) -> None:
    course = build(tmp_path / "one", "theory/tree-unstable.toml")
    async with interviewing(make_app, course, "enter", "3", size=(120, 60)) as pilot:
        await send(pilot, HALF, "1")
        assert "Judged by words only." in shown(pilot)
        await press(pilot, "y")
        monkeypatch.setattr(Grader, "judge", seconded)
        await send(pilot, HALF, "1")
        told = " ".join(shown(pilot).split())
        assert "Judged by words, and the endpoint tiny." in told
        assert NOTICE in told
        await press(pilot, "n")
        await rest(pilot)
        assert "the second opinion of tiny" in " ".join(shown(pilot).split())


@pytest.mark.usefixtures("grader")
async def test_the_lobby_says_where_answers_are_sent(
    make_app: MakeApp, tmp_path: Path, record: Record
) -> None:
    course = build(tmp_path / "one", "theory/tree-unstable.toml")
    async with interviewing(make_app, course) as pilot:
        assert "second opinion" not in shown(pilot)
    keep(record)
    async with interviewing(make_app, course) as pilot:
        assert "sent to tiny at localhost" in " ".join(shown(pilot).split())
    keep(record, endpoint="off")
    async with interviewing(make_app, course) as pilot:
        assert "second opinion" not in shown(pilot)


@pytest.mark.parametrize(
    ("asked", "kept", "model"),
    [(None, "on", "tiny"), (None, "off", None), ("off", "on", None), ("on", "off", "tiny")],
)
async def test_the_command_line_goes_before_the_settings(
    make_app: MakeApp, record: Record, asked: str | None, kept: str, model: str | None
) -> None:
    keep(record, endpoint=kept)
    found = make_app()._second(asked)
    assert (found.model if found else None) == model


async def test_the_grader_asks_whom_it_is_told_to_at_each_answer_anew() -> None:
    second: list[Endpoint] = []
    with serving(replying(said(noise=("covered", "follows the noise of its sample")))) as server:
        process = GraderProcess(lambda: second[0] if second else None)
        try:
            assert await process.judge(RUBRIC, ANSWER) == judge(RUBRIC, ANSWER)
            assert server.requests == []
            second.append(server.endpoint())
            found = await process.judge(RUBRIC, ANSWER)
            assert (found.tier, found.model, len(server.requests)) == ("llm", "tiny", 1)
        finally:
            await process.close()


async def test_a_process_that_fails_over_it_judges_alone_and_says_so() -> None:
    process = GraderProcess(lambda: Endpoint("http://evil.example/v1", "tiny"))
    try:
        found = await process.judge(RUBRIC, ANSWER)
    finally:
        await process.close()
    assert found == replace(judge(RUBRIC, ANSWER), notice=ALONE)


@pytest.mark.parametrize("size", [NARROW, TWO], ids=["80x24", "120x40"])
def test_it_looks_so(make_app: MakeApp, snap_compare: Callable[..., bool], size: tuple[int, int]) -> None:
    async def before(pilot: Pilot[Any]) -> None:
        await pilot.pause()
        await press(pilot, *SWITCH)
        await rest(pilot)
        await press(pilot, *OLLAMA, "enter", *"qwen2.5:7b")

    assert snap_compare(make_app(), terminal_size=size, run_before=before)
