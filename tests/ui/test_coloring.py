"""Colouring line by line says what colouring the whole text says."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.highlight import highlight

import tutor
from tutor.ui.widgets.coloring import blocks, colored

SOURCES = sorted(Path(tutor.__file__).parent.glob("sandbox/*.py"))


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_lines_are_coloured_as_in_the_whole(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    whole = highlight(source, language="python", tab_size=4).split("\n", allow_blank=True)
    lines = colored(source, 4)
    assert len(lines) == source.count("\n") + 1
    assert lines[: len(whole)] == whole[: len(lines)]


def test_a_string_over_lines_stays_whole() -> None:
    assert blocks('a = 1\nb = """x\ny""" + \'\'\'z\n#\'\'\'\nc = "#"  # """\nd') == [
        "a = 1",
        "b = \"\"\"x\ny\"\"\" + '''z\n#'''",
        'c = "#"  # """',
        "d",
    ]


@given(st.text(alphabet="a'\"#\\\n ", max_size=60))
def test_nothing_is_lost_whatever_is_half_typed(source: str) -> None:
    assert "\n".join(blocks(source)) == source
    assert len(colored(source, 4)) == source.count("\n") + 1
