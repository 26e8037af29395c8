"""Every kind of question through a study: what waits for a run, what is drawn afresh, what comes back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.course.build import build
from tests.course.kinds import add_kinds
from tutor.course.draws import draw_for, draw_of, drawn_choice, fixed, run_seed
from tutor.course.expression import parse
from tutor.course.loader import load_course, open_lesson
from tutor.course.model import Lesson
from tutor.course.question import ByHand, GuessModel
from tutor.figure import Figure, Line
from tutor.grading import Answer, Drawn, Entered, Filled, Marked, Matched, Ordered, Picked, Placed, Written
from tutor.grading.answer import to_json
from tutor.grading.study import Study
from tutor.learner.store import Record
from tutor.learner.walk import Wait
from tutor.run import RunError, RunRequest, RunResult

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
SHARE = Figure("t", (Line((1, 6), (0.2, 0.5), label="share"),), "alt")
RUN = RunResult("ok", 0.1, figures=(SHARE,), metrics={"heads": 51.0, "tosses": 100.0})
SAME = {f"{whose}_{name}": 1.0 for name in ("heads", "share", "tosses") for whose in ("mine", "model")}


@dataclass(slots=True)
class Desk:
    """A lesson with all kinds, and a record that is opened anew with every look."""

    lesson: Lesson
    folder: Path
    records: list[Record] = field(default_factory=list)

    def study(self) -> Study:
        """The study as it is restored."""
        self.records.append(Record.open(self.folder, lambda: NOW))
        return Study(self.lesson, self.records[-1])


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A fresh one."""
    add_kinds(build(tmp_path))
    found = Desk(open_lesson(load_course(tmp_path), "coin-toss"), tmp_path / "record")
    yield found
    for each in found.records:
        each.close()


ANSWERS: list[tuple[str, Answer, float]] = [
    ("q-order", Ordered((0, 2, 1, 3)), 1.0),
    ("q-match", Matched((0, 2)), 0.25),
    ("q-blank", Filled(("len", "len(tosses)")), 0.5),
    ("q-bug", Marked((4,), 1), 0.6),
    ("q-output", Picked((0,)), 1.0),
    ("q-threshold", Placed((0.5,)), 0.0),
    ("q-split", Placed((0.0, 0.5)), 1.0),
    ("q-centroids", Placed((0.5,) * 6), 0.0),
]


@pytest.mark.parametrize(("question", "answer", "score"), ANSWERS)
def test_what_needs_no_run_is_graded_at_once_and_comes_back(
    desk: Desk, question: str, answer: Answer, score: float
) -> None:
    study = desk.study()
    assert study.wanted_run(question) is None
    entry = study.answer(question, answer, 3)
    assert entry.phase == "graded"
    assert entry.scores[0] == pytest.approx(score)
    again = desk.study().sheet.entry(question)
    assert again == entry
    assert again.confidence == 3


def test_numbers_by_hand_are_fresh_at_each_attempt_and_kept_with_the_answer(desk: Desk) -> None:
    study = desk.study()
    entry = study.sheet.entry("q-hand")
    asked = entry.question
    assert isinstance(asked, ByHand)
    assert entry.draw == draw_of("q-hand", 0)
    key = parse(asked.key).number(fixed(asked.draws))
    first = study.answer("q-hand", Entered(f"{key}"))
    assert first.grade
    assert first.grade.right
    assert first.can_retry
    study.retry("q-hand")
    second = study.sheet.entry("q-hand")
    assert second.question != asked
    assert (second.draw, second.phase, second.scores) == (
        draw_for(desk.lesson.question("q-hand"), 1),
        "open",
        (1.0,),
    )
    assert desk.study().sheet.entry("q-hand") == first
    study.half_answer("q-hand", Entered("7"))
    study.flush()
    restored = desk.study().sheet.entry("q-hand")
    assert (restored.question, restored.answer) == (second.question, Entered("7"))


def test_the_event_says_how_sure_what_was_drawn_and_what_was_met(desk: Desk) -> None:
    study = desk.study()
    study.answer("q-bug", Marked((4,), 1), 4)
    study.answer("q-hand", Entered("1"))
    bug, hand = study.record.events("answered")
    assert (bug.body["confidence"], bug.body["draw"], bug.body["misconceptions"]) == (4, None, ["count-all"])
    assert (hand.body["confidence"], hand.body["draw"]) == (None, draw_of("q-hand", 0))
    assert [each.date() for each in study.record.progress.met("count-all")] == [NOW.date()]


