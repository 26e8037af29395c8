"""Completion in the editor: names while typing, the signature, docs; and never in the way."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from tests.ui.completer import METHODS, TREE, FakeCompleter, TypingApp
from tests.ui.conftest import MakeApp
from tutor.learner.store import Record
from tutor.sandbox.completion.answers import Completion
from tutor.ui.screens.docs import DocsScreen
from tutor.ui.widgets import typing_aid
from tutor.ui.widgets.completion_list import CompletionList
from tutor.ui.widgets.editor import Editor
from tutor.ui.widgets.signature_line import SignatureLine, wording

SIZE = (80, 24)


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every moment is a pause."""
    monkeypatch.setattr(typing_aid, "PAUSE_S", 0.001)


async def paused(pilot: Pilot[None]) -> None:
    """Let the pause pass."""
    await pilot.pause()
    while any(editor._aid.waiting for editor in pilot.app.query(Editor)):
        await pilot.pause()


async def settle(pilot: Pilot[None]) -> None:
    """Let the pause pass and the answer come."""
    await paused(pilot)
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def types(pilot: Pilot[None], *keys: str) -> None:
    """Press the keys, then let everything settle."""
    await pilot.press(*keys)
    await settle(pilot)


def offered(app: TypingApp) -> list[str] | None:
    """The names in the open list."""
    found = app.screen.query(CompletionList)
    return [each.name for each in found.first().names] if found and found.first().display else None


def shown(line: SignatureLine) -> bool:
    return line.display


async def test_after_a_dot_a_list_opens_and_enter_takes_the_marked_name() -> None:
    app = TypingApp("tree")
    async with app.run_test(size=SIZE) as pilot:
        await types(pilot, ".")
        assert offered(app) == [each.name for each in METHODS if each.name != "__init__"]
        await types(pilot, "down", "down", "up", "enter")
        assert app.editor.text == "tree.classes_"
        assert offered(app) is None
        await types(pilot, "ctrl+z")
        assert app.editor.text == "tree."


async def test_typing_narrows_the_list_and_tab_takes() -> None:
    app = TypingApp("tree.")
    async with app.run_test(size=SIZE) as pilot:
        await types(pilot, "p", "R")
        assert offered(app) == ["predict", "predict_log_proba", "predict_proba"]
        await types(pilot, "backspace", "backspace", "_")
        assert offered(app) == ["__init__"]
        await types(pilot, "backspace", "s", "tab", "(")
        assert app.editor.text == "tree.score("


async def test_the_first_or_last_name_is_marked_after_the_other_end() -> None:
    app = TypingApp("tree.")
    async with app.run_test(size=SIZE) as pilot:
        await types(pilot, "g", "up", "enter")
        assert app.editor.text == "tree.get_n_leaves"


async def test_esc_closes_the_list_first_and_leaves_the_editor_then() -> None:
    app = TypingApp("tree")
    async with app.run_test(size=SIZE) as pilot:
        await types(pilot, ".", "escape")
        assert offered(app) is None
        assert app.left == 0
        await types(pilot, "escape")
        assert app.left == 1
        assert app.editor.text == "tree."


async def test_closed_it_takes_no_key() -> None:
    app = TypingApp("tree", FakeCompleter(names=()))
    async with app.run_test(size=SIZE) as pilot:
        await types(pilot, ".", "enter", "tab", "x", "up", "down", "left")
        assert app.editor.text == "tree.\n    x"


async def test_a_complete_word_needs_no_list_so_enter_breaks_the_line() -> None:
    app = TypingApp("tree.")
    async with app.run_test(size=SIZE) as pilot:
        await types(pilot, *"predict")
        assert offered(app) is None
        await types(pilot, "enter")
        assert app.editor.text == "tree.predict\n"


@pytest.mark.parametrize("key", ["left", "home", "up", "ctrl+z", "delete"])
async def test_any_other_key_closes_the_list(key: str) -> None:
    app = TypingApp("tree")
    async with app.run_test(size=SIZE) as pilot:
        await types(pilot, ".")
        assert offered(app)
        if key == "up":
            await types(pilot, "left", "right")
        await types(pilot, key)
        assert offered(app) is None


async def test_nothing_is_asked_for_text_that_was_not_typed() -> None:
    app = TypingApp("")
    async with app.run_test(size=SIZE) as pilot:
        app.editor.load_text("tree.")
        app.editor.put("other.")
        await settle(pilot)
        assert app.fake.asked == []


async def test_a_click_elsewhere_closes_and_a_click_on_a_name_takes_it() -> None:
    app = TypingApp("tree")
    async with app.run_test(size=SIZE) as pilot:
        await types(pilot, ".")
        await pilot.click(CompletionList, offset=(2, 3))
        await settle(pilot)
        assert app.editor.text == "tree.fit"
        await types(pilot, ".")
        assert offered(app)
        await pilot.click(Editor, offset=(30, 15))
        assert offered(app) is None


