"""The learner's own editor: named, started, waited for; whatever goes wrong is said and costs no code."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from textual.app import App

from tests.ui.conftest import MakeApp
from tests.ui.exercise_play import STARTER, Judge, course, exercising, judge, screen
from tests.ui.lesson_play import press
from tutor.course.model import Course
from tutor.learner.store import Record
from tutor.ui.own_editor import LARGEST, OwnEditorError, edited, own_editor

__all__ = ["course", "judge"]


class Suspendable(App[None]):
    """An app that can be suspended without a terminal, and tells whether it came back."""

    came_back = False

    @contextmanager
    def suspend(self) -> Iterator[None]:
        """As the real one: nothing is cleaned up after an exception."""
        yield
        self.came_back = True


def script(tmp_path: Path, code: str) -> tuple[str, ...]:
    """An editor that does this with the file, whose path is `file`."""
    path = tmp_path / "editor.py"
    path.write_text(
        f"import sys, pathlib\nfile = pathlib.Path(sys.argv[-1])\nassert sys.argv[1] == '--wait'\n{code}\n"
    )
    return sys.executable, str(path), "--wait"


def test_visual_comes_before_editor_and_both_may_have_arguments() -> None:
    assert own_editor({"VISUAL": "code --wait", "EDITOR": "vi"}) == ("code", "--wait")
    assert own_editor({"VISUAL": " ", "EDITOR": "'my editor' -n"}) == ("my editor", "-n")


@pytest.mark.parametrize("environ", [{}, {"EDITOR": ""}])
def test_no_editor_is_said_with_what_to_do(environ: dict[str, str]) -> None:
    with pytest.raises(OwnEditorError, match="set VISUAL or EDITOR"):
        own_editor(environ)


def test_open_quotes_are_said() -> None:
    with pytest.raises(OwnEditorError, match="Close its quotes"):
        own_editor({"EDITOR": "vi 'x"})


def test_what_the_editor_writes_comes_back(tmp_path: Path) -> None:
    app = Suspendable()
    command = script(tmp_path, "assert file.name == 'e1.py'\nfile.write_text(file.read_text() + 'é')")
    assert edited(app, command, "x = 1\n", "e1.py") == "x = 1\né"
    assert app.came_back


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("sys.exit(3)", "ended with code 3"),
        ("file.unlink()", "cannot be read again"),
        (r"file.write_bytes(b'\xff\xfe\x00')", "no text in UTF-8"),
        (r"file.write_bytes(b'a\x00b')", "NUL"),
        (f"file.write_bytes(b'a' * {LARGEST + 1})", "larger than a megabyte"),
    ],
)
def test_what_goes_wrong_is_said(tmp_path: Path, code: str, words: str) -> None:
    app = Suspendable()
    with pytest.raises(OwnEditorError, match=words):
        edited(app, script(tmp_path, code), "x", "e1.py")
    assert app.came_back


def test_an_editor_that_is_not_there_is_said() -> None:
    app = Suspendable()
    with pytest.raises(OwnEditorError, match="no-such-editor cannot be started"):
        edited(app, ("no-such-editor",), "x", "e1.py")
    assert app.came_back


async def test_the_exercise_takes_what_came_back(
    make_app: MakeApp,
    course: Course,
    judge: Judge,
    record: Record,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    @contextmanager
    def suspend(_: object) -> Iterator[None]:
        yield

    command = script(tmp_path, "file.write_text('# mine')")
    monkeypatch.setattr("tutor.ui.screens.exercise.own_editor", lambda: command)
    async with exercising(make_app, course) as pilot:
        await press(pilot, "o")
        assert ["cannot be handed" in each.message for each in pilot.app._notifications] == [True]
        assert screen(pilot).editor.text == STARTER
        monkeypatch.setattr(App, "suspend", suspend)
        await press(pilot, "o")
        assert screen(pilot).editor.text == "# mine"
        assert screen(pilot).editor.has_focus
        await press(pilot, "ctrl+g")
        assert "came back as it was" in [each.message for each in pilot.app._notifications][-1]
        await press(pilot, "ctrl+z")
        assert screen(pilot).editor.text == STARTER