def test_a_curve_waits_for_the_run_of_its_setting(desk: Desk) -> None:
    study = desk.study()
    assert study.wanted_run("p-curve") is None
    study.answer("p-curve", Drawn((0.2, 0.25, 0.3, 0.4, 0.45, 0.5)), 2)
    assert study.awaits_run("toss")
    wanted = study.wanted_run("p-curve")
    assert wanted is not None
    assert (wanted.entry, wanted.seed, wanted.params["coin"]) == ("run", 0, "fair")
    waiting = desk.study().sheet.entry("p-curve")
    assert (waiting.phase, waiting.confidence) == ("committed", 2)
    study.ran(wanted, "toss", RUN, own_code=False, held=False)
    entry = study.sheet.entry("p-curve")
    assert entry.grade
    assert entry.grade.right
    assert not entry.can_retry
    again = desk.study().sheet.entry("p-curve")
    assert again.grade == entry.grade
    assert again.evidence
    assert again.evidence.lines["share"] == ((1.0, 0.2), (6.0, 0.5))


def test_a_run_without_the_line_judges_nothing(desk: Desk) -> None:
    study = desk.study()
    study.answer("p-curve", Drawn((0.5,) * 6))
    study.arrived("p-curve", RunResult("ok", 0.1))
    assert study.sheet.entry("p-curve").phase == "committed"


def test_an_unknown_fill_is_run_beside_the_model_fill(desk: Desk) -> None:
    study = desk.study()
    entry = study.answer("q-blank", Filled(("sum", "(2 + 2)")))
    assert entry.phase == "committed"
    wanted = study.wanted_run("q-blank")
    assert wanted is not None
    assert "sum(tosses)" in wanted.source
    for ended in (RunResult("stopped", 0.1), RunResult("crashed", 0.1)):
        assert study.arrived("q-blank", ended).phase == "committed"
    entry = study.arrived("q-blank", RunResult("ok", 0.1, metrics=SAME))
    assert entry.grade
    assert entry.grade.right
    assert desk.study().sheet.entry("q-blank") == entry
    assert study.wanted_run("q-blank") is None


def test_a_fill_that_fails_is_wrong_with_the_words_of_the_error(desk: Desk) -> None:
    study = desk.study()
    study.answer("q-blank", Filled(("som", "4")))
    failed = RunResult("error", 0.1, error=RunError("NameError", "name 'som' is not defined"))
    entry = study.arrived("q-blank", failed)
    assert entry.grade
    assert (entry.grade.right, entry.grade.score) == (False, 0.5)
    assert "NameError" in entry.grade.feedback[-1].text
    assert desk.study().sheet.entry("q-blank").grade == entry.grade


def test_a_figure_is_run_before_it_is_read_each_time_with_another_seed(desk: Desk) -> None:
    study = desk.study()
    entry = study.sheet.entry("q-plot")
    wanted = study.wanted_run("q-plot")
    assert wanted is not None
    assert (wanted.params["coin"], wanted.seed) == ("bent", run_seed(entry.draw))
    assert study.arrived("q-plot", RunResult("error", 0.1)).evidence is None
    study.arrived("q-plot", RUN)
    entry = study.answer("q-plot", Picked((1,)))
    assert entry.grade
    assert entry.grade.wanted == "heads"
    again = desk.study().sheet.entry("q-plot")
    assert again.grade == entry.grade
    study.retry("q-plot")
    assert study.sheet.entry("q-plot").evidence is None


def test_an_answer_before_its_figure_is_graded_when_it_comes(desk: Desk) -> None:
    study = desk.study()
    assert study.answer("q-plot", Picked((0,))).phase == "committed"
    assert study.arrived("q-plot", RUN).phase == "graded"


def test_the_drawn_model_is_run(desk: Desk) -> None:
    study = desk.study()
    entry = study.sheet.entry("q-model")
    assert isinstance(entry.question, GuessModel)
    right = drawn_choice(entry.question, entry.draw)
    wanted = study.wanted_run("q-model")
    assert wanted is not None
    assert wanted.params["coin"] == ("fair", "bent")[right]
    graded = study.answer("q-model", Picked((right,)))
    assert graded.grade
    assert graded.grade.right
    assert desk.study().wanted_run("q-model") == wanted