async def test_an_answer_that_comes_too_late_is_dropped() -> None:
    app = TypingApp("tree", FakeCompleter(gate=asyncio.Event()))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press(".")
        await paused(pilot)
        assert app.fake.asked
        await pilot.press("enter")
        assert app.fake.gate is not None
        app.fake.gate.set()
        await settle(pilot)
        assert app.editor.text == "tree.\n"
        assert not app.screen.query(CompletionList)


async def test_an_answer_still_fits_when_the_word_has_grown_meanwhile() -> None:
    gate = asyncio.Event()
    app = TypingApp("tree", FakeCompleter(gate=gate))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press(".")
        await paused(pilot)
        await pilot.press("g")
        gate.set()
        await settle(pilot)
        assert offered(app) == ["get_depth", "get_n_leaves"]


async def test_the_signature_stands_over_the_call_until_the_call_is_over() -> None:
    app = TypingApp("\n\ntree = DecisionTreeClassifier(max_depth", FakeCompleter(names=(), call=TREE))
    async with app.run_test(size=SIZE) as pilot:
        await types(pilot, "=")
        line = app.screen.query_one(SignatureLine)
        assert shown(line)
        assert "max_depth=None" in str(line.content)
        assert line.region.y == app.editor.cursor_screen_offset.y - 1
        app.fake.call = None
        await types(pilot, "3", ")")
        assert not shown(line)
        app.fake.call = TREE
        await types(pilot, "space")
        assert shown(line)
        await types(pilot, "up")
        assert not shown(line)


def test_a_long_signature_keeps_the_current_parameter_in_sight() -> None:
    assert wording(TREE, 200).plain.startswith("DecisionTreeClassifier(*, criterion=")
    short = wording(TREE, 50).plain
    assert len(short) <= 50
    assert "max_depth=None" in short
    assert short.startswith("DecisionTreeClassifier(…")


async def test_f1_shows_the_docs_and_goes_back_to_the_code() -> None:
    app = TypingApp("tree.fit")
    async with app.run_test(size=SIZE) as pilot:
        await types(pilot, "f1")
        assert isinstance(app.screen, DocsScreen)
        texts = [str(each.content) for each in app.screen.query(Static)]
        assert "fit(X, y)" in texts
        assert any("[b]Not markup[/b]" in text for text in texts)
        await types(pilot, "pagedown", "f1")
        assert app.focused is app.editor
        assert app.editor.text == "tree.fit"
        app.fake.text = ""
        await types(pilot, "f1")
        assert app.focused is app.editor
        assert ["Nothing is known" in each.message for each in app._notifications] == [True]


async def test_switched_off_nothing_is_asked() -> None:
    app = TypingApp("tree")
    app.completes = False
    async with app.run_test(size=SIZE) as pilot:
        await types(pilot, ".", "p")
        assert app.fake.asked == []
        assert not app.fake.started


async def test_names_from_elsewhere_are_no_markup() -> None:
    app = TypingApp("x", FakeCompleter(names=(Completion("[/b]", "[red]", "(a=[b])"),)))
    async with app.run_test(size=SIZE) as pilot:
        await types(pilot, ".")
        assert "[/b]" in app.screen.query_one(CompletionList).render().plain


async def test_the_app_completes_in_a_lesson_keeps_the_switch_and_closes_the_completer(
    make_app: MakeApp, record: Record
) -> None:
    fake = FakeCompleter()
    app = make_app(lesson="blur-and-error")
    app._make_completer = lambda: fake
    async with app.run_test(size=(120, 40)) as pilot:
        editor = app.screen.query_one(Editor)
        app.screen.query_one("SandboxPane").action_view("code")  # type: ignore[attr-defined]
        await pilot.pause()
        assert app.focused is editor
        await settle(pilot)
        assert fake.started
        assert not fake.asked
        await types(pilot, "n", "p", ".")
        assert app.screen.query_one(CompletionList).display
        app.choose("completion", "off")
        await types(pilot, "x", "backspace")
        asked = len(fake.asked)
        await types(pilot, "p")
        assert len(fake.asked) == asked
        assert record.progress.settings["completion"] == "off"
    assert fake.closed


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])
@pytest.mark.parametrize("state", ["list", "narrowed-at-the-edge", "signature", "docs"])
def test_it_looks_as_it_should(
    snap_compare: object, state: str, size: tuple[int, int], tmp_path: Path
) -> None:
    code = "from sklearn.tree import DecisionTreeClassifier\n\nX, y = load()\n"
    call = TREE if state == "signature" else None
    tails = {"list": "tree", "signature": "tree = DecisionTreeClassifier(max_depth", "docs": "tree.fit"}
    tail = tails.get(state, "\n" * (size[1] - 7) + "print(" + "x, " * (size[0] // 3 - 14) + "tree.pre")
    app = TypingApp(code + tail, FakeCompleter(call=call, names=() if call else METHODS))
    keys = {"list": [".", "down"], "signature": ["="], "docs": ["f1"]}.get(state, ["d"])

    async def run_before(pilot: Pilot[None]) -> None:
        for key in keys:
            await types(pilot, key)

    assert snap_compare(app, terminal_size=size, run_before=run_before)  # type: ignore[operator]
