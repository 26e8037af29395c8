"""One learner in one lesson: everything is recorded before it is told, and comes back as it was."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.learner.test_walk import LESSON
from tutor.course.fingerprint import fingerprint
from tutor.grading import Entered, Picked
from tutor.grading.number import NumberError
from tutor.grading.study import Study
from tutor.learner.event import Json
from tutor.learner.store import Record
from tutor.run import RunRequest, RunResult

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
METRICS = {"leaves": 5.0}


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    """An empty record."""
    found = Record.open(tmp_path, lambda: NOW)
    yield found
    found.close()


def run(
    study: Study, setting: str, *, status: str = "ok", own_code: bool = False, held: bool = False
) -> None:
    """A run of a setting with its own knobs ends."""
    result = RunResult(status, 0.1, metrics=METRICS)  # type: ignore[arg-type]
    study.ran(RunRequest("", params={}), setting, result, own_code=own_code, held=held)


def recorded(record: Record) -> list[str]:
    """The kinds of the lesson's events but for steps."""
    return [event.kind for event in record.events() if event.kind not in ("lesson-opened", "step-reached")]


def test_an_answer_is_recorded_before_it_is_told(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    """If recording fails, the answer counts as not given."""
    study = Study(LESSON, record)

    def fails(kind: str, body: object) -> None:
        raise OSError(kind)

    monkeypatch.setattr(record, "append", fails)
    with pytest.raises(OSError, match="answered"):
        study.answer("q1", Picked((0,)))
    assert study.sheet.entry("q1").phase == "open"
    assert study.sheet.entry("q1").grade is None


def test_a_prediction_is_judged_by_its_own_run_only(record: Record) -> None:
    study = Study(LESSON, record)
    study.answer("p3", Entered("5"))
    assert study.awaits_run("deep")
    run(study, "tree")
    run(study, "deep", own_code=True)
    run(study, "deep", status="error")
    run(study, "deep", held=True)
    assert study.sheet.entry("p3").phase == "committed"
    run(study, "deep")
    assert study.sheet.entry("p3").grade is not None
    assert study.sheet.entry("p3").right_at_first
    assert not study.awaits_run("deep")
    assert recorded(record)[-2:] == ["ran", "answered"]


def test_a_prediction_must_be_an_answer(record: Record) -> None:
    study = Study(LESSON, record)
    with pytest.raises(NumberError):
        study.answer("p3", Entered("many"))
    with pytest.raises(ValueError, match="no option 8"):
        study.answer("p1", Picked((7,)))
    assert study.walk.gate("tree") == "p1"


def test_everything_comes_back(record: Record) -> None:
    study = Study(LESSON, record)
    study.go(6)
    study.answer("p1", Picked((1,)))
    study.answer("q1", Picked((1,)))
    study.answer("q1", Picked((0,)))
    study.half_answer("p3", Entered("1"))
    study.go(4)
    study.flush()
    again = Study(LESSON, record)
    assert (again.walk.index, again.walk.furthest) == (4, 6)
    assert again.sheet.entry("p1").phase == "committed"
    assert again.walk.gate("tree") is None
    assert again.sheet.entry("q1").scores == (0.0, 1.0)
    assert again.sheet.entry("q1").grade == study.sheet.entry("q1").grade
    assert again.sheet.entry("p3").answer == Entered("1")


def test_a_judged_prediction_comes_back_with_the_numbers_of_its_run(record: Record) -> None:
    study = Study(LESSON, record)
    study.answer("p3", Entered("5"))
    run(study, "deep")
    record.append("ran", {"lesson": LESSON.id, "setting": "deep", "status": "ok", "metrics": {"leaves": 99}})
    entry = Study(LESSON, record).sheet.entry("p3")
    assert entry.grade is not None
    assert (entry.grade.right, entry.grade.wanted) == (True, "5")


def test_an_answer_to_a_question_that_has_changed_is_not_shown(record: Record) -> None:
    body: dict[str, Json] = {
        "lesson": LESSON.id,
        "question": "q1",
        "answer": {"picked": [0]},
        "score": 1.0,
        "right": True,
    }
    record.append("answered", {**body, "fingerprint": "another"})
    assert Study(LESSON, record).sheet.entry("q1").phase == "open"
    record.append("answered", {**body, "fingerprint": fingerprint(LESSON.question("q1"))})
    assert Study(LESSON, record).sheet.entry("q1").phase == "graded"


def test_what_another_version_wrote_does_no_harm(record: Record) -> None:
    strange: list[tuple[str, dict[str, Json]]] = [
        ("answered", {"question": "gone"}),
        ("answered", {"question": "q1", "fingerprint": fingerprint(LESSON.question("q1")), "answer": 3}),
        ("step-reached", {"step": "gone", "index": 99}),
        ("ran", {"setting": "gone", "status": "ok", "metrics": 7}),
        ("prediction-skipped", {}),
    ]
    for kind, body in strange:
        record.append(kind, {"lesson": LESSON.id, **body})
    record.save_draft(f"{LESSON.id}/answer/q1", "{broken")
    record.save_draft(f"{LESSON.id}/knobs/tree", json.dumps({"gone": 1}))
    study = Study(LESSON, record)
    assert study.walk.index == len(LESSON.steps) - 1
    assert study.knobs("tree") == {}


def test_of_a_held_knob_only_the_last_run_is_recorded(record: Record) -> None:
    study = Study(LESSON, record)
    for _ in range(5):
        run(study, "tree", held=True)
    study.flush()
    assert recorded(record) == ["ran"]


def test_skipping_the_run_passes_over_its_predictions_too(record: Record) -> None:
    study = Study(LESSON, record)
    study.go(8)
    assert study.to_skip() is not None
    study.skip()
    assert recorded(record) == ["prediction-skipped", "prediction-skipped"]
    assert study.to_skip() is None


def test_a_reset_begins_anew(record: Record) -> None:
    study = Study(LESSON, record)
    study.go(5)
    study.answer("q1", Picked((0,)))
    record.reset(LESSON.id)
    fresh = Study(LESSON, record)
    assert (fresh.walk.index, fresh.walk.furthest, fresh.sheet.entry("q1").phase) == (0, 0, "open")


def test_finishing_twice_is_finishing_once(record: Record) -> None:
    study = Study(LESSON, record)
    study.finish()
    study.finish()
    assert recorded(record) == ["lesson-done"]
