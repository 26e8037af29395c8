"""The report: levels, forecasts, quotes, advice, trend; as text and as a page."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from tests.interview.bank import judgement, rubric
from tests.interview.test_session import BANK, Log, answer, begun
from tutor.course.road import LessonSummary
from tutor.interview.anchors import ANCHORS, level
from tutor.interview.moves import Answered, Ended, Forecast, Judged, Settled, Skipped, Ticked
from tutor.interview.replay import plain, transcript
from tutor.interview.report import Report, Ticks, report
from tutor.interview.report_html import page
from tutor.interview.report_text import markdown
from tutor.interview.session import Session, restore
from tutor.interview.transcript import Demonstrated

LESSONS = {"tree-pruning": LessonSummary("tree-pruning", "Less tree", "u06", "planned", "6.4")}


def interview(*covered: str, name: str = "i", text: str = "words", forecast: float = 0.5) -> Session:
    """An interview with one answered question and one that was skipped."""
    conduct = begun(Log(), "theory", "theory", interview=name)
    conduct.take(Forecast(5, forecast))
    conduct.take(Answered(65, text))
    conduct.take(Ticked(70, ("p0",), 3))
    assert conduct.session.rubric is not None
    conduct.take(Judged(71, judgement(conduct.session.rubric, *covered)))
    conduct.proceed(80)
    conduct.take(Skipped(90))
    conduct.take(Ended(100))
    return conduct.session


def told(session: Session, *before: Session) -> Report:
    """The report of an interview after others."""
    return report(session, [*before, session], LESSONS)


def test_levels_come_with_their_anchors_and_time() -> None:
    found = told(interview("p0", "p1", "p2", "p3", "p4", "p5"))
    (theory,) = found.stages
    assert (theory.asked, theory.skipped, theory.seconds) == (2, 1, 90.0)
    assert theory.score is not None
    assert theory.level == level(theory.score)
    assert theory.says in ANCHORS["theory"]
    assert [each.name for each in found.competencies] == ["about theory"]


def test_what_every_level_means_is_written_out_and_the_own_one_marked() -> None:
    found = told(interview("p0"))
    text = markdown(found)
    for each in (*ANCHORS["theory"], *ANCHORS[None]):
        assert each in text
    (theory,) = found.stages
    assert f"**▸ {theory.says}**" in text
    assert f"**▸ {found.competencies[0].says}** (you: about theory)" in text
    assert "<td>5</td>" in page("r", text)


def test_ticks_are_compared_with_what_was_heard() -> None:
    right, wrong = told(interview("p0", "p1")), told(interview("p1"))
    assert right.ticks == (Ticks(3, 1, 1),)
    assert "the grader heard 1 (100%): fairly sure 1 of 1." in markdown(right)
    assert "the grader heard 0 (0%): fairly sure 0 of 1." in markdown(wrong)
    skipped = begun(Log(), "theory")
    skipped.take(Skipped(5))
    assert "ticked" not in markdown(told(skipped.session))


def test_one_answer_is_not_the_strongest_and_the_weakest() -> None:
    found = told(interview("p0", "p1", "p2"))
    assert found.strongest is not None
    assert found.weakest is None


def test_a_score_of_several_parts_says_what_they_are() -> None:
    (single,) = told(interview("p0")).expected
    assert single.parts == ()
    session = interview("p0")
    run = Demonstrated("run()", {}, False, "Not shown yet.", 72)
    first = replace(session.exchanges[0], demonstrations=(run,))
    found = told(replace(session, exchanges=(first, *session.exchanges[1:])))
    (mixed,) = found.expected
    assert [name for name, _ in mixed.parts] == ["answer", "shown by a run"]
    assert "shown by a run 0%" in markdown(found)


def test_a_skip_is_told_once() -> None:
    conduct = begun(Log(), "theory")
    conduct.take(Forecast(5, 0.5))
    conduct.take(Skipped(9))
    assert transcript(conduct.session).count("Skipped") == 1


def test_every_level_can_be_reached() -> None:
    assert [level(each / 10) for each in range(0, 11, 2)] == [1, 2, 3, 4, 5, 5]
    assert level(None) is None


def test_forecasts_are_compared_with_what_came() -> None:
    sure, humble = interview(forecast=1.0, name="a"), interview(forecast=0.0, name="b")
    assert told(sure).brier == 1.0
    assert told(humble, sure).brier == 0.0
    assert told(humble, sure).brier_all == 0.5


def test_missed_points_become_lessons_and_planned_ones_say_so() -> None:
    (advice,) = told(interview("p1")).advice
    assert (advice.lesson, advice.planned) == ("tree-pruning", True)
    assert "planned, not written yet" in markdown(told(interview("p1")))


def test_a_skipped_question_recommends_its_lessons() -> None:
    conduct = begun(Log(), "theory")
    conduct.take(Skipped(5))
    (advice,) = told(conduct.session).advice
    assert advice.because.endswith("has 0")


def test_settlements_stand_beside_the_level_and_do_not_change_it() -> None:
    conduct = begun(Log(), "theory")
    answer(conduct)
    before = told(conduct.session)
    conduct.take(Settled(12, "p1", True))
    after = told(conduct.session)
    assert after.stages[0].level == before.stages[0].level
    assert before.stages[0].own is None
    assert after.stages[0].own is not None
    assert after.stages[0].own > (after.stages[0].score or 0.0)


@pytest.mark.parametrize("kept", [0, 1])
def test_a_bank_that_has_changed_since_still_gives_a_report(kept: int) -> None:
    log = Log()
    conduct = begun(log, "theory", "theory")
    answer(conduct, "p0")
    conduct.take(Settled(12, "p1", True))
    conduct.proceed(20)
    changed = {
        name: replace(each, rubric=rubric(name, 9), follow_ups=())
        for name, each in list(BANK.items())[: kept * len(BANK)]
    }
    again = restore(log.events, changed)
    assert again is not None
    assert again.wanted is None
    assert markdown(report(again, [again], LESSONS))
    assert transcript(again)


def test_how_it_was_told_is_remarked_on() -> None:
    conduct = begun(Log(), "personal")
    text = "Basically we did it, you know, and we basically liked it."
    conduct.take(Forecast(1, 0.5))
    conduct.take(Answered(9, text))
    found = told(conduct.session)
    assert found.fillers > 20
    (remark,) = found.remarks
    assert remark.says
    assert "How you told it" in markdown(found)
    assert "only fill" in markdown(found)


def test_the_trend_holds_this_interview_and_those_ended_before() -> None:
    running = begun(Log(), interview="0").session
    found = told(interview(name="b"), interview(name="a"), running)
    assert [each.interview for each in found.trend] == ["a", "b"]


def test_an_interview_without_answers_has_a_report() -> None:
    conduct = begun(Log())
    conduct.take(Ended(1))
    assert "Mock interview" in markdown(told(conduct.session))
    assert transcript(conduct.session)


class Tags(HTMLParser):
    """The tags of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag."""
        self.tags.add(tag)

    def handle_data(self, data: str) -> None:
        """Note the words."""
        self.words += data


def test_the_page_is_whole_and_what_the_learner_typed_stays_text() -> None:
    nasty = (
        "<script>alert(1)</script> [x](javascript:alert(1)) ![y](http://x/y.png) | **b** `c`\n# no heading"
    )
    session = interview(text=nasty)
    text = page("Report <1>", markdown(told(session)), transcript(session))
    tags = Tags()
    tags.feed(text)
    assert not tags.tags & {"script", "a", "img", "b", "link"}
    assert "<script>alert(1)</script> [x](javascript:alert(1))" in tags.words
    assert "# no heading" in tags.words
    assert "src=" not in re.sub(r"&lt;.*?&gt;", "", text)


@given(st.text())
def test_words_in_a_report_are_never_markdown(text: str) -> None:
    drawn = MarkdownIt("commonmark", {"html": False}).enable("table").render(f"> {plain(text)}")
    tags = Tags()
    tags.feed(drawn)
    assert tags.tags <= {"blockquote", "p"}


def test_the_transcript_holds_everything_that_was_said() -> None:
    session = interview("p0", text="my very own words")
    text = transcript(session)
    assert "my very own words" in text
    assert BANK[session.exchanges[0].prompt].question in text
    assert "| yes | yes | so |" in text
    assert "Skipped." in text
