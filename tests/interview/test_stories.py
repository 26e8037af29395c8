"""The story bank: what is kept, what it covers, what is to be mended."""

from __future__ import annotations

from dataclasses import replace

from tests.interview.bank import bank
from tests.interview.test_session import Log
from tutor.course.road import LessonSummary
from tutor.interview.stories import DROPPED, KIND, Story, coverage, lints, offered, stories

GOOD = Story(
    id="fraud",
    title="The renamed column",
    situation="Two years ago our fraud model kept missing cases.",
    task="I was asked to find out why.",
    action="I compared training and serving data and found a renamed column.",
    result="Recall rose from 61 to 88 percent.",
    reflection="Next time I would test the schema.",
    questions=("star",),
)


def test_the_last_telling_counts_and_a_dropped_story_is_gone() -> None:
    log = Log()
    log.append(KIND, {**GOOD.body, "title": "Before"})
    log.append(KIND, {"story": "b", "title": 3})
    log.append(KIND, GOOD.body)
    assert stories(log.events) == (GOOD, Story("b", ""))
    log.append(DROPPED, {"story": "b"})
    assert stories(log.events) == (GOOD,)
    log.append("lesson-reset", {"lesson": None})
    assert stories(log.events) == ()


def test_a_good_story_has_nothing_to_mend() -> None:
    assert lints(GOOD) == ()


def test_what_is_to_be_mended_is_said() -> None:
    poor = Story("x", "We", situation="We had a model.", action="We built it, our team ran it, we liked it.")
    said = " ".join(lints(poor))
    for word in ("task is empty", "result is empty", "number", "“we”", "you did yourself"):
        assert word in said


def test_a_result_that_tells_none_is_mended() -> None:
    assert any("what came of it" in each for each in lints(replace(GOOD, result="It was a nice 3 weeks.")))


def test_every_question_about_the_learner_stands_in_the_matrix() -> None:
    rows = coverage([GOOD], bank())
    assert [(row.prompt.id, row.meant) for row in rows] == [("star", ("fraud",)), ("both", ())]


def test_finished_lessons_are_offered_once() -> None:
    lessons = [LessonSummary(name, name.title(), "u", "written", "1.1") for name in ("a", "b")]
    (first,) = offered(lessons, ["a"], [])
    assert first.id == "lesson-a"
    assert offered(lessons, ["a"], [first]) == ()
