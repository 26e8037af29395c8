"""The remembered road: the same as when it was read, and forgotten as soon as any file of it changes."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.course.build import change
from tests.course.conftest import Tiny
from tutor.course.loader import load_course
from tutor.course.remembered import cache_file, remember, remembered, stamps


def keep(root: Path, cache: Path) -> None:
    """Read the course and remember it."""
    found = stamps(root)
    remember(load_course(root), found, cache)


def test_it_is_the_course_that_was_read(tiny: Tiny, tmp_path: Path) -> None:
    assert remembered(tiny.root, tmp_path / "cache") is None
    keep(tiny.root, tmp_path / "cache")
    assert remembered(tiny.root, tmp_path / "cache") == load_course(tiny.root)


def test_a_broken_lesson_is_remembered_with_its_problem(tiny: Tiny, tmp_path: Path) -> None:
    (tiny.folder / "lesson.md").write_text("No heading.\n")
    keep(tiny.root, tmp_path / "cache")
    course = remembered(tiny.root, tmp_path / "cache")
    assert course is not None
    assert "lesson.md:1" in course.lessons["coin-toss"].problem


@pytest.mark.parametrize(
    "meddle",
    [
        lambda tiny: os.utime(tiny.folder / "lesson.md", ns=(1, 1)),
        lambda tiny: change(tiny.folder / "lesson.toml", "minutes = 10", "minutes = 100"),
        lambda tiny: (tiny.folder / "toss.py").unlink(),
        lambda tiny: (tiny.folder.parent / "another").mkdir(),
        lambda tiny: os.utime(tiny.root / "course.toml", ns=(1, 1)),
    ],
)
def test_any_change_makes_it_forget(tiny: Tiny, tmp_path: Path, meddle: Callable[[Tiny], object]) -> None:
    keep(tiny.root, tmp_path / "cache")
    meddle(tiny)
    assert remembered(tiny.root, tmp_path / "cache") is None


def test_another_course_in_its_place_is_not_taken_for_it(tiny: Tiny, tmp_path: Path) -> None:
    keep(tiny.root, tmp_path / "cache")
    other = tmp_path / "other"
    tiny.root.rename(other)
    cache_file("road", tiny.root, tmp_path / "cache").rename(cache_file("road", other, tmp_path / "cache"))
    assert remembered(other, tmp_path / "cache") is None


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '{"version": 1}'])
def test_a_useless_file_is_passed_over(tiny: Tiny, tmp_path: Path, text: str) -> None:
    file = cache_file("road", tiny.root, tmp_path)
    file.write_text(text)
    assert remembered(tiny.root, tmp_path) is None


def test_what_has_other_fields_is_passed_over(tiny: Tiny, tmp_path: Path) -> None:
    keep(tiny.root, tmp_path / "cache")
    file = cache_file("road", tiny.root, tmp_path / "cache")
    kept = json.loads(file.read_text())
    kept["lessons"][0].append("more")
    file.write_text(json.dumps(kept))
    assert remembered(tiny.root, tmp_path / "cache") is None


def test_a_cache_that_cannot_be_written_is_no_matter(tiny: Tiny, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    keep(tiny.root, blocked / "cache")
