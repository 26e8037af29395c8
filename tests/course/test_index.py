"""The index: unchanged lessons are not opened again, and nothing stale is ever believed."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.course.build import change
from tests.course.conftest import Tiny
from tutor.course import lesson
from tutor.course.loader import load_course
from tutor.course.model import Lesson


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ids of the lessons that are opened from now on."""
    ids: list[str] = []
    read = lesson.read_lesson

    def counted(folder: Path, lesson_id: str, number: str, *, strict: bool) -> Lesson:
        ids.append(lesson_id)
        return read(folder, lesson_id, number, strict=strict)

    monkeypatch.setattr(lesson, "read_lesson", counted)
    return ids


def test_an_unchanged_lesson_is_not_opened_again(tiny: Tiny, tmp_path: Path, opened: list[str]) -> None:
    first = load_course(tiny.root, tmp_path / "cache")
    assert opened == ["coin-toss"]
    assert load_course(tiny.root, tmp_path / "cache") == first
    assert opened == ["coin-toss"]
    assert first == load_course(tiny.root)


@pytest.mark.parametrize("name", ["lesson.toml", "lesson.md", "recorded.toml", "toss.py"])
def test_a_changed_file_is_noticed(tiny: Tiny, tmp_path: Path, opened: list[str], name: str) -> None:
    load_course(tiny.root, tmp_path / "cache")
    os.utime(tiny.folder / name, ns=(1, 1))
    load_course(tiny.root, tmp_path / "cache")
    assert opened == ["coin-toss", "coin-toss"]


def test_what_changed_is_told(tiny: Tiny, tmp_path: Path) -> None:
    load_course(tiny.root, tmp_path / "cache")
    change(tiny.folder / "lesson.toml", "minutes = 10", "minutes = 100")
    assert load_course(tiny.root, tmp_path / "cache").lessons["coin-toss"].minutes == 100
    (tiny.folder / "recorded.toml").unlink()
    assert load_course(tiny.root, tmp_path / "cache").lessons["coin-toss"].status == "written"
    (tiny.folder / "toss.py").unlink()
    assert load_course(tiny.root, tmp_path / "cache").lessons["coin-toss"].status == "broken"


def test_a_broken_lesson_is_tried_each_time(tiny: Tiny, tmp_path: Path, opened: list[str]) -> None:
    (tiny.folder / "lesson.md").write_text("No heading.\n")
    for _ in range(2):
        assert load_course(tiny.root, tmp_path / "cache").lessons["coin-toss"].status == "broken"
    assert opened == ["coin-toss", "coin-toss"]


def test_two_courses_do_not_mix(tiny: Tiny, tmp_path: Path) -> None:
    load_course(tiny.root, tmp_path / "cache")
    other = tmp_path / "other"
    tiny.root.rename(other)
    change(other / "u01_first" / "coin_toss" / "lesson.toml", "minutes = 10", "minutes = 11")
    load_course(other, tmp_path / "cache")
    assert len(list((tmp_path / "cache").glob("course-*.json"))) == 2


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "null", '{"version": 1}', '{"version": "VERSION", "lessons": {"a": [1, 2, 3]}}']
)
def test_a_useless_cache_is_made_again(tiny: Tiny, tmp_path: Path, opened: list[str], text: str) -> None:
    load_course(tiny.root, tmp_path / "cache")
    (file,) = (tmp_path / "cache").glob("course-*.json")
    version = json.loads(file.read_text())["version"]
    file.write_text(text.replace("VERSION", version))
    assert load_course(tiny.root, tmp_path / "cache").lessons["coin-toss"].status == "written"
    load_course(tiny.root, tmp_path / "cache")
    assert opened == ["coin-toss", "coin-toss"]


def test_a_cache_that_cannot_be_written_is_no_matter(tiny: Tiny, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    assert load_course(tiny.root, blocked / "cache").lessons["coin-toss"].status == "written"
