"""Grades of the kinds that are arranged, filled in, marked, drawn, placed and written."""

from __future__ import annotations

import itertools
import random

import pytest

from tests.course.test_draws import BAYES, CENTROIDS, CUT, SPLIT
from tutor.course.draws import draw_of, drawn_choice, fixed, points, scores, variant
from tutor.course.expression import parse
from tutor.course.partition import best_centres, best_split
from tutor.course.question import (
    Blank,
    Bug,
    ByHand,
    Choice,
    Curve,
    FreeText,
    GuessModel,
    Match,
    Order,
    Output,
    Pair,
    Question,
    ReadPlot,
    Slip,
)
from tutor.grading import (
    Answer,
    Drawn,
    Entered,
    Evidence,
    Filled,
    Grade,
    Marked,
    Matched,
    Ordered,
    Picked,
    Placed,
    Written,
    grade,
)
from tutor.grading.curve import height_at, shape
from tutor.grading.threshold import cheapest, mistakes

ORDER = Order(
    id="o", stem="?", explain="!", steps=("split", "scale", "encode", "fit", "score"), peers=((1, 2),)
)
MATCH = Match(
    id="m",
    stem="?",
    explain="!",
    pairs=(Pair("fit", "learns", "F"), Pair("predict", "answers", "P"), Pair("score", "judges", "S")),
    decoys=("draws",),
)
BLANK = Blank(
    id="b",
    stem="?",
    explain="!",
    code="xs = [3, 1, 2]\ntop = ___(xs)\nrest = xs[___]\n",
    accepts=(("max",), ("1:", "1:3")),
    probes={"top": "top", "rest": "len(rest)", "first": "rest[0]"},
    slips=(Slip("min | 1:", "Wrong end.", "min-for-max"),),
)
BUG = Bug(
    id="g",
    stem="?",
    explain="!",
    code="a\nb\nc\nd\ne\nf",
    lines=(3,),
    choices=(Choice("leak", True, "L"), Choice("typo", False, "T", misconception="typo-first")),
)
OUTPUT = Output(
    id="u",
    stem="?",
    explain="!",
    code="print(1)",
    choices=(Choice("1", True, "one"), Choice("2", False, "two", misconception="counts-from-two")),
)
CURVE = Curve(
    id="c",
    stem="?",
    explain="!",
    setting="run",
    line="test",
    x=(1, 2, 3, 4, 5, 6),
    low=0,
    high=1,
)
HUMP = Evidence(lines={"test": ((1, 0.2), (2, 0.5), (3, 0.8), (4, 0.7), (5, 0.5), (6, 0.3))})
PLOT = ReadPlot(id="l", stem="?", explain="!", setting="run", key="knee", abs_tol=1)
MODEL = GuessModel(
    id="d",
    stem="?",
    explain="!",
    choices=tuple(
        Choice(each, False, f"{each}!", setting=each, misconception=f"is-{each}") for each in "abc"
    ),
)
TEXT = FreeText(id="t", stem="?", explain="!", model_answer="A and B.", points=("A", "B"), longest=100)


def judged(question: Question, answer: Answer, found: Evidence | None = None, draw: int = 0) -> Grade:
    """The grade without recorded numbers."""
    return grade(question, answer, {}, found, draw=draw)


def said(result: Grade, role: str) -> list[str]:
    """What is said in a role."""
    return [each.text for each in result.feedback if each.role == role]


@pytest.mark.parametrize(
    ("places", "score"),
    [
        ((0, 1, 2, 3, 4), 1.0),
        ((0, 2, 1, 3, 4), 1.0),
        ((0, 1, 3, 2, 4), 1 - 2 / 9),
        ((1, 0, 2, 3, 4), 1 - 2 / 9),
        ((4, 0, 1, 2, 3), 1 - 8 / 9),
        ((4, 3, 2, 1, 0), 0.0),
    ],
)
def test_steps_score_by_pairs_the_wrong_way_round(places: tuple[int, ...], score: float) -> None:
    result = judged(ORDER, Ordered(places))
    assert result.score == pytest.approx(score)
    assert result.right == (score == 1.0)


def test_a_violated_pair_is_named() -> None:
    result = judged(ORDER, Ordered((0, 1, 3, 2, 4)))
    assert [(each.about, each.text) for each in result.feedback[1:]] == [
        ("encode", "“encode” belongs before “fit”.")
    ]


def test_of_many_violated_pairs_a_few_are_named() -> None:
    words = said(judged(ORDER, Ordered((4, 3, 2, 1, 0))), "misplaced")
    assert words[0].count("“") == 5
    assert "” belongs before “" in words[0]
    assert " and “" in words[0]
    assert words[1:] == ["5 more pairs stand the wrong way round."]


