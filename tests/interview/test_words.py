"""What is read out of an answer's words: structure, jargon, fields, replies."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.interview.bank import judgement, prompt
from tutor.interview.clarify import LEFT_TO_YOU, reply
from tutor.interview.clock import Clock, words
from tutor.interview.forms import AUDIENCES, PLAN, joined, parted, spoken
from tutor.interview.jargon import exact_enough, meter, plain_enough
from tutor.interview.showing import shown
from tutor.interview.star import structure
from tutor.interview.table import missed, rows, verdict
from tutor.interview.transcript import Turn

STORY = (
    "Two years ago our fraud model kept missing cases. I was asked to find out why. I compared training and "
    "serving data and found a renamed column. Recall rose from 61 to 88 percent. "
    "Next time I would test the schema."
)


def test_a_whole_story_has_nothing_to_mend() -> None:
    found = structure(STORY)
    assert found.lints == ()
    assert found.quotes["action"].startswith("I compared")
    assert "61" in found.number


@pytest.mark.parametrize(
    ("without", "lint"),
    [
        ("Two years ago our fraud model kept missing cases.", "situation"),
        ("I was asked to find out why.", "task"),
        ("I compared training and serving data and found a renamed column.", "action"),
        ("Recall rose from 61 to 88 percent.", "result"),
        ("Next time I would test the schema.", "reflection"),
        ("from 61 to 88 percent", "number"),
    ],
)
def test_what_a_story_lacks_is_named(without: str, lint: str) -> None:
    text = (
        STORY.replace(without, "").replace("Two", "Some") if lint == "number" else STORY.replace(without, "")
    )
    assert any(lint in each for each in structure(text).lints)


def test_we_throughout_is_told() -> None:
    text = "Last year we built a model. We measured it, our team shipped it, and we saved 3 days."
    assert any("we" in each for each in structure(text).lints)
    assert not any("“we”" in each for each in structure(STORY).lints)


def test_the_meter_counts_terms_and_sentences() -> None:
    exact = meter(
        "Our random forest has a recall of 0.9 on the hold-out. It overfits without regularisation."
    )
    assert exact.terms == ("random forest", "recall", "hold-out", "overfits", "regularisation")
    assert plain_enough(exact)
    assert not exact_enough(exact)
    plain = meter(
        "Out of ten bad orders it finds nine. The rest we see by hand, and that takes an hour a day."
    )
    assert plain.terms == ()
    assert plain_enough(plain) == ()
    assert exact_enough(plain)


def test_a_long_sentence_is_told() -> None:
    assert any("sentence" in each for each in plain_enough(meter("so we went on and on " * 6)))


@given(st.text())
def test_any_text_has_a_structure_and_a_meter(text: str) -> None:
    structure(text)
    assert meter(text).count >= len(meter(text).terms)


@given(st.lists(st.text("ab \n", max_size=9), min_size=6, max_size=6))
def test_fields_come_back_from_the_one_text(texts: list[str]) -> None:
    stripped = tuple("\n".join(each.strip().splitlines()) for each in texts)
    assert parted(PLAN, joined(PLAN, texts)) == stripped


def test_the_grader_reads_no_field_names() -> None:
    text = joined(AUDIENCES, ("exact", "plain"))
    assert spoken("two-audiences", text) == "exact\n\nplain"
    assert spoken("", text) == text


def test_asking_back_is_answered_by_what_was_asked_about() -> None:
    asked = prompt("x")
    assert reply(asked, "How many rows are there?") == "A million rows."
    assert reply(asked, "May I?") == "As you like."
    assert reply(prompt("x", "cases"), "") == "As you like."
    assert reply(asked, "And now?", ["As you like."]) == LEFT_TO_YOU
    assert reply(asked, "How many rows are there?", ["A million rows."]) == "A million rows."
    assert LEFT_TO_YOU


def test_a_claim_is_shown_by_metrics_alone() -> None:
    claim = prompt("x").show_me
    assert claim is not None
    assert shown(claim, {"gap": 0.05}) == (True, "Shown: the gap closes.")
    assert not shown(claim, {"gap": 0.3})[0]
    assert "gap" in shown(claim, {"other": 0.3})[1]
    assert not shown(claim, {})[0]


def test_the_table_marks_what_is_disputed() -> None:
    rubric = prompt("x").rubric
    turn = Turn("main", 0.0, ticks=("p0", "p1"), judgement=judgement(rubric, "p0"), labels=(("p2", True),))
    assert [each.disputed for each in rows(rubric, turn)] == [False, True, False]
    assert turn.judgement is not None
    assert verdict(rubric, turn.judgement) == "Likely partial (40–60). Sure of 3 of 3 points."
    assert [each.id for each in missed(rubric, turn.judgement)] == ["p1"]


def test_the_clock_counts_only_while_it_runs() -> None:
    clock = Clock().run(10).stop(15).run(100)
    assert clock.reading(103) == 8
    assert clock.run(200).reading(103) == 8
    assert words(702) == "11:42"
