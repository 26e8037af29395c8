"""What was missed stands in the record, point by point, and becomes lessons."""

from __future__ import annotations

from tests.interview.bank import judgement
from tests.interview.test_session import BANK, Log, answer, begun
from tutor.interview.conduct import Conduct
from tutor.interview.missed import left_out
from tutor.interview.moves import (
    Answered,
    Ended,
    FollowedUp,
    Forecast,
    Judged,
    Retried,
    Settled,
    Skipped,
    Ticked,
)
from tutor.interview.report import report
from tutor.interview.session import restore


def missing(conduct: Conduct) -> list[tuple[str, str]]:
    """The follow-up and the point of each that was left out."""
    return [(each.follow_up, each.point.id) for each in left_out(conduct.session)]


def core(conduct: Conduct) -> list[str]:
    """The points of the question that must be made."""
    prompt = conduct.session.prompt
    assert prompt is not None
    return [each.id for each in prompt.rubric.points if each.need != "bonus"]


def test_points_that_were_not_heard_are_left_out_with_their_lessons() -> None:
    conduct = begun(Log(), "theory")
    answer(conduct, "p0")
    found = left_out(conduct.session)
    assert [each.point.id for each in found] == core(conduct)[1:]
    assert {(each.prompt, each.follow_up, each.lessons) for each in found} == {
        (conduct.session.exchanges[0].prompt, "", ("tree-pruning",))
    }


def test_the_learners_word_counts_either_way() -> None:
    conduct = begun(Log(), "theory")
    answer(conduct, "p0")
    conduct.take(Settled(12, "p1", True))
    conduct.take(Settled(13, "p0", False))
    left = [point for _, point in missing(conduct)]
    assert "p0" in left
    assert "p1" not in left


def test_follow_ups_are_asked_for_too_and_a_retry_takes_nothing_back() -> None:
    conduct = begun(Log(), "theory")
    answer(conduct)
    before = missing(conduct)
    conduct.take(Retried(20))
    conduct.take(Answered(21, "words"))
    conduct.take(Ticked(21, ()))
    rubric = conduct.session.rubric
    assert rubric is not None
    assert conduct.take(Judged(22, judgement(rubric, *(each.id for each in rubric.points))))
    assert missing(conduct) == before
    conduct.take(FollowedUp(30, "deeper"))
    conduct.take(Skipped(31))
    assert missing(conduct) == [*before, ("deeper", "p0")]


def test_a_skipped_question_leaves_all_out_and_one_cut_short_nothing() -> None:
    skipped, cut, asked = (begun(Log(), "theory") for _ in range(3))
    skipped.take(Skipped(5))
    assert [point for _, point in missing(skipped)] == core(skipped)
    cut.take(Forecast(5, 0.5))
    cut.take(Ended(6))
    asked.take(Ended(6))
    assert missing(cut) == missing(asked) == []
    assert report(cut.session, [cut.session], {}).advice == ()


def test_the_record_alone_says_which_points_of_which_question_were_missed() -> None:
    log = Log()
    conduct = begun(log, "theory")
    answer(conduct, "p0")
    conduct.take(FollowedUp(20, "first"))
    conduct.take(Skipped(21))
    asked = conduct.session.exchanges[0].prompt
    (judged,) = (each.body for each in log.events if each.kind == "interview-judged")
    (skipped,) = (each.body for each in log.events if each.kind == "interview-skipped")
    assert (judged["prompt"], judged["follow_up"]) == (asked, "")
    assert (skipped["prompt"], skipped["follow_up"]) == (asked, "first")
    again = restore(log.events, BANK)
    assert again is not None
    assert left_out(again) == left_out(conduct.session)