def test_order_scores_are_never_outside_and_only_right_orders_are_right() -> None:
    right = {places for places in itertools.permutations(range(5)) if judged(ORDER, Ordered(places)).right}
    assert right == {(0, 1, 2, 3, 4), (0, 2, 1, 3, 4)}


@pytest.mark.parametrize(
    ("rights", "score"), [((0, 1, 2), 1.0), ((0, 1, 3), 5 / 9), ((0, 2, 1), 1 / 9), ((3, 0, 1), 0.0)]
)
def test_pairs_are_corrected_for_guessing(rights: tuple[int, ...], score: float) -> None:
    result = judged(MATCH, Matched(rights))
    assert result.score == pytest.approx(score)
    assert len(said(result, "misplaced")) == sum(at != place for place, at in enumerate(rights))


def test_a_wrong_pair_says_what_belongs_there_and_why() -> None:
    assert said(judged(MATCH, Matched((0, 1, 3))), "misplaced") == ["“score”: “judges”, not “draws”. S"]


def test_known_fills_need_no_run() -> None:
    assert judged(BLANK, Filled(("max", "1:"))).right
    assert judged(BLANK, Filled((" max ", "1 : 3"))).right
    slip = judged(BLANK, Filled(("min", "1:")))
    assert (slip.score, said(slip, "slip"), slip.misconceptions) == (0.5, ["Wrong end."], ("min-for-max",))


SAME = {"mine_top": 3.0, "model_top": 3.0, "mine_rest": 2.0, "model_rest": 2.0}


@pytest.mark.parametrize(
    ("found", "right", "words"),
    [
        (Evidence({**SAME, "mine_first": 1.0, "model_first": 1.0}), True, ""),
        (Evidence({**SAME, "mine_first": 1.0 + 1e-12, "model_first": 1.0}), True, ""),
        (Evidence({**SAME, "mine_first": 2.0, "model_first": 1.0}), False, "`rest[0]` is 2; it should be 1."),
        (Evidence(SAME), False, "no numbers to judge by"),
        (Evidence(failure="TypeError: no."), False, "the code fails: TypeError: no."),
    ],
)
def test_other_fills_are_judged_by_their_probes(found: Evidence, right: bool, words: str) -> None:
    result = judged(BLANK, Filled(("max", "-2:")), found)
    assert (result.right, result.score) == (right, 1.0 if right else 0.5)
    assert words in " ".join(said(result, "failed"))


def test_an_unknown_fill_waits_for_its_run() -> None:
    with pytest.raises(ValueError, match="only a run"):
        judged(BLANK, Filled(("sorted", "1:")))


@pytest.mark.parametrize(
    ("lines", "reason", "score"),
    [
        ((3,), 0, 1.0),
        ((3,), 1, 0.6),
        ((4,), 0, 0.7),
        ((2,), 1, 0.3),
        ((6,), 0, 0.1),
        ((6,), 1, 0.0),
        ((3, 6), 0, 0.7),
        ((2, 3, 4), 0, 0.4),
        ((1, 2, 3, 4, 5, 6), 0, 0.0),
    ],
)
def test_marks_and_reasons(lines: tuple[int, ...], reason: int, score: float) -> None:
    result = judged(BUG, Marked(lines, reason))
    assert result.score == pytest.approx(score)
    assert result.right == (score == 1.0)
    assert result.misconceptions == (("typo-first",) if reason else ())


def test_a_wrong_mark_is_called_innocent_and_the_right_line_named() -> None:
    assert said(judged(BUG, Marked((6,), 0)), "misplaced") == ["Line 6 is innocent.", "Line 3 is the one."]
    assert said(judged(BUG, Marked((4,), 0)), "misplaced")[0] == "Line 4 stands next to it."


def test_printed_text() -> None:
    assert judged(OUTPUT, Picked((0,))).right
    assert judged(OUTPUT, Picked((1,))).misconceptions == ("counts-from-two",)


@pytest.mark.parametrize(
    ("heights", "score"),
    [
        ((0.2, 0.5, 0.8, 0.7, 0.5, 0.3), 1.0),
        ((0.21, 0.5, 0.79, 0.7, 0.5, 0.3), 1.0),
        ((0.5, 0.5, 0.5, 0.5, 0.5, 0.5), 0.0),
        ((0.6, 0.8, 1.0, 0.95, 0.8, 0.6), 0.5),
        ((0.9, 0.7, 0.5, 0.3, 0.2, 0.1), 0.0),
    ],
)
def test_a_drawn_curve(heights: tuple[float, ...], score: float) -> None:
    assert judged(CURVE, Drawn(heights), HUMP).score == pytest.approx(score, abs=0.02)


