"""How a lesson looks: each kind of step and question, before and after, in every layout."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from textual.pilot import Pilot

from tests.ui.conftest import MakeApp
from tests.ui.lesson_play import LESSON, NARROW, THREE, TWO, go, press

PREDICTED = ("n", "1", "enter")
RUN = (*PREDICTED, "r")


async def play(pilot: Pilot[Any], state: str) -> None:
    """Bring the lesson into a state."""
    await pilot.pause()
    match state:
        case "predict":
            await press(pilot, "n", "h", "down")
        case "committed":
            await press(pilot, *PREDICTED)
        case "run":
            await press(pilot, *RUN)
        case "predicted-wrong":
            await press(pilot, *RUN, "f3")
        case "explained":
            await press(pilot, *RUN, "n")
        case "single":
            await press(pilot, *RUN)
            await go(pilot, "q-single")
            await press(pilot, "1")
        case "multiple-half":
            await go(pilot, "q-multiple")
            await press(pilot, "1", "3", "2", "enter")
        case "number-slip":
            await go(pilot, "q-numeric")
            await press(pilot, *"0.52", "enter")
        case "recap":
            await press(pilot, *RUN, "b")
            await go(pilot, "recap")
        case "finished":
            await press(pilot, *RUN)
            await go(pilot, "q-multiple")
            await press(pilot, "1", "enter")
            await go(pilot, "recap")
            await press(pilot, "enter")
        case "note":
            await press(pilot, "N", *"why")


def before(state: str) -> Callable[[Pilot[Any]], Any]:
    """The state as `snap_compare` wants it."""

    async def run(pilot: Pilot[Any]) -> None:
        await play(pilot, state)

    return run


@pytest.mark.parametrize("size", [NARROW, TWO], ids=["80x24", "120x40"])
@pytest.mark.parametrize(
    "state",
    [
        "read",
        "predict",
        "committed",
        "run",
        "predicted-wrong",
        "single",
        "multiple-half",
        "number-slip",
        "recap",
        "finished",
    ],
)
def test_it_looks_so(
    state: str, size: tuple[int, int], make_app: MakeApp, snap_compare: Callable[..., bool]
) -> None:
    assert snap_compare(make_app(lesson=LESSON), terminal_size=size, run_before=before(state))


@pytest.mark.parametrize("state", ["run", "number-slip", "note"])
def test_three_panes_look_so(state: str, make_app: MakeApp, snap_compare: Callable[..., bool]) -> None:
    assert snap_compare(make_app(lesson=LESSON), terminal_size=THREE, run_before=before(state))


@pytest.mark.parametrize("state", ["explained", "multiple-half"])
def test_without_colours_glyphs_and_words_say_it(
    state: str, make_app: MakeApp, snap_compare: Callable[..., bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert snap_compare(make_app(lesson=LESSON), terminal_size=NARROW, run_before=before(state))
