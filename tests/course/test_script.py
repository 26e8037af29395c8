"""The script of a lesson: headed prose and fenced cues."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.course.build import SCRIPT
from tutor.course.errors import ContentError
from tutor.course.script import CUES, WITH_REF, Cue, parse_script

FILE = Path("lesson.md")

WORDS = st.text(alphabet="abc {}*_.!é#>-", min_size=1, max_size=20).filter(
    lambda text: text.strip() and not text.lstrip().startswith("#")
)
PROSE = st.lists(WORDS, min_size=1, max_size=4).map("\n".join).map(str.strip).filter(bool)
CODE = st.sampled_from(["```python\nx = 1\n## no heading\n```", "```\nplain\n```", "~~~text\n```recap\n~~~"])


@st.composite
def steps(draw: st.DrawFn) -> tuple[str, str, str, str]:
    """Kind, what stands behind the kind, body, and the step as written."""
    kind = draw(st.sampled_from(["read", *CUES]))
    if kind == "read":
        title = draw(st.sampled_from(["Why", "How it is `cut`", "What — now?"]))
        body = draw(PROSE) + draw(st.just("") | CODE.map(lambda code: f"\n\n{code}"))
        return kind, title, body, f"## {title}\n\n{body}\n\n"
    body = draw(PROSE) if kind in ("explain", "recap") else draw(st.just("") | PROSE)
    rest = draw(st.sampled_from(["a", "q-1", "setting_2"])) if kind in WITH_REF else ""
    rest = draw(st.sampled_from(["", "Why so few?"])) if kind == "explain" else rest
    return kind, rest, body, f"```{kind} {rest}\n{body}\n```\n\n"


@given(st.lists(steps(), min_size=1, max_size=6))
def test_what_is_written_is_what_is_read(written: list[tuple[str, str, str, str]]) -> None:
    text = "".join(step[3] for step in written)
    cues = parse_script(text, FILE)
    assert [(cue.kind, cue.ref or cue.title, cue.body) for cue in cues] == [step[:3] for step in written]
    rows = text.splitlines()
    for cue in cues:
        assert (cue.title if cue.kind == "read" else f"```{cue.kind}") in rows[cue.line - 1]
        assert not cue.body or rows[cue.body_line - 1].startswith(cue.body.splitlines()[0].rstrip())


@given(st.text(alphabet="`~# \nabcrepdixt-", max_size=80))
def test_any_text_is_a_script_or_a_fault_with_a_line(text: str) -> None:
    try:
        lines = [cue.line for cue in parse_script(text, FILE)]
    except ContentError as fault:
        lines = [fault.line]
    assert lines == sorted(set(lines))
    assert all(1 <= line <= text.count("\n") + 1 for line in lines)


def test_the_tiny_script() -> None:
    cues = parse_script(SCRIPT, FILE)
    assert [cue.kind for cue in cues] == [
        "read",
        "predict",
        "experiment",
        "explain",
        "question",
        "question",
        "question",
        "correction",
        "recap",
    ]
    assert cues[3] == Cue(
        "explain",
        "",
        "Half of them",
        17,
        "It showed {toss.heads:.0f} heads; the bent one {bent.heads:.0f}.",
        18,
    )


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("", 1, "has no steps"),
        ("Prose.\n", 1, "text without a heading"),
        ("## A\nText.\n```recap\n- x\n```\nMore text.\n", 6, "text without a heading"),
        ("## A\n\n## B\nText.\n", 1, "A: has no text"),
        ("## A\nText.\n```predict\n```\n", 3, "names exactly one thing"),
        ("## A\nText.\n```question a b\n```\n", 3, "names exactly one thing"),
        ("## A\nText.\n```predicts a\n```\n", 3, "did you mean 'predict'?"),
        ("## A\nText.\n```explian\nx\n```\n", 3, "did you mean 'explain'?"),
        ("## A\nText.\n```tour a\nx\n```\n", 3, "cues are predict, experiment"),
        ("## A\nText.\n```explain\n```\n", 3, "is empty"),
        ("## A\nText.\n```recap all\n- x\n```\n", 3, "takes no name"),
        ("## A\nText.\n```explain\nx\n```python\ny\n```\n", 5, "cannot hold a fence"),
        ("## A\nText.\n\n```experiment a\nx\n", 4, "never closed"),
    ],
)
def test_faults_name_line_and_remedy(text: str, line: int, said: str) -> None:
    with pytest.raises(ContentError) as fault:
        parse_script(text, FILE)
    assert fault.value.line == line
    assert said in str(fault.value)
