"""How the interview looks, stage by stage."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from tests.ui.conftest import MakeApp
from tests.ui.interview_play import HALF, WRONG, build, grader, interview, rest, say, send
from tests.ui.lesson_play import NARROW, TWO, press

__all__ = ["grader"]

BANKS = {
    "lobby": (),
    "code": ("practical/tree-coded.toml",),
    "order": ("practical/tree-built.toml",),
    "plan": ("cases/plan-churn.toml",),
    "two-audiences": ("cases/told-twice.toml",),
    "story-judged": ("cases/own-story.toml",),
    "stories": ("cases/own-story.toml",),
    "story": ("cases/own-story.toml",),
}
"""State → the questions of the bank; the one about trees for all others."""
STORY = (
    "Last year at my company the model in production kept losing customers. My task was to find out why. "
    "I compared the rows of training and serving and found a column in another unit."
)


async def play(pilot: Pilot[Any], state: str) -> None:
    """Bring the app into a state."""
    await press(pilot, "i")
    await rest(pilot)
    if state == "stories":
        await press(pilot, "t")
        return
    if state == "story":
        await press(pilot, "t", "n", *"Units", "tab", *"In 2024 we lost")
        return
    if state == "lobby":
        return
    await press(pilot, "enter")
    if state == "forecast":
        return
    await press(pilot, "3")
    match state:
        case "answer":
            await say(pilot, HALF)
        case "pause":
            await press(pilot, "escape")
        case "two-audiences":
            await say(pilot, "We regularised the gradient boosting by early stopping.", 1)
            interview(pilot)._save()
        case "ticks" | "sure":
            await say(pilot, HALF)
            await press(pilot, "f9", "1", *(["enter"] if state == "sure" else []))
        case "follow-up":
            await send(pilot, HALF, "1")
            await press(pilot, "k", "f")
        case "reports":
            await press(pilot, "escape", "down", "down", "enter")
            await rest(pilot)
            await press(pilot, "escape", "p")
        case "judged" | "believed" | "story-judged" | "model" | "show" | "report" | "replay":
            words = WRONG if state == "believed" else STORY if state == "story-judged" else HALF
            await send(pilot, words, "1", "2")
            then = {"model": "m", "show": "x", "report": "n", "replay": "n"}
            if state not in ("judged", "believed"):
                await press(pilot, "k")
            await press(pilot, *([then[state]] if state in then else []))
            await rest(pilot)
            if state == "show":
                await press(pilot, "f5")
            if state == "replay":
                await press(pilot, "p")
    await rest(pilot)


@pytest.mark.usefixtures("grader")
@pytest.mark.parametrize("size", [NARROW, TWO], ids=["80x24", "120x40"])
@pytest.mark.parametrize(
    "state",
    [
        "lobby",
        "forecast",
        "answer",
        "pause",
        "ticks",
        "judged",
        "believed",
        "model",
        "show",
        "sure",
        "code",
        "follow-up",
        "reports",
        "order",
        "plan",
        "two-audiences",
        "story-judged",
        "report",
        "replay",
        "stories",
        "story",
    ],
)
def test_it_looks_so(
    make_app: MakeApp,
    tmp_path: Path,
    snap_compare: Callable[..., bool],
    size: tuple[int, int],
    state: str,
) -> None:
    course = build(tmp_path / "course", *BANKS.get(state, ("theory/tree-unstable.toml",)))
    (course.root / "misconceptions.toml").write_text(
        'format_version = 1\n[[misconceptions]]\nid = "noise-is-data"\nbelief = "Deeper is better."\n'
        'truth = "Depth beyond the signal learns noise."\nlesson = "later-lesson"\nsource = "A book"\n',
        encoding="utf-8",
    )

    async def before(pilot: Pilot[Any]) -> None:
        await pilot.pause()
        await play(pilot, state)

    app = make_app(course=course, asks_how_sure=state == "sure")
    assert snap_compare(app, terminal_size=size, run_before=before)
