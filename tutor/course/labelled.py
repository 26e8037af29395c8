"""A prompt's test answers, `<id>.answers.toml`, labelled by others than the author of its anchors."""

from __future__ import annotations

from tutor.course.fields import Fields, read_fields
from tutor.course.rubric import Labelled, Labels, Prompt

ANSWERS = ".answers.toml"
"""How the file with a prompt's labelled test answers ends."""


def read_answers(prompt: Prompt) -> tuple[Labelled, ...]:
    """The labelled test answers of a prompt, none if there is no such file; raises ContentError."""
    file = prompt.folder / f"{prompt.id}{ANSWERS}"
    if not file.exists():
        return ()
    return tuple(
        _answer(prompt, table)
        for table in read_fields(file).only("format_version", "labelled_by", "answers").tables("answers")
    )


def _answer(prompt: Prompt, table: Fields) -> Labelled:
    """One answer."""
    table.only("kind", "text", "covered", "misconceptions", "grade", "second")
    text = table.values.get("text", "")
    if not isinstance(text, str):
        raise table.fault("text", "must be a text in quotes")
    first = _labels(prompt, table)
    second = None
    if table.has("second"):
        second = _labels(prompt, table.table("second").only("covered", "misconceptions", "grade"))
    return Labelled(table.text("kind"), text, first.covered, first.misconceptions, first.grade, second)


def _labels(prompt: Prompt, table: Fields) -> Labels:
    """What one reader found."""
    covered, believed = table.texts("covered"), table.texts("misconceptions")
    for point in covered:
        if all(point != each.id for each in prompt.rubric.points):
            raise table.fault("covered", f"{point!r} is no point of {prompt.id}")
    for belief in believed:
        if all(belief != each.id for each in prompt.rubric.misconceptions):
            raise table.fault("misconceptions", f"{belief!r} is no misconception of {prompt.id}")
    grade = float(table.number("grade"))
    if not 0 <= grade <= 1:
        raise table.fault("grade", "must be a number from 0 to 1")
    return Labels(covered, believed, grade)
