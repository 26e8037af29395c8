"""The line of every key, against TOML whose lines are known."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from tests.course.build import LESSON
from tutor.course.lines import TablePath, line_of, scan
from tutor.course.locate import lessons_root

SHIPPED = sorted(lessons_root().rglob("*.toml"))


class Value(NamedTuple):
    """The text of a TOML value, and the line (from 0, in the text) of everything in it."""

    text: str
    marks: dict[TablePath, int]


@st.composite
def scalars(draw: st.DrawFn) -> Value:
    return Value(
        draw(
            st.sampled_from(
                [
                    "1",
                    "-1.5e3",
                    "true",
                    "1979-05-27 07:32:00",
                    '""',
                    '"a # b ] }"',
                    "'c:\\d'",
                    '"q\\" = "',
                    '"""one\n[two]\nk = 3"""',
                    "'''x\n'' y'''",
                    '""""quoted""""',
                    '"""a \\\n  b \\""" c"""',
                ]
            )
        ),
        {},
    )


@st.composite
def arrays(draw: st.DrawFn, values: st.SearchStrategy[Value]) -> Value:
    text = "["
    marks: dict[TablePath, int] = {}
    for index, value in enumerate(draw(st.lists(values, max_size=3))):
        text += draw(st.sampled_from(["", " ", "\n", "\n  # ] no end\n"]))
        line = text.count("\n")
        marks[(index,)] = line
        marks.update({(index, *path): line + at for path, at in value.marks.items()})
        text += value.text + draw(st.sampled_from([",", " ,", "\n,"]))
    return Value(text + draw(st.sampled_from(["]", "\n]"])), marks)


@st.composite
def inline_tables(draw: st.DrawFn, values: st.SearchStrategy[Value]) -> Value:
    text = "{"
    marks: dict[TablePath, int] = {}
    for place, value in enumerate(draw(st.lists(values, max_size=3))):
        text += ", " if place else " "
        line = text.count("\n")
        marks[(f"k{place}",)] = line
        marks.update({(f"k{place}", *path): line + at for path, at in value.marks.items()})
        text += f"k{place} = {value.text}"
    return Value(text + " }", marks)


VALUES = st.recursive(scalars(), lambda inner: arrays(inner) | inline_tables(inner), max_leaves=6)


@st.composite
def documents(draw: st.DrawFn) -> Value:
    text = ""
    marks: dict[TablePath, int] = {}

    def pairs(table: TablePath) -> None:
        nonlocal text
        for place, value in enumerate(draw(st.lists(VALUES, max_size=3))):
            text += draw(st.sampled_from(["", "\n", "# x = 1 [y]\n", "  "]))
            line = text.count("\n")
            path: TablePath = (*table, f"key{place}")
            key = f"key{place}"
            if draw(st.booleans()):
                key, path = f'"a.b" . {key}{place}', (*table, "a.b", f"{key}{place}")
                marks.setdefault(path[:-1], line)
            marks[path] = line
            marks.update({(*path, *inside): line + at for inside, at in value.marks.items()})
            text += f"{key} = {value.text}" + draw(st.sampled_from(["\n", " # end\n"]))

    def header(name: str, path: TablePath) -> None:
        nonlocal text
        for depth in range(1, len(path) + 1):
            marks.setdefault(path[:depth], text.count("\n"))
        text += name + "\n"

    pairs(())
    if draw(st.booleans()):
        header("[one.two]", ("one", "two"))
        pairs(("one", "two"))
    for index in range(draw(st.integers(0, 3))):
        header("[[ many ]]", ("many", index))
        pairs(("many", index))
        for place in range(draw(st.integers(0, 2))):
            header("  [[many.inner]]", ("many", index, "inner", place))
            pairs(("many", index, "inner", place))
        if draw(st.booleans()):
            header("[many.'only one']", ("many", index, "only one"))
            pairs(("many", index, "only one"))
    return Value(text, marks)


def paths(value: object, path: TablePath = ()) -> set[TablePath]:
    """Every path of a parsed value."""
    match value:
        case dict():
            found = {(*path, key): each for key, each in value.items()}
        case list():
            found = {(*path, place): each for place, each in enumerate(value)}
        case _:
            return set()
    return {*found, *(inside for at, each in found.items() for inside in paths(each, at))}


@given(documents())
def test_every_path_has_the_line_where_it_begins(document: Value) -> None:
    assert scan(document.text) == {path: line + 1 for path, line in document.marks.items()}
    assert set(document.marks) == paths(tomli.loads(document.text))


@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: "/".join(file.parts[-2:]))
def test_shipped_files_are_scanned_whole(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    lines = scan(text)
    assert set(lines) == paths(tomli.loads(text))
    rows = text.splitlines()
    for path, line in lines.items():
        words = [part for part in path if isinstance(part, str)]
        if words and isinstance(path[-1], str):
            assert words[-1] in rows[line - 1]


def test_a_missing_key_gets_the_line_of_its_table() -> None:
    lines = scan(LESSON)
    row = LESSON.splitlines().index('id = "q-sides"')
    assert line_of(lines, ("questions", 1, "hint")) == row
    assert line_of(lines, ("nothing",)) == 1
