"""What completion's process tells is not trusted: any shape is borne, bounded, and safe to draw."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tutor.sandbox.completion import answers
from tutor.sandbox.completion.answers import Signature, to_completions, to_docs, to_signature
from tutor.sandbox.wire import Json

any_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=12,
)


@given(any_json)
def test_no_answer_is_too_strange(answer: Json) -> None:
    for found in to_completions([answer, answer]):
        assert "\n" not in found.name + found.kind + found.tail
    signature = to_signature(answer)
    assert signature is None or all(isinstance(param, str) for param in signature.params)
    assert isinstance(to_docs(answer), str)


def test_answers_are_bounded_and_safe_to_draw() -> None:
    (found,) = to_completions([["a\x1b]52;c;x\x07\n", "function", "(" + "x" * 1000], "no", [1, 2, 3]])
    assert found.name == "a\ufffd]52;c;x\ufffd "
    assert len(found.tail) == answers.LONGEST_TAIL
    assert to_signature(["f", ["a", "\x1b["], 7]) == Signature("f", ("a", "\ufffd["), None)
    assert to_signature(["f", ["a"], 0]) == Signature("f", ("a",), 0)
    assert len(to_completions([["a", "", ""]] * 5000)) == answers.MOST_NAMES
    assert len(to_docs("x" * 100_000)) == answers.LONGEST_DOCS
