"""The register of misconceptions: read whole, or refused with file, line and key."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.course.build import build, change
from tutor.course.errors import ContentError
from tutor.course.misconceptions import (
    Refutation,
    open_refutation,
    params_of,
    read_misconceptions,
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The tiny course."""
    build(tmp_path)
    return tmp_path


def refutation(root: Path) -> Refutation:
    """The one of the tiny course."""
    found = read_misconceptions(root)["two-heads"].refuted_by
    assert found is not None
    return found


def test_it_is_read(root: Path) -> None:
    each = read_misconceptions(root)["two-heads"]
    assert (each.belief, each.truth, each.lesson) == ("A coin has two heads.", "It has one.", "coin-toss")
    assert refutation(root).believed.test == "heads > 99"
    assert refutation(root).holds.says == "under 80"


def test_a_course_without_a_register_has_none(tmp_path: Path) -> None:
    assert read_misconceptions(tmp_path) == {}


def test_the_experiment_of_a_lesson_is_opened_with_its_params(root: Path) -> None:
    change(root / "misconceptions.toml", 'predict = "How', 'params = { coin = "bent" }\npredict = "How')
    experiment = open_refutation(root, refutation(root))
    assert experiment.path.name == "toss.py"
    assert params_of(experiment, refutation(root)) == {"tosses": 100, "coin": "bent"}


def test_a_file_of_its_own_needs_no_lesson(root: Path) -> None:
    (root / "refutations").mkdir()
    (root / "refutations" / "two_heads.py").write_text('"""Toss."""\n')
    change(root / "misconceptions.toml", "coin-toss/toss", "refutations/two_heads")
    experiment = open_refutation(root, refutation(root))
    assert (experiment.title, experiment.params) == ("Two heads", ())


@pytest.mark.parametrize(
    ("place", "fault"),
    [
        ("refutations/gone", "no file refutations/gone.py"),
        ("coin-tos/toss", "no lesson 'coin-tos'"),
        ("coin-toss/tos", "no experiment 'tos' (did you mean 'toss'?)"),
    ],
)
def test_what_is_not_there_cannot_refute(root: Path, place: str, fault: str) -> None:
    change(root / "misconceptions.toml", "coin-toss/toss", place)
    with pytest.raises(ValueError, match=re.escape(fault)):
        open_refutation(root, refutation(root))


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('lesson = "coin-toss"\n', 'lesson = "coin-toss"\nsource = "A book"\n', "either by a run"),
        ('believed = "heads > 99"', 'believed = "heads"', "refuted_by.believed: 'heads' compares nothing"),
        ('holds = "heads < 80"', 'holds = "import os"', "refuted_by.holds: 'import os' is no expression"),
        ('holds_says = "under 80"\n', "", "refuted_by.holds_says: is missing"),
        ('id = "two-heads"', 'id = "Two heads"', "misconceptions.id: 'Two heads' must be small letters"),
        ('truth = "It has one."\n', "", "misconceptions.truth: is missing"),
    ],
)
def test_faults_name_file_line_and_key(root: Path, old: str, new: str, fault: str) -> None:
    change(root / "misconceptions.toml", old, new)
    with pytest.raises(ContentError) as caught:
        read_misconceptions(root)
    assert "misconceptions.toml:" in str(caught.value)
    assert fault in str(caught.value)


def test_an_id_is_taken_once(root: Path) -> None:
    file = root / "misconceptions.toml"
    text = file.read_text()
    file.write_text(text + text.replace("format_version = 1\n", ""))
    with pytest.raises(ContentError, match="is taken by another misconception"):
        read_misconceptions(root)
