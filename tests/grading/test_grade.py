"""Grades: each kind of question right, wrong and in between."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.course.model import Choice, MultipleChoice, Numeric, Prediction, SingleChoice, Slip
from tutor.grading import Answer, Entered, Evidence, Grade, Picked, grade
from tutor.grading.answer import from_json, to_json
from tutor.grading.number import NumberError

SINGLE = SingleChoice(
    id="s",
    stem="?",
    explain="Because.",
    choices=(Choice("yes", True, "so"), Choice("no", False, "tempts"), Choice("maybe", False, "vague")),
)
MULTIPLE = MultipleChoice(
    id="m",
    stem="?",
    explain="Because.",
    choices=(
        Choice("a", True, "A"),
        Choice("b", True, "B"),
        Choice("c", False, "C"),
        Choice("d", False, "D"),
    ),
)
GINI = Numeric(
    id="n",
    stem="?",
    explain="One minus the squares.",
    key="1 - 0.4**2 - 0.6**2",
    abs_tol=0.01,
    rel_tol=0.0,
    slips=(Slip("0.4**2 + 0.6**2", "You added."),),
)
LEAVES = Prediction(
    id="p",
    stem="?",
    explain="Few.",
    setting="pruning",
    choices=(
        Choice("under ten", False, "yes", when="leaves < 10"),
        Choice("ten or more", False, "no", when="leaves >= 10"),
    ),
)
COUNT = Prediction(
    id="k", stem="?", explain="Few.", setting="pruning", key="leaves", abs_tol=2, unit="leaves"
)


def roles(result: Grade) -> list[tuple[str, str]]:
    """What is said, by role and about what."""
    return [(each.role, each.about) for each in result.feedback]


def test_the_right_option() -> None:
    result = grade(SINGLE, Picked((0,)), {})
    assert (result.score, result.right) == (1.0, True)
    assert roles(result) == [("explain", ""), ("right", "yes")]


def test_a_wrong_option_says_why_it_tempts_and_why_the_right_one_is_right() -> None:
    result = grade(SINGLE, Picked((1,)), {})
    assert (result.score, result.right, result.given, result.wanted) == (0.0, False, "no", "yes")
    assert roles(result) == [("explain", ""), ("missed", "yes"), ("tempting", "no")]


@pytest.mark.parametrize(
    ("picked", "score"),
    [((0, 1), 1.0), ((0,), 0.5), ((0, 1, 2), 0.5), ((0, 2), 0.0), ((2, 3), 0.0), ((0, 1, 2, 3), 0.0)],
)
def test_several_options_score_hits_less_wrong(picked: tuple[int, ...], score: float) -> None:
    result = grade(MULTIPLE, Picked(picked), {})
    assert result.score == score
    assert result.right == (score == 1.0)


def test_half_right_names_what_is_missing() -> None:
    assert roles(grade(MULTIPLE, Picked((0, 2)), {})) == [
        ("explain", ""),
        ("right", "a"),
        ("missed", "b"),
        ("tempting", "c"),
    ]


@pytest.mark.parametrize(
    ("text", "score", "said"),
    [
        ("0.48", 1.0, "explain"),
        ("48 %", 1.0, "explain"),
        ("0.49", 1.0, "explain"),
        ("0.4701", 1.0, "explain"),
        ("0.505", 0.5, "close"),
        ("0.52", 0.0, "slip"),
        ("0.44", 0.0, "explain"),
        ("0.6", 0.0, "explain"),
    ],
)
def test_numbers_within_the_tolerance(text: str, score: float, said: str) -> None:
    result = grade(GINI, Entered(text), {})
    assert (result.score, result.feedback[-1].role) == (score, said)


def test_text_is_not_graded() -> None:
    with pytest.raises(NumberError):
        grade(GINI, Entered("about half"), {})


def test_a_key_may_use_recorded_numbers() -> None:
    question = Numeric(id="n", stem="?", explain="!", key="tree.full - tree.cut")
    assert grade(question, Entered("20"), {"tree": {"full": 32.0, "cut": 12.0}}).right


def test_a_share_counts_where_percent_are_asked() -> None:
    question = Numeric(id="n", stem="?", explain="!", key="16", unit="%")
    assert grade(question, Entered("0.16"), {}).right
    assert grade(question, Entered("16 %"), {}).right
    assert not grade(question, Entered("0.16 %"), {}).right


@pytest.mark.parametrize(("place", "right"), [(0, True), (1, False)])
def test_the_run_decides_a_prediction(place: int, right: bool) -> None:
    result = grade(LEAVES, Picked((place,)), {}, Evidence({"leaves": 5}))
    assert (result.right, result.wanted) == (right, "under ten")


def test_a_predicted_number() -> None:
    assert grade(COUNT, Entered("7"), {}, Evidence({"leaves": 5})).right
    assert grade(COUNT, Entered("10 leaves"), {}, Evidence({"leaves": 5})).score == 0.5
    assert grade(COUNT, Entered("12"), {}, Evidence({"leaves": 5})).wanted == "5 leaves"


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        (SINGLE, Picked(())),
        (SINGLE, Picked((0, 1))),
        (SINGLE, Picked((9,))),
        (SINGLE, Entered("1")),
        (MULTIPLE, Picked(())),
        (MULTIPLE, Picked((0, 0))),
        (GINI, Picked((0,))),
        (LEAVES, Picked((0,))),
    ],
)
def test_an_answer_that_does_not_fit_is_refused(question: SingleChoice, answer: Answer) -> None:
    with pytest.raises(ValueError, match=r"option|fit|waits"):
        grade(question, answer, {})


@given(st.sets(st.integers(0, 3), min_size=1))
def test_scores_of_several_options_stay_between_nothing_and_all(picked: set[int]) -> None:
    result = grade(MULTIPLE, Picked(tuple(sorted(picked))), {})
    assert 0.0 <= result.score <= 1.0
    assert result.right == (picked == {0, 1})


@given(
    st.one_of(
        st.builds(Entered, st.text()), st.builds(Picked, st.lists(st.integers(0, 9)).map(sorted).map(tuple))
    )
)
def test_answers_survive_being_kept(answer: Answer) -> None:
    assert from_json(to_json(answer)) == answer


@pytest.mark.parametrize("body", [None, 3, {}, {"picked": ["a"]}, {"entered": 3}, {"picked": 1}])
def test_what_is_kept_wrongly_is_no_answer(body: object) -> None:
    assert from_json(body) is None
