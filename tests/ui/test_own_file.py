"""Opening a CSV in the free sandbox: the prompt, what it refuses, and what it hands to the session."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.ui.conftest import MakeApp
from tests.ui.fakes import FakeRunner
from tests.ui.lesson_play import press, settle
from tests.ui.test_free import free, opened
from tutor.run import OwnFile
from tutor.ui.own_file import LIMIT, RefusedError, matches, read_file, shared
from tutor.ui.screens.free import SESSION
from tutor.ui.screens.open_file import OpenFileScreen

CSV = b"a,b\n1,2\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the learner is: two tables, a folder, something else."""
    place = tmp_path / "here"
    (place / "more").mkdir(parents=True)
    (place / "more" / "inner.csv").write_bytes(CSV)
    for name in ("houses.csv", "housing.tsv", "notes.md", ".hidden.csv"):
        (place / name).write_bytes(CSV)
    monkeypatch.chdir(place)
    return place


def prompt(pilot: Pilot[None]) -> OpenFileScreen:
    screen = pilot.app.screen
    assert isinstance(screen, OpenFileScreen)
    return screen


async def looked(pilot: Pilot[None]) -> None:
    """Whatever was asked of the disk has come back."""
    for worker in [each for each in pilot.app.workers if each.group in ("look", "read")]:
        await worker.wait()
    await settle(pilot)


async def typed(pilot: Pilot[None], words: str) -> None:
    """Type, and let the list follow."""
    await pilot.press(*words)
    await looked(pilot)


def test_tables_come_before_folders_and_the_rest_does_not_come(folder: Path) -> None:
    assert matches("") == ["houses.csv", "housing.tsv", "more/"]
    assert matches("HOUSES") == ["houses.csv"]
    assert matches("more/") == ["more/inner.csv"]
    assert matches(f"{folder}/m") == [f"{folder}/more/"]
    assert matches(".h") == [".hidden.csv"]
    assert matches("nowhere/") == matches("\0") == []
    assert shared(matches("h")) == "hous"


def test_home_is_a_tilde(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(folder))
    assert matches("~/hou") == ["~/houses.csv", "~/housing.tsv"]
    assert read_file("~/houses.csv") == OwnFile("houses.csv", CSV)


def test_a_file_is_read_as_bytes(folder: Path) -> None:
    (folder / "raw.csv").write_bytes(b"\x00\xff")
    assert read_file(" raw.csv ") == OwnFile("raw.csv", b"\x00\xff")


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("nothing.csv", "There is no file nothing.csv."),
        ("more", "is a folder"),
        ("empty.csv", "empty.csv is empty."),
        ("large.csv", "large.csv is 6.0 MB large; up to 5 MB can be opened here."),
        ("pipe.csv", "no ordinary file"),
        ("a\0b", "cannot be read"),
        ("x" * 5000, "cannot be read"),
    ],
)
def test_what_cannot_be_opened_is_refused_in_words(folder: Path, path: str, words: str) -> None:
    (folder / "empty.csv").touch()
    (folder / "large.csv").write_bytes(b"1\n" * 3_000_000)
    os.mkfifo(folder / "pipe.csv")
    with pytest.raises(RefusedError) as refused:
        read_file(path)
    assert words in str(refused.value)


def test_a_file_at_the_limit_is_read(folder: Path) -> None:
    (folder / "full.csv").write_bytes(b"1" * LIMIT)
    assert len(read_file("full.csv").content) == LIMIT


async def test_a_chosen_file_goes_into_the_session(
    make_app: MakeApp, runner: FakeRunner, folder: Path
) -> None:
    async with opened(make_app) as pilot:
        await press(pilot, "f3")
        await typed(pilot, "houses.csv")
        await press(pilot, "enter")
        await looked(pilot)
        (request,) = runner.requests
        assert request.own == OwnFile("houses.csv", CSV)
        assert request.session == SESSION
        assert "data = own_table('houses.csv')" in request.source
        assert len(free(pilot).entries) == 1
        await press(pilot, "f3")
        assert prompt(pilot).field.value == "houses.csv"


async def test_tab_completes_arrows_choose_and_enter_goes_into_folders(
    make_app: MakeApp, runner: FakeRunner, folder: Path
) -> None:
    async with opened(make_app) as pilot:
        await press(pilot, "f3")
        await typed(pilot, "h")
        await press(pilot, "tab")
        await looked(pilot)
        assert prompt(pilot).field.value == "hous"
        await press(pilot, "down", "tab")
        await looked(pilot)
        assert prompt(pilot).field.value == "housing.tsv"
        await press(pilot, *["backspace"] * 11, "down", "down", "enter")
        await looked(pilot)
        assert prompt(pilot).field.value == "more/"
        assert "inner.csv" in str(prompt(pilot).paths.content)
        await press(pilot, "enter")
        await looked(pilot)
        assert [request.own for request in runner.requests] == [OwnFile("inner.csv", CSV)]


async def test_a_refusal_stays_and_says_why(make_app: MakeApp, runner: FakeRunner, folder: Path) -> None:
    async with opened(make_app) as pilot:
        await press(pilot, "f3")
        await typed(pilot, "nothing.csv")
        await press(pilot, "enter")
        await looked(pilot)
        assert str(prompt(pilot).words.content) == "✗ There is no file nothing.csv."
        await press(pilot, "escape")
        assert runner.requests == []
        assert free(pilot).editor.has_focus


async def test_the_palette_leads_there_from_anywhere(make_app: MakeApp, folder: Path) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        pilot.app.open_table()  # type: ignore[attr-defined]
        await settle(pilot)
        await settle(pilot)
        assert prompt(pilot).field.has_focus
