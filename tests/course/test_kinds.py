"""Every kind of question is read, told in plain text, and refused with a sentence when it is faulty."""

from __future__ import annotations

from typing import get_args

import pytest

from tests.course.build import change
from tests.course.conftest import Tiny
from tests.course.kinds import add_kinds
from tutor.course.errors import ContentError
from tutor.course.fingerprint import fingerprint
from tutor.course.loader import load_course, open_lesson
from tutor.course.model import Lesson
from tutor.course.plain import plain_lesson
from tutor.course.question import Bug, ByHand, Order, Question, Threshold
from tutor.course.questions import KINDS


def lesson(tiny: Tiny) -> Lesson:
    """The tiny lesson with all kinds."""
    add_kinds(tiny.folder)
    return open_lesson(load_course(tiny.root), "coin-toss")


def test_there_is_a_reader_for_each_kind_and_each_is_read(tiny: Tiny) -> None:
    kinds = {each.kind for each in lesson(tiny).questions}
    assert kinds == set(KINDS)
    assert len(KINDS) == len(get_args(Question))


def test_what_is_read(tiny: Tiny) -> None:
    found = lesson(tiny)
    order, bug = found.question("q-order"), found.question("q-bug")
    assert isinstance(order, Order)
    assert order.peers == ((1, 2),)
    assert isinstance(bug, Bug)
    assert bug.code.splitlines()[bug.lines[0] - 1] == "share = len(tosses) / heads"
    hand, threshold = found.question("q-hand"), found.question("q-threshold")
    assert isinstance(hand, ByHand)
    assert hand.stem.startswith("{n} tosses, heads with {p:.0%}")
    assert isinstance(threshold, Threshold)
    assert threshold.proof == "toss"


def test_fingerprints_differ_and_do_not_know_explanations(tiny: Tiny) -> None:
    first = {each.id: fingerprint(each) for each in lesson(tiny).questions}
    assert len(set(first.values())) == len(first)
    file = tiny.folder / "lesson.toml"
    text = file.read_text()
    file.write_text(
        text.replace("explain = ", 'hint = "Think."\nexplain = ').replace('hint = "Count the sides."\n', "")
    )
    again = open_lesson(load_course(tiny.root), "coin-toss")
    assert {each.id: fingerprint(each) for each in again.questions} == first