def test_words_are_committed_then_ticked(desk: Desk) -> None:
    study = desk.study()
    assert study.answer("q-text", Written("It is independent."), 1).phase == "committed"
    restored = desk.study()
    assert restored.sheet.entry("q-text").answer == Written("It is independent.")
    entry = restored.answer("q-text", Written("It is independent.", (0,)))
    assert (entry.phase, entry.scores, entry.confidence) == ("graded", (0.5,), 1)


def test_the_run_that_proves_an_answer_is_told_only_after_it(desk: Desk) -> None:
    study = desk.study()
    assert study.proof_run("q-threshold") is None
    study.answer("q-threshold", Placed((0.3,)))
    proof = study.proof_run("q-threshold")
    assert proof is not None
    assert proof.filename == "toss.py"
    assert study.proof_run("q-output") is None
    study.answer("q-output", Picked((1,)))
    assert study.proof_run("q-output") == RunRequest("print(sum([1, 0, 1, 1]))", origin="pack")
    study.answer("q-order", Ordered((0, 1, 2, 3)))
    assert study.proof_run("q-order") is None


def test_what_cannot_be_graded_is_refused_before_anything_is_kept(desk: Desk) -> None:
    study = desk.study()
    for question, answer in (
        ("q-blank", Filled(("sum", ""))),
        ("q-text", Written("")),
        ("q-order", Picked((1,))),
    ):
        with pytest.raises(ValueError, match=r"empty|Write|fit"):
            study.fits(question, answer)
        with pytest.raises(ValueError, match=r"empty|Write|fit"):
            study.answer(question, answer)
        assert study.sheet.entry(question).phase == "open"
    assert list(study.record.events("answered")) == []


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("q-fair", Picked((5,))),
        ("q-fair", Entered("1")),
        ("q-order", Ordered((0, 1, 2))),
        ("q-match", Matched((0, 9))),
        ("q-blank", Filled(("sum",))),
        ("q-bug", Marked((99,))),
        ("p-curve", Drawn((0.5,) * 7)),
        ("q-threshold", Placed((0.1, 0.2))),
        ("q-split", Placed((0.1,) * 4)),
        ("q-text", Written("", (9,))),
    ],
)
def test_a_draft_that_no_longer_fits_is_left_out(desk: Desk, question: str, answer: Answer) -> None:
    study = desk.study()
    draft = json.dumps({**to_json(answer), "committed": True})
    study.record.save_draft(f"coin-toss/answer/{question}", draft)
    entry = desk.study().sheet.entry(question)
    assert (entry.answer, entry.phase) == (None, "open")


HALF: list[tuple[str, Answer]] = [
    ("q-fair", Picked(())),
    ("q-plot", Picked((1,))),
    ("q-mean", Entered("1/")),
    ("q-hand", Entered("１")),
    ("q-order", Ordered((3, 2, 1, 0))),
    ("q-match", Matched((-1, 2))),
    ("q-blank", Filled(("", "x" * 10_000))),
    ("q-bug", Marked((2, 4))),
    ("p-curve", Drawn((0.5,) * 6)),
    ("q-threshold", Placed((0.1,))),
    ("q-centroids", Placed((0.1,) * 6)),
    ("q-text", Written("so far", (1,))),
]


@pytest.mark.parametrize(("question", "answer"), HALF)
def test_a_half_made_answer_comes_back(desk: Desk, question: str, answer: Answer) -> None:
    study = desk.study()
    study.half_answer(question, answer)
    study.flush()
    entry = desk.study().sheet.entry(question)
    assert (entry.answer, entry.phase) == (answer, "open")


def test_a_run_waits_for_its_curve_which_may_be_passed_over(desk: Desk) -> None:
    study = desk.study()
    study.go([step.id for step in desk.lesson.steps].index("run-toss"))
    study.answer("p-heads", Picked((0,)))
    assert study.walk.gate("toss") == "p-curve"
    assert study.to_skip() == Wait("prediction", "p-curve")
    study.skip()
    assert study.walk.gate("toss") is None
    assert desk.study().sheet.entry("p-curve").phase == "skipped"
    study.retry("p-curve")
    assert study.walk.gate("toss") == "p-curve"
