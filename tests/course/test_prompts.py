"""The question bank's files: a prompt, more ways to say its points, and its labelled answers."""

from __future__ import annotations

from pathlib import Path

import pytest

from tutor.course.errors import ContentError
from tutor.course.labelled import read_answers
from tutor.course.prompts import read_prompt, read_prompts
from tutor.course.rubric import Labels, Prompt

PROMPT = """\
format_version = 1
id = "shrinkage"
level = "mid"
topic = "regularisation"
competency = "algorithms"
question = "What does ridge do?"
reference = "It adds a penalty, so all weights get smaller."

[[points]]
id = "penalty"
say = "It adds a penalty."
anchors = ["a penalty on the weights", "large weights cost extra", "the loss gets a term"]
not = ["it adds features"]

[[points]]
id = "smaller"
say = "Weights shrink."
anchors = ["all weights get smaller", "coefficients shrink", "nothing stays big"]

[[misconceptions]]
id = "ridge-selects-features"
anchors = ["ridge sets weights to zero"]

[[follow_ups]]
id = "zero"
ask = "Does a weight ever become zero?"
reference = "Hardly ever exactly."
  [[follow_ups.points]]
  id = "never"
  say = "Hardly ever exactly."
  anchors = ["hardly ever", "not exactly", "never quite"]
"""
PHRASINGS = """\
format_version = 1
written_by = "somebody else"

[points.penalty]
says = ["big numbers are punished"]
denies = ["it rewards big numbers"]

[misconceptions.ridge-selects-features]
says = ["ridge throws columns out"]
denies = ["ridge keeps every column"]

[follow_ups.zero.never]
says = ["close to it but no more"]
"""
ANSWERS = """\
format_version = 1
labelled_by = "a third"

[[answers]]
kind = "good"
text = "Weights cost extra."
covered = ["penalty"]
misconceptions = []
grade = 0.6
second = { covered = ["penalty", "smaller"], misconceptions = [], grade = 0.7 }
"""


def written(root: Path, prompt: str = PROMPT, phrasings: str = PHRASINGS, answers: str = ANSWERS) -> Path:
    """A bank of one question; the file of its prompt."""
    folder = root / "interview" / "theory"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "shrinkage.toml").write_text(prompt, encoding="utf-8")
    (folder / "shrinkage.phrasings.toml").write_text(phrasings, encoding="utf-8")
    (folder / "shrinkage.answers.toml").write_text(answers, encoding="utf-8")
    return folder / "shrinkage.toml"


def test_a_prompt_with_all_that_lies_beside_it(tmp_path: Path) -> None:
    written(tmp_path)
    (prompt,) = read_prompts(tmp_path)
    penalty, smaller = prompt.rubric.points
    assert penalty.sayings == (*penalty.anchors, "It adds a penalty.", "big numbers are punished")
    assert penalty.contraries == ("it adds features", "it rewards big numbers")
    assert (smaller.phrasings, smaller.denials) == ((), ())
    (belief,) = prompt.rubric.misconceptions
    assert belief.sayings == ("ridge sets weights to zero", "ridge throws columns out")
    assert belief.denials == ("ridge keeps every column",)
    assert prompt.follow_ups[0].ask.points[0].phrasings == ("close to it but no more",)


def test_a_prompt_alone(tmp_path: Path) -> None:
    file = written(tmp_path)
    file.with_name("shrinkage.phrasings.toml").unlink()
    file.with_name("shrinkage.answers.toml").unlink()
    prompt = read_prompt(file, "theory")
    assert prompt.rubric.points[0].phrasings == ()
    assert read_answers(prompt) == ()


def test_answers_with_what_both_readers_found(tmp_path: Path) -> None:
    (answer,) = read_answers(read_prompt(written(tmp_path), "theory"))
    assert (answer.covered, answer.grade) == (("penalty",), 0.6)
    assert answer.second == Labels(("penalty", "smaller"), (), 0.7)


@pytest.mark.parametrize(
    ("old", "new", "line", "key"),
    [
        ("[points.penalty]", "[points.penalti]", 4, "points.penalti"),
        ("[misconceptions.ridge-selects", "[misconceptions.rigde-selects", 8, "misconceptions.rigde"),
        ("[follow_ups.zero.never]", "[follow_ups.zero.ever]", 12, "follow_ups.zero.ever"),
        ("[follow_ups.zero.never]", "[follow_ups.one.never]", 12, "follow_ups.one"),
        ('says = ["big numbers are punished"]', "says = [1]", 5, "points.penalty.says"),
        ('denies = ["it rew', 'denied = ["it rew', 6, "points.penalty.denied"),
        ("written_by", "writen_by", 2, "writen_by"),
    ],
)
def test_a_fault_in_the_phrasings(tmp_path: Path, old: str, new: str, line: int, key: str) -> None:
    assert old in PHRASINGS
    file = written(tmp_path, phrasings=PHRASINGS.replace(old, new))
    with pytest.raises(ContentError) as fault:
        read_prompt(file, "theory")
    assert fault.value.file.name == "shrinkage.phrasings.toml"
    assert fault.value.line == line
    assert fault.value.key.startswith(key)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('covered = ["penalty"]', 'covered = ["penalti"]', "no point of shrinkage"),
        ('"smaller"], misconceptions = []', '"smaller"], misconceptions = ["x"]', "no misconception"),
        ("grade = 0.6", "grade = 6", "from 0 to 1"),
        ("grade = 0.7", "grade = 7", "from 0 to 1"),
        ("grade = 0.7 }", "grade = 0.7, mood = 1 }", "unknown key"),
        ('text = "Weights cost extra."', "text = 3", "text in quotes"),
    ],
)
def test_a_fault_in_the_answers(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert old in ANSWERS
    prompt: Prompt = read_prompt(written(tmp_path, answers=ANSWERS.replace(old, new)), "theory")
    with pytest.raises(ContentError, match=said):
        read_answers(prompt)
