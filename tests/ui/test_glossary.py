"""The glossary opens at the terms of what is read, finds by typing, and leads to lessons."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList

from tests.ui.conftest import MakeApp
from tests.ui.lesson_play import LESSON, go, press, shown
from tests.ui.test_palette import choose
from tutor.course.glossary import Term
from tutor.course.model import Course
from tutor.ui.screens.glossary import GlossaryScreen, matching
from tutor.ui.widgets.prose import TERM, blocks, inline

TERMS = (
    Term("gain", "How much a split lowers the impurity."),
    Term("Gini impurity", "How mixed a node is.", also=("impurity",)),
    Term("leaf", "A node that answers.", also=("leaves",)),
)


@pytest.fixture
def marked(tiny_course: Course) -> None:
    """Two terms are marked in the first step."""
    script = tiny_course.root / "u01_orientation" / "blur_and_error" / "lesson.md"
    text = script.read_text().replace("Blur them, and **errors**", "[[Blur]] them, and **[[errors|error]]**")
    script.write_text(text)


def names(pilot: Pilot[Any]) -> list[str]:
    """The terms that are listed."""
    assert isinstance(pilot.app.screen, GlossaryScreen)
    return [each.term for each in pilot.app.screen._found]


@pytest.mark.usefixtures("marked")
async def test_g_opens_it_at_the_first_term_of_the_step(make_app: MakeApp) -> None:
    app = make_app(lesson=LESSON)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await press(pilot, "g")
        assert names(pilot) == ["blur", "error", "centre"]
        assert "▸ blur" in shown(pilot)
        assert "▸ error" in shown(pilot)
        assert "How far samples" in shown(pilot)
        await press(pilot, "down")
        assert "taken for the other class" in shown(pilot)
        assert "error = wrong / all" in shown(pilot)
        await press(pilot, "escape")
        assert not isinstance(app.screen, GlossaryScreen)


async def test_without_marks_it_begins_with_the_alphabet(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await press(pilot, "g")
        assert names(pilot) == ["blur", "centre", "error"]


async def test_typing_searches_and_arrows_choose(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await press(pilot, "g", *"cen")
        assert names(pilot) == ["centre", "blur"]
        await press(pilot, "down")
        assert "How far samples" in shown(pilot)
        await press(pilot, "down", "up")
        assert "The mean of the samples" in shown(pilot)
        await press(pilot, *"zzz")
        assert names(pilot) == []
        assert "Nothing is called so." in shown(pilot)


async def test_f2_opens_the_lesson_if_it_is_written(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await press(pilot, "g", "f2")
        assert "(not written yet)" in shown(pilot)
        assert isinstance(app.screen, GlossaryScreen)
        await press(pilot, *"error", "f2")
        assert "Blur makes errors" in shown(pilot)
        assert len(app.screen_stack) == 2


async def test_g_is_a_letter_in_a_field(make_app: MakeApp) -> None:
    app = make_app(lesson=LESSON)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await go(pilot, "q-numeric")
        await press(pilot, "g")
        assert not isinstance(app.screen, GlossaryScreen)


async def test_the_palette_finds_a_term(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await choose(pilot, "term centre")
        assert isinstance(app.screen, GlossaryScreen)
        assert "The mean of the samples" in shown(pilot)


async def test_a_broken_glossary_is_an_empty_one(make_app: MakeApp, tiny_course: Course) -> None:
    (tiny_course.root / "glossary.toml").write_text("broken [")
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await press(pilot, "g")
        assert names(pilot) == []
        assert app.screen.query_one(OptionList).option_count == 0


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["gain", "Gini impurity", "leaf"]),
        ("g", ["gain", "Gini impurity"]),
        ("LEAV", ["leaf"]),
        ("impurity", ["Gini impurity", "gain"]),
        ("node", ["Gini impurity", "leaf"]),
        ("  gini   imp", ["Gini impurity"]),
        ("[x", []),
    ],
)
def test_names_come_before_sentences(query: str, found: list[str]) -> None:
    assert [each.term for each in matching(TERMS, query)] == found


def test_a_marked_term_stands_underlined() -> None:
    content = inline("A **[[leaves|leaf]]** of `[[code]]`")
    assert content.plain == "A leaves of [[code]]"
    styled = [str(span.style) for span in content.spans if content.plain[span.start : span.end] == "leaves"]
    assert styled == [f"bold {TERM}"]


def test_a_mark_may_run_over_a_line() -> None:
    assert [block.content.plain for block in blocks("A [[gini\nimpurity]] of 0.")] == [
        "A gini impurity of 0."
    ]


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])
@pytest.mark.usefixtures("marked")
def test_it_looks_so(size: tuple[int, int], make_app: MakeApp, snap_compare: Callable[..., bool]) -> None:
    async def before(pilot: Pilot[Any]) -> None:
        await pilot.pause()
        await press(pilot, "g")

    assert snap_compare(make_app(lesson=LESSON), terminal_size=size, run_before=before)
