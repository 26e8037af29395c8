"""Text in few lines says that there is more, and where."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from textual.content import Content

from tutor.course.param import Param
from tutor.ui.widgets.few_lines import few
from tutor.ui.widgets.knob_line import KnobLine

WORDS = st.lists(st.text("abc", min_size=1, max_size=8), min_size=1, max_size=30).map(" ".join)


@given(WORDS, st.integers(1, 4), st.integers(12, 40))
def test_what_is_left_out_is_pointed_at(words: str, most: int, width: int) -> None:
    lines = Content(words).wrap(width)
    shown = few(lines, most, width, "F2")
    assert len(shown) <= most
    assert all(line.cell_length <= width for line in shown)
    assert (shown == lines) is (len(lines) <= most)
    if len(lines) > most:
        assert shown[-1].plain.endswith(" … F2")
        kept = " ".join(line.plain.rstrip() for line in shown).removesuffix(" … F2").split()
        assert kept == words.split()[: len(kept)], "words are kept whole"


def test_all_lines_are_shown_without_a_limit() -> None:
    lines = [Content("one"), Content("two")]
    assert few(lines, 0, 20, "t") == lines


@given(st.integers(18, 80))
def test_a_long_option_is_never_cut_without_saying_so(width: int) -> None:
    param = Param(
        name="task", default="square or circle", options=("square or circle", "left or right", "big or small")
    )
    drawn = KnobLine(param, width, 4, 0).draw("square or circle", current=False, focused=False)
    assert len(drawn.plain.rstrip()) <= width
    assert "square or circle" in drawn.plain or "…" in drawn.plain
