"""A guided lesson: the walk, the panes, what is kept."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from textual.widgets import Input, TextArea

from tests.ui.conftest import MakeApp
from tests.ui.fakes import FakeRunner
from tests.ui.lesson_play import NARROW, THREE, TWO, go, here, kinds, lesson, playing, press, shown
from tests.ui.tiny_course import build
from tutor.course.loader import load_course
from tutor.learner.store import Record
from tutor.ui.screens.finished import FinishedScreen
from tutor.ui.screens.lesson import LessonScreen
from tutor.ui.screens.roadmap import RoadmapScreen
from tutor.ui.widgets.choice_list import ChoiceList


@pytest.mark.parametrize("size", [NARROW, TWO, THREE])
async def test_a_whole_lesson_by_enter_alone_but_for_the_answers(
    make_app: MakeApp, record: Record, size: tuple[int, int]
) -> None:
    """Nobody reads the manual: enter always does the obvious next thing."""
    async with playing(make_app, size) as pilot:
        await press(pilot, "enter", "2", "enter", "enter", "enter", "enter", "enter", "enter")
        assert here(pilot) == "q-single"
        await press(pilot, "1", "enter", "enter", "1", "2", "enter", "enter", ".", "4", "8", "enter", "enter")
        assert here(pilot) == "c1"
        await press(pilot, "enter", "enter")
        assert isinstance(pilot.app.screen, FinishedScreen)
        assert kinds(record, "lesson-done") == ["lesson-done"]
        assert record.progress.lesson("blur-and-error").state == "done"
        assert kinds(record, "ran", "answered") == ["ran", *["answered"] * 4]


async def test_steps_appear_one_after_the_other(make_app: MakeApp) -> None:
    async with playing(make_app, TWO) as pilot:
        assert "The rest of the story" not in shown(pilot)
        assert "▸ Why blur" in shown(pilot)
        await go(pilot, "the-rest-of-the-story")
        assert "▸ The rest of the story" in shown(pilot)
        assert "  Why blur" in shown(pilot)
        await press(pilot, "p")
        assert here(pilot) == "explain-1"


async def test_an_explanation_waits_for_its_run_or_a_skip(make_app: MakeApp, runner: FakeRunner) -> None:
    async with playing(make_app) as pilot:
        await go(pilot, "explain-1")
        assert "with less blur" not in shown(pilot)
        assert "k reads on without the run" in shown(pilot)
        await press(pilot, "k")
        assert "with less blur 0.05" in shown(pilot)
        assert runner.requests == []


@pytest.mark.parametrize(
    ("step", "pane"),
    [("why-blur", "lesson"), ("p-error", "quiz"), ("run-blur", "sandbox"), ("q-numeric", "quiz")],
)
async def test_on_narrow_terminals_the_pane_of_the_step_is_shown(
    make_app: MakeApp, step: str, pane: str
) -> None:
    async with playing(make_app) as pilot:
        await go(pilot, step)
        panes = lesson(pilot).panes
        assert panes.at == pane
        visible = [column.id for column in panes.query(".column").results() if column.display]
        assert visible == [f"column-{pane}"]
        assert pilot.app.focused is not None


async def test_the_focus_follows_from_a_pane_that_goes_to_the_one_that_comes(make_app: MakeApp) -> None:
    async with playing(make_app) as pilot:
        await press(pilot, "n", "k", "r")
        assert lesson(pilot).panes.at == "sandbox"
        await press(pilot, "n")
        assert pilot.app.focused is lesson(pilot).prose
        await press(pilot, "p")
        assert lesson(pilot).panes.at == "sandbox"
        knob = lesson(pilot).sandbox.knobs.current
        assert knob is not None
        assert knob.has_focus


async def test_the_names_of_all_panes_are_always_there(make_app: MakeApp) -> None:
    async with playing(make_app) as pilot:
        for key in ("f2", "f3", "f4"):
            await press(pilot, key)
            top = shown(pilot).splitlines()[1]
            assert all(name in top for name in ("F2 Lesson", "F3 Quiz", "F4 Sandbox"))


async def test_a_click_on_a_name_shows_the_pane(make_app: MakeApp) -> None:
    async with playing(make_app) as pilot:
        await pilot.click("#tabs-lesson", offset=(13, 0))
        await pilot.pause()
        assert lesson(pilot).panes.at == "quiz"


async def test_a_dot_says_where_something_waits(make_app: MakeApp) -> None:
    async with playing(make_app) as pilot:
        await press(pilot, "n", "f2")
        assert "F3 Quiz •" in shown(pilot)
        await press(pilot, "f3", "2", "enter")
        assert "F4 Sandbox •" in shown(pilot)


async def test_resizing_while_typing_keeps_the_text_the_focus_and_the_place(make_app: MakeApp) -> None:
    async with playing(make_app) as pilot:
        await go(pilot, "q-numeric")
        await press(pilot, "0", ".", "4")
        for size in (THREE, TWO, NARROW, (60, 15), TWO):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            field = pilot.app.focused
            assert isinstance(field, Input)
            assert (field.value, field.cursor_position) == ("0.4", 3)
            assert field.region.height == 1
        await press(pilot, "8", "enter")
        assert "✓ right" in shown(pilot)


async def test_letters_in_a_field_are_text(make_app: MakeApp, record: Record) -> None:
    async with playing(make_app) as pilot:
        await go(pilot, "q-numeric")
        await press(pilot, "n", "p", "k", "b")
        assert here(pilot) == "q-numeric"
        assert pilot.app.focused is not None
        assert pilot.app.focused.value == "npkb"  # type: ignore[attr-defined]
        assert not kinds(record, "bookmarked")


async def test_esc_leads_out_of_the_field_then_home(make_app: MakeApp) -> None:
    async with playing(make_app) as pilot:
        await go(pilot, "q-numeric")
        await press(pilot, "4", "escape")
        assert lesson(pilot).panes.at == "lesson"
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, RoadmapScreen)


async def test_coming_back_restores_step_knobs_code_and_the_half_typed_answer(
    make_app: MakeApp, record: Record
) -> None:
    async with playing(make_app, THREE) as pilot:
        await press(pilot, "n", "2", "enter", "r", "right", "right", "f2")
        await press(pilot, "f4", "e", "#", "m", "i", "n", "e", "escape")
        await go(pilot, "q-numeric")
        await press(pilot, "0", ".", "4", "escape", "escape")
        assert isinstance(pilot.app.screen, RoadmapScreen)
    async with playing(make_app, THREE) as pilot:
        assert here(pilot) == "q-numeric"
        field = pilot.app.focused
        assert isinstance(field, Input)
        assert field.value == "0.4"
        sandbox = lesson(pilot).sandbox
        assert sandbox.knobs.params["noise"] == pytest.approx(0.7)
        assert sandbox.query_one(TextArea).text.startswith("#mine")
        await press(pilot, "escape", "p", "p", "p", "p")
        assert "with less blur" in shown(pilot)


async def test_a_committed_prediction_waits_for_its_run_over_a_restart(
    make_app: MakeApp, record: Record
) -> None:
    async with playing(make_app) as pilot:
        await press(pilot, "n", "2", "enter")
    async with playing(make_app) as pilot:
        assert "r runs it, and the run decides" in shown(pilot)
        await press(pilot, "r")
        assert kinds(record, "ran", "answered") == ["ran", "answered"]
    async with playing(make_app) as pilot:
        await press(pilot, "f3")
        assert "✓ right" in shown(pilot)
        assert "Half of the blur" in shown(pilot)


async def test_bookmarks_and_notes(make_app: MakeApp, record: Record) -> None:
    async with playing(make_app) as pilot:
        await press(pilot, "b", "N", "s", "o", "escape")
        assert record.progress.bookmarks("blur-and-error") == ("why-blur",)
        assert record.progress.notes("blur-and-error") == {"why-blur": "so"}
        assert "▸ Why blur  ★ ✎" in shown(pilot)
        await press(pilot, "b")
        assert record.progress.bookmarks("blur-and-error") == ()
        await press(pilot, "N", "!", "escape")
        assert record.progress.notes("blur-and-error") == {"why-blur": "so!"}


async def test_a_mistake_is_kept_copied_and_written_to_a_file(make_app: MakeApp, record: Record) -> None:
    async with playing(make_app) as pilot:
        await press(pilot, "m", "n", "o", "f9")
        file = record.path.parent / "mistakes.txt"
        words = file.read_text()
        assert "blur-and-error, step why-blur (read), seed 0" in words
        assert words.endswith("no\n\n")
        assert pilot.app.clipboard in words
        event = next(record.events("mistake-reported"))
        assert (event.body["step"], event.body["text"]) == ("why-blur", "no")
        await press(pilot, "m", "n", "o", "escape")
        assert kinds(record, "mistake-reported") == ["mistake-reported"]


async def test_the_end_names_what_to_look_at_again_and_leads_there(make_app: MakeApp) -> None:
    async with playing(make_app) as pilot:
        await press(pilot, "n", "k", "f2")
        await go(pilot, "q-single")
        wrong = "2" if lesson(pilot).quiz.query_one(ChoiceList)._options[1].place else "1"
        await press(pilot, wrong, "enter")
        await go(pilot, "recap")
        await press(pilot, "enter")
        words = shown(pilot)
        assert "0 of 4 questions right at the first try." in words
        assert all(why in words for why in ("passed over", "not right", "left open"))
        await press(pilot, "down", "enter")
        assert here(pilot) == "q-single"
        assert isinstance(pilot.app.screen, LessonScreen)


async def test_after_the_last_lesson_there_is_home(make_app: MakeApp) -> None:
    async with playing(make_app) as pilot:
        await go(pilot, "recap")
        await press(pilot, "enter")
        assert "Next lesson" not in shown(pilot)
        await press(pilot, "end", "enter")
        assert isinstance(pilot.app.screen, RoadmapScreen)


async def test_after_the_end_enter_opens_the_next_lesson(make_app: MakeApp, tmp_path: Path) -> None:
    root = build(tmp_path / "two")
    first = root / "u01_orientation" / "blur_and_error"
    shutil.copytree(first, first.with_name("later_lesson"))
    for file in (root / "course.toml", first.with_name("later_lesson") / "lesson.toml"):
        text = file.read_text().replace(
            'status = "planned"\nrequires = ["blur-and-error"]', 'status = "written"'
        )
        file.write_text(
            text.replace(
                'id = "blur-and-error"\ntitle = "Blur makes errors"\nm',
                'id = "later-lesson"\ntitle = "Later"\nm',
            )
        )
    app = make_app(lesson="blur-and-error", course=load_course(root))
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        await go(pilot, "recap")
        await press(pilot, "enter")
        assert "Next lesson  1.2 Later" in shown(pilot)
        await press(pilot, "enter")
        assert shown(pilot).startswith(" 1.2 Later")
        assert here(pilot) == "why-blur"