def test_where_a_curve_goes_off_is_told_in_words() -> None:
    words = said(judged(CURVE, Drawn((0.2, 0.5, 0.8, 0.9, 0.95, 1.0)), HUMP), "off")
    assert words == [
        "The real curve rises, then falls; yours rises.",
        "Yours runs above it from 4 to 6.",
        "The widest gap is at 6: you drew 1, it is 0.3.",
    ]


def test_a_flat_truth_can_be_drawn() -> None:
    flat = Evidence(lines={"test": ((0, 0.4), (9, 0.4))})
    assert judged(CURVE, Drawn((0.4,) * 6), flat).right
    assert judged(CURVE, Drawn((0.43,) * 6), flat).right
    assert judged(CURVE, Drawn((0.44,) * 6), flat).score == pytest.approx(0.6)
    assert judged(CURVE, Drawn((0.9,) * 6), flat).score == 0.0


def test_a_curve_waits_for_its_line() -> None:
    for found in (None, Evidence({"a": 1.0})):
        with pytest.raises(ValueError, match=r"waits|no line"):
            judged(CURVE, Drawn((0.5,) * 6), found)


@pytest.mark.parametrize(
    ("heights", "moves"),
    [
        ((0.5, 0.52, 0.5, 0.53, 0.5, 0.5), ()),
        ((0.1, 0.2, 0.3, 0.4, 0.5, 0.6), ("rises",)),
        ((0.1, 0.13, 0.16, 0.19, 0.22, 0.25), ("rises",)),
        ((0.9, 0.5, 0.52, 0.5, 0.7, 0.9), ("falls", "rises")),
        ((0.1, 0.9, 0.1, 0.9, 0.1, 0.9), ("rises", "falls", "rises", "falls", "rises")),
    ],
)
def test_shapes(heights: tuple[float, ...], moves: tuple[str, ...]) -> None:
    assert shape(CURVE, heights) == moves


def test_between_its_points_a_line_is_straight() -> None:
    line = [(1.0, 0.0), (3.0, 1.0), (3.0, 2.0), (4.0, 0.0)]
    assert [height_at(line, x) for x in (0.0, 1.0, 2.0, 3.5, 9.0)] == [0.0, 0.0, 0.5, 1.0, 0.0]


def test_thresholds_score_what_they_save_against_one_half() -> None:
    for draw in map(int, range(20)):
        best, _ = cheapest(CUT, draw)
        assert judged(CUT, Placed((best,)), draw=draw).right
        assert judged(CUT, Placed((0.5,)), draw=draw).score == 0.0
        for at in (0.0, 0.2, 0.4, 0.8, 1.0):
            assert 0.0 <= judged(CUT, Placed((at,)), draw=draw).score <= 1.0
    assert "false alarms, which costs" in said(judged(CUT, Placed((0.9,))), "off")[0]
    assert said(judged(CUT, Placed((0.9,))), "off")[1].startswith("Move it down. At 0.")


def test_a_single_false_alarm_is_not_told_as_several() -> None:
    draw, at = next(
        (draw, at / 100) for draw in range(20) for at in range(101) if mistakes(CUT, draw, at / 100)[1] == 1
    )
    assert "raises one false alarm, which" in said(judged(CUT, Placed((at,)), draw=draw), "off")[0]


def test_a_figure_is_read_by_the_numbers_of_its_run() -> None:
    assert judged(PLOT, Entered("5"), Evidence({"knee": 4.0})).right
    assert not judged(PLOT, Entered("5"), Evidence({"knee": 9.0})).right


def test_the_drawn_model_is_the_right_one() -> None:
    for draw in range(30):
        right = drawn_choice(MODEL, draw)
        for place in range(3):
            result = judged(MODEL, Picked((place,)), draw=draw)
            assert (result.right, result.wanted) == (place == right, MODEL.choices[right].text)
            assert result.misconceptions == (() if place == right else (f"is-{'abc'[place]}",))


def test_calculations_by_hand_and_their_worked_solution() -> None:
    for attempt in range(50):
        asked = variant(BAYES, draw_of(BAYES.id, attempt))
        assert isinstance(asked, ByHand)
        key = parse(asked.key).number(fixed(asked.draws))
        assert judged(asked, Entered(f"{key:.4f}")).right
        slip = judged(asked, Entered(str(fixed(asked.draws)["s"])))
        assert slip.score == 0.0
        assert "That is the sensitivity" in said(slip, "slip")[0]
        assert said(slip, "worked")[0].startswith("True positives: `0.")


