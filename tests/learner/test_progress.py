"""What each kind of event means for the progress, and which lesson comes next."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path

import pytest

from tests.learner.clock import START, Clock
from tutor.course.model import Course, LessonSummary, Status, Unit
from tutor.learner.derived import load, save
from tutor.learner.event import Event, Json
from tutor.learner.progress import NEW, Progress
from tutor.learner.rules import apply, replay
from tutor.learner.store import Record


def log(*entries: tuple[str, Mapping[str, Json]], gap_s: float = 60) -> list[Event]:
    return [
        Event(f"{seq:03}", "device", seq, START + timedelta(seconds=gap_s * seq), 0, kind, 1, body)
        for seq, (kind, body) in enumerate(entries, 1)
    ]


def course(*lessons: tuple[str, Status, tuple[str, ...]]) -> Course:
    summaries = {
        id_: LessonSummary(id_, id_, "u01", status, f"1.{place}", requires=requires)
        for place, (id_, status, requires) in enumerate(lessons, 1)
    }
    return Course("Course", Path(), (Unit("u01", "Unit", tuple(summaries)),), summaries)


def test_a_lesson_goes_from_new_to_started_to_done_and_stays_done() -> None:
    states = []
    progress = Progress()
    events = log(
        ("lesson-opened", {"lesson": "a"}),
        ("lesson-done", {"lesson": "a"}),
        ("step-reached", {"lesson": "a", "step": "s2", "index": 2}),
    )
    states.append(progress.lesson("a").state)
    for event in events:
        progress = apply(progress, event)
        states.append(progress.lesson("a").state)
    assert states == ["new", "started", "done", "done"]
    assert (progress.lesson("a").step, progress.lesson("a").index) == ("s2", 2)


def test_the_latest_answer_stands_and_tries_are_counted() -> None:
    body: dict[str, Json] = {
        "lesson": "a",
        "question": "q",
        "fingerprint": "f1",
        "answer": "x",
        "score": 0.0,
        "right": False,
    }
    better: dict[str, Json] = {
        **body,
        "fingerprint": "f2",
        "answer": "y",
        "score": 1.0,
        "right": True,
        "setting": "quiet",
    }
    progress = replay(log(("answered", body), ("answered", better)))
    attempt = progress.lesson("a").answers["q"]
    assert (attempt.fingerprint, attempt.answer, attempt.score, attempt.right) == ("f2", "y", 1.0, True)
    assert (attempt.tries, attempt.setting) == (2, "quiet")
    assert (progress.totals.attempts, progress.totals.right) == (2, 1)


def test_a_skipped_prediction_is_no_longer_skipped_once_it_is_made() -> None:
    prediction: dict[str, Json] = {"lesson": "a", "question": "p"}
    skips = log(("prediction-skipped", prediction), ("prediction-skipped", prediction))
    assert replay(skips).lesson("a").skipped == ("p",)
    made = log(("prediction-skipped", prediction), ("answered", {**prediction, "answer": 1, "right": True}))
    assert replay(made).lesson("a").skipped == ()


def test_notes_and_bookmarks_follow_the_latest_word() -> None:
    progress = replay(
        log(
            ("noted", {"lesson": "a", "step": "s1", "text": "one"}),
            ("noted", {"lesson": "a", "step": "s2", "text": "two"}),
            ("noted", {"lesson": "a", "step": "s1", "text": ""}),
            ("bookmarked", {"lesson": "a", "step": "s1", "on": True}),
            ("bookmarked", {"lesson": "a", "step": "s2", "on": True}),
            ("bookmarked", {"lesson": "a", "step": "s1", "on": False}),
        )
    )
    assert progress.notes("a") == {"s2": "two"}
    assert progress.bookmarks("a") == ("s2",)
    assert progress.lesson("a").state == "new"
    assert progress.lesson("b") == NEW


def test_time_counts_while_events_are_close_and_pauses_do_not() -> None:
    entries = [("ran", {"lesson": "a"})] * 4
    assert replay(log(*entries, gap_s=60)).stats()["minutes"] == 3.0
    assert replay(log(*entries, gap_s=3600)).stats()["minutes"] == 0.0


@pytest.mark.parametrize(
    ("kind", "body"),
    [("unheard-of", {}), ("answered", {}), ("step-reached", {"lesson": 7}), ("noted", {"lesson": "a"})],
)
def test_an_event_that_says_nothing_changes_nothing_but_the_count(kind: str, body: dict[str, Json]) -> None:
    progress = replay(log((kind, body)))
    assert progress.totals.events == 1
    assert progress.lesson("a").state == "new"


def test_an_event_of_a_newer_version_only_counts() -> None:
    event = Event("1", "d", 1, START, 0, "lesson-done", 2, {"lesson": "a"})
    progress = apply(Progress(), event)
    assert progress.lesson("a").state == "new"
    assert progress.totals.events == 1


def test_next_is_the_started_lesson_touched_last() -> None:
    progress = replay(
        log(
            ("lesson-opened", {"lesson": "a"}),
            ("lesson-opened", {"lesson": "b"}),
            ("step-reached", {"lesson": "a", "step": "s", "index": 1}),
        )
    )
    lessons = course(("a", "written", ()), ("b", "written", ()))
    assert progress.next_lesson(lessons) == "a"


def test_next_is_else_the_first_new_lesson_whose_written_requirements_are_done() -> None:
    lessons = course(
        ("a", "written", ()),
        ("p", "planned", ()),
        ("x", "broken", ()),
        ("c", "written", ("b",)),
        ("b", "written", ("a", "p", "x")),
    )
    assert Progress().next_lesson(lessons) == "a"
    done = replay(log(("lesson-done", {"lesson": "a"})))
    assert done.next_lesson(lessons) == "b"
    everything = replay(log(*(("lesson-done", {"lesson": each}) for each in "abc")))
    assert everything.next_lesson(lessons) is None


def test_a_started_lesson_that_left_the_course_is_not_next() -> None:
    progress = replay(log(("lesson-opened", {"lesson": "gone"})))
    assert progress.next_lesson(course(("a", "written", ()))) == "a"


def test_when_a_misconception_was_met_is_told_and_survives_the_database(tmp_path: Path) -> None:
    shown: dict[str, Json] = {"lesson": "a", "question": "q", "misconceptions": ["gini-is-error", 3]}
    progress = replay(
        log(("answered", shown), ("answered", {**shown, "misconceptions": None}), ("tried", shown))
    )
    assert [each - START for each in progress.met("gini-is-error")] == [
        timedelta(seconds=60),
        timedelta(seconds=180),
    ]
    assert progress.met("never") == []
    database = sqlite3.connect(tmp_path / "derived")
    database.execute("CREATE TABLE derived (name TEXT PRIMARY KEY, body TEXT)")
    save(database, None, progress)
    assert load(database) == progress


def test_misconceptions_of_interviews_are_met_disowned_and_derived_again(tmp_path: Path) -> None:
    def heard(*sure: bool) -> dict[str, Json]:
        """A judgement."""
        rows: list[Json] = [{"misconception": "a", "sure": each, "evidence": "so"} for each in sure]
        return {"interview": "i", "judgement": {"misconceptions": rows}}

    own: dict[str, Json] = {"interview": "i", "misconception": "a", "own": True}
    happened: tuple[tuple[str, dict[str, Json]], ...] = (
        ("interview-judged", heard(True, True)),
        ("interview-judged", heard(False)),
        ("interview-judged", heard(True)),
        ("interview-disowned", {**own, "own": False}),
    )
    record = Record.open(tmp_path, Clock())
    for kind, body in happened:
        record.append(kind, body)
    assert len(record.progress.met("a")) == 1
    record.append("interview-disowned", own)
    before = record.progress
    assert len(before.met("a")) == 2
    assert before.lessons == {}
    record.rebuild()
    assert record.progress == before
    record.close()