FAULTS = [
    ('kind = "order"', 'kind = "ordr"', "'ordr' is no kind of question (did you mean 'order'?)"),
    ('"Say tails", "Toss it"]', '"Say tails", "Take it"]', "steps: 'Take it' stands twice"),
    ('steps = ["Take it", "Say heads", "Say tails", "Toss it"]', 'steps = ["a", "b"]', "there are 2 steps"),
    ("peers = [[2, 3]]", "peers = [[2, 4]]", "are not neighbours"),
    ("peers = [[2, 3]]", "peers = [[2, 3], [3, 4]]", "stands in two groups"),
    ("peers = [[2, 3]]", "peers = [[0, 1]]", "places from 1 to 4"),
    ("peers = [[2, 3]]", "peers = [[1, 2, 3, 4]]", "no order is wrong"),
    ("peers = [[2, 3]]", "peers = 3", "list of lists"),
    ('decoys = ["a hole"]', 'decoys = ["a face"]', "'a face' stands twice"),
    ("heads = ___(tosses)\nshare = heads / ___", "heads = 3", "has no gap"),
    ('accepts = [["sum"], ["len(tosses)", "4"]]', 'accepts = [["sum"]]', "list of 2 lists"),
    ('accepts = [["sum"], ["len(tosses)", "4"]]', 'accepts = [["sum"], []]', "the model one first"),
    ('tosses = "len(tosses)"\n', "", "probes: must be 3 numbers or more"),
    ('share = "share"', 'share = "share ="', "is no Python expression"),
    ('key = "len | len(tosses)"', 'key = "len"', "must fill 2 gaps"),
    ("lines = [4]", "lines = [6]", "it has lines 1 to 5"),
    ("lines = [4]", "lines = [2]", "line 2 of the code is empty"),
    ("lines = [4]", "lines = []", "name the guilty lines"),
    ('code = "print(sum([1, 0, 1, 1]))"\n', "", "code: is missing"),
    ("x = [1, 2, 3, 4, 5, 6]", "x = [1, 2, 3]", "6 to 10 numbers"),
    ("x = [1, 2, 3, 4, 5, 6]", "x = [1, 2, 3, 4, 6, 5]", "above the one before"),
    ("low = 0\nhigh = 1", "low = 1\nhigh = 1", "high: must be above low"),
    ('line = "share"', 'line = ""', "line: "),
    (
        'setting = "bent"\n\n[[questions.choices]]\ntext = "heads"',
        'setting = "gone"\n\n[[questions.choices]]\ntext = "heads"',
        "no setting is called 'gone'",
    ),
    ('proof = "toss"', 'proof = "tos"', "did you mean 'toss'?"),
    ("false_positive = 1\n", "false_positive = 0\n", "false_positive: must be above 0"),
    ("mean = 0.6\n", "mean = 6\n", "mean: must be from 0 to 1"),
    ("n = 40\nmean", "n = 4.5\nmean", "whole number from 5"),
    (
        'setting = "bent"\nwhy = "Nearly all."',
        'setting = "toss"\nwhy = "Nearly all."',
        "two options have the same setting",
    ),
    ("p = [0.2, 0.4, 0.5, 0.9]", "p = [0.2]", "a list of two or more numbers"),
    ("p = [0.2, 0.4, 0.5, 0.9]", "q = [0.2, 0.4]", "nothing is drawn as 'p'"),
    ('where = ["n * p != n - n * p"]', 'where = ["n * p"]', "compares nothing"),
    ('where = ["n * p != n - n * p"]', 'where = ["n < k"]', "nothing is drawn as 'k'"),
    ('key = "n * p"\nwhere', 'key = "n * q"\nwhere', "nothing is drawn as 'q'"),
    ("{= n * p :.1f}", "{= n * p :d}", "has a format other than"),
    ("{= n * p :.1f}", "{= n * q :.1f}", "nothing is drawn as 'q'"),
    ("{= n * p :.1f}", "{n p}", "is no drawn number"),
    ("{= n * p :.1f}", "{gone.heads:.1f}", "no setting is called 'gone'"),
    ('[[questions.worked]]\nsays = "Times"\nvalue = "n * p"\n', "", "worked: is missing"),
    ('task = "split"', 'task = "splits"', "none of split, centroids"),
    ("centres = [[0.25, 0.5], [0.75, 0.5]]", "centres = [[0.25, 5]]", "both from 0 to 1"),
    ("spread = 0.12", "spread = -1", "spread: must be above 0"),
    ('points = ["independent", "nothing is stored"]', 'points = ["one"]', "there are 1 points"),
    ("lines = [4]", "lines = [4]\nsteps = []", "unknown key"),
]


@pytest.mark.parametrize(("old", "new", "words"), FAULTS)
def test_a_fault_is_named_with_its_line(tiny: Tiny, old: str, new: str, words: str) -> None:
    add_kinds(tiny.folder)
    change(tiny.folder / "lesson.toml", old, new)
    with pytest.raises(ContentError) as raised:
        open_lesson(load_course(tiny.root), "coin-toss")
    assert words in str(raised.value)
    assert "lesson.toml:" in str(raised.value)
    assert raised.value.line > 106


TOLD = [
    "A) Say heads\nB) Say tails\nC) Take it\nD) Toss it",
    "6. C, A, B, D\nFirst it is taken.",
    "1. heads\n2. tails\n\nA) a face\nB) a hole\nC) a number",
    "7. 1 A, 2 C\nSides have pictures.",
    "    heads = ___(tosses)\n    share = heads / ___",
    "8. sum and len(tosses)\nA sum of ones counts.\n- len | len(tosses): That counts the tosses.",
    "   4 share = len(tosses) / heads",
    "9. Line 4; A\nA share lies below one.",
    "    print(sum([1, 0, 1, 1]))",
    "Say how high “share” stands, from 0 to 1, at each of 1, 2, 3, 4, 5, 6.",
    "2. mltutor run coin-toss/toss draws it",
    "A false alarm costs 1 EUR, a missed case 5 EUR.",
    "score       positive  negative",
    "See: mltutor run coin-toss/toss",
    "A (mltutor run coin-toss/bent decides)",
    "A) The fair one: mltutor run coin-toss/toss",
    "Class 1: (",
    "Place 3 centroids.",
    "in a few sentences, with at most 600 characters.",
    "Each toss is independent; the coin stores nothing.",
    "- independent\n- nothing is stored",
]


def test_each_kind_in_plain_text(tiny: Tiny) -> None:
    text = plain_lesson(lesson(tiny))
    for each in TOLD:
        assert each in text
    assert "{=" not in text
    assert "{0} is wrong, `{n}`\nis code." in text
    assert max(map(len, text.splitlines())) <= 90