def test_splits_and_centroids() -> None:
    chance = random.Random(0)
    guesses = []
    for draw in range(15):
        feature, value, _ = best_split(SPLIT, points(SPLIT, draw))
        assert judged(SPLIT, Placed((feature, value)), draw=draw).right
        assert judged(SPLIT, Placed((feature, -1.0)), draw=draw).score == 0.0
        best = best_centres(CENTROIDS, points(CENTROIDS, draw), draw)
        near = tuple(each + 0.01 for centre in best for each in centre)
        assert judged(CENTROIDS, Placed(near), draw=draw).right
        off = judged(CENTROIDS, Placed((near[0] + 0.12, *near[1:])), draw=draw)
        assert 0.2 < off.score < 1.0
        guess = tuple(chance.random() for _ in range(6))
        guesses.append(judged(CENTROIDS, Placed(guess), draw=draw).score)
    assert sum(guesses) / len(guesses) < 0.15
    away = judged(CENTROIDS, Placed((9.0, 9.0, *(0.5,) * 4)))
    assert any("nearest to no point" in each for each in said(away, "off"))


@pytest.mark.parametrize(("ticked", "score"), [((), 0.0), ((1,), 0.5), ((0, 1), 1.0)])
def test_words_score_the_points_found_in_them(ticked: tuple[int, ...], score: float) -> None:
    result = judged(TEXT, Written("A b.", ticked))
    assert (result.score, result.right) == (score, score == 1.0)
    assert said(result, "model") == ["A and B."]
    assert len(said(result, "missed")) == 2 - len(ticked)


LONG = "9" * 10_000
BAD: list[tuple[Question, Answer, str]] = [
    (ORDER, Ordered((0, 1, 2)), "Each step"),
    (ORDER, Ordered((0, 0, 1, 2, 3)), "Each step"),
    (MATCH, Matched((0, 1, -1)), "“score” has no partner yet"),
    (MATCH, Matched((0, 1, 1)), "taken twice"),
    (MATCH, Matched((0, 1)), "does not fit"),
    (MATCH, Matched((0, 1, 9)), "does not fit"),
    (BLANK, Filled(("max", "  ")), "Gap 2 is empty"),
    (BLANK, Filled((LONG, "1:")), "Gap 1 holds 10,000 characters; at most 200 fit"),
    (BLANK, Filled(("max", "1:]\nimport os")), "one line"),
    (BLANK, Filled(("max(", "1:")), "not Python"),
    (BLANK, Filled(("ｍａｘ\0", "1:")), "one line"),
    (BUG, Marked((), 0), "Mark the guilty line"),
    (BUG, Marked((3,)), "pick the reason"),
    (BUG, Marked((0,), 0), "not lines"),
    (OUTPUT, Picked((5,)), "no option 6"),
    (CURVE, Drawn((0.5,) * 5), "each x"),
    (CURVE, Drawn((float("nan"),) * 6), "each x"),
    (CUT, Placed(()), "between 0 and 1"),
    (CUT, Placed((float("inf"),)), "between 0 and 1"),
    (SPLIT, Placed((2.0, 0.5)), "Place the split"),
    (SPLIT, Placed((0.0, float("nan"))), "must be a number"),
    (CENTROIDS, Placed((0.5, 0.5)), "all 3 centroids"),
    (TEXT, Written(" \n"), "Write a sentence"),
    (TEXT, Written(LONG), "Your answer has 10,000 characters; at most 100 fit"),
    (TEXT, Written("yes", (7,)), "fewer points"),
    (TEXT, Entered("yes"), "does not fit"),
    (PLOT, Picked((0,)), "does not fit"),
    (PLOT, Entered("many"), "does not read as a number"),
    (PLOT, Entered(LONG), "too large"),
    (variant(BAYES, 0), Entered("x" * 10_000), "does not read as a number"),
    (variant(BAYES, 0), Entered("1/0"), "divided by zero"),
    (MODEL, Picked((0, 1)), "2 options"),
]


@pytest.mark.parametrize(("question", "answer", "words"), BAD)
def test_bad_input_is_refused_in_words(question: Question, answer: Answer, words: str) -> None:
    with pytest.raises(ValueError, match=words) as refused:
        judged(question, answer, Evidence({"knee": 4.0}))
    assert len(str(refused.value)) < 160


@pytest.mark.parametrize("text", ["０．１６", "0,16", "16 %", "16%", "4/25", ".16", "1.6e-1", "0.16 "])
def test_numbers_as_people_write_them(text: str) -> None:
    question = ReadPlot(id="l", stem="?", explain="!", setting="run", key="share", abs_tol=0.001)
    assert judged(question, Entered(text), Evidence({"share": 0.16})).right


def test_scores_are_drawn_once() -> None:
    assert scores(CUT, 1) is scores(CUT, 1)
