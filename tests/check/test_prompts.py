"""The linter of rubrics: each fault is told with its file, line, and what to do."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.check.conftest import Checked
from tutor.check.prompts import Bank, check_prompts
from tutor.course.loader import read_course
from tutor.course.locate import lessons_root

NAME = "lasso-or-ridge"


@pytest.fixture(name="prompt")
def _prompt(tiny: Checked) -> Path:
    """A shipped question in a course that has none of its lessons or misconceptions."""
    folder = tiny.root / "interview" / "theory"
    folder.mkdir(parents=True)
    for each in (lessons_root(None) / "interview" / "theory").glob(f"{NAME}.*"):
        shutil.copy(each, folder / each.name)
    return folder / f"{NAME}.toml"


def said(tiny: Checked) -> list[str]:
    bank: Bank = check_prompts(read_course(tiny.root))
    assert bank.counts["theory"] <= 1
    return [each.message for each in bank.problems]


def test_lessons_and_misconceptions_that_do_not_exist(tiny: Checked, prompt: Path) -> None:
    found = said(tiny)
    assert [each for each in found if each.startswith("no lesson is called")]
    assert [each for each in found if "is not in misconceptions.toml" in each]
    assert not [each for each in found if "makes" in each]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('reference = """', 'reference = """It depends on many things, I think. """\nx = """', "unknown key"),
        ('need = "required"', 'nead = "required"', "unknown key"),
    ],
)
def test_a_file_that_cannot_be_read(tiny: Checked, prompt: Path, old: str, new: str, words: str) -> None:
    text = prompt.read_text(encoding="utf-8")
    assert old in text
    prompt.write_text(text.replace(old, new, 1), encoding="utf-8")
    assert [each for each in said(tiny) if words in each]


def test_a_model_answer_that_does_not_make_the_points(tiny: Checked, prompt: Path) -> None:
    text = prompt.read_text(encoding="utf-8")
    start = text.index('reference = """') + len('reference = """')
    end = text.index('"""', start)
    prompt.write_text(text[:start] + "It depends on many things, I think." + text[end:], encoding="utf-8")
    assert [each for each in said(tiny) if each.startswith("the reference makes")]


def test_too_few_anchors_follow_ups_and_points(tiny: Checked, prompt: Path) -> None:
    prompt.write_text(
        'format_version = 1\nid = "lasso-or-ridge"\nlevel = "mid"\ntopic = "x"\ncompetency = "y"\n'
        'question = "Lasso or ridge?"\nreference = "Lasso sets weights to zero."\n\n'
        '[[points]]\nid = "zero"\nsay = "Zeros."\nanchors = ["lasso sets weights to zero"]\n',
        encoding="utf-8",
    )
    prompt.with_name(f"{NAME}.phrasings.toml").unlink()
    prompt.with_name(f"{NAME}.answers.toml").unlink()
    found = " ".join(said(tiny))
    assert "has 1 points; 4 to 8" in found
    assert "has 0 follow-ups; write 2" in found
    assert "has 1 anchors; write 3" in found


def test_a_near_miss_that_makes_the_point(tiny: Checked, prompt: Path) -> None:
    text = prompt.read_text(encoding="utf-8")
    assert "anchors = [" in text
    first = text.split("anchors = [", 1)[1].split('"')[1]
    prompt.write_text(
        text.replace("anchors = [", f'not = ["{first} indeed"]\nanchors = [', 1), encoding="utf-8"
    )
    assert [each for each in said(tiny) if each.startswith("the near miss")]
