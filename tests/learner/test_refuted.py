"""A misconception is due once it was met twice within thirty days, and not refuted since."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from tutor.learner.event import Event, Json
from tutor.learner.meetings import met_in
from tutor.learner.refuted import due

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


def event(kind: str, days_ago: float, **body: Json) -> Event:
    """Something that happened so long ago."""
    return Event("id", "device", 1, NOW - timedelta(days=days_ago), 0, kind, 1, body)


def met(days_ago: float, *ids: str) -> Event:
    """An answer that showed these misconceptions."""
    return event("answered", days_ago, misconceptions=list(ids))


def test_once_is_chance_twice_is_due() -> None:
    assert due([met(0, "a")], ["a"], NOW) is None
    assert due([met(3, "a"), met(0, "a")], ["a"], NOW) == "a"


def test_the_first_meeting_must_lie_within_thirty_days() -> None:
    assert due([met(31, "a"), met(0, "a")], ["a"], NOW) is None
    assert due([met(30, "a"), met(0, "a")], ["a"], NOW) == "a"


def test_a_refutation_ends_what_came_before() -> None:
    refuted = event("refuted", 2, misconception="a", right=False)
    assert due([met(5, "a"), met(4, "a"), refuted, met(0, "a")], ["a"], NOW) is None
    assert due([met(5, "a"), refuted, met(1, "a"), met(0, "a")], ["a"], NOW) == "a"


def test_refuting_another_one_changes_nothing() -> None:
    refuted = event("refuted", 2, misconception="b", right=True)
    assert due([met(5, "a"), refuted, met(0, "a")], ["a"], NOW) == "a"


def test_only_what_was_just_met_comes_up() -> None:
    events = [met(5, "a", "b"), met(4, "a"), met(0, "b")]
    assert due(events, ["b"], NOW) == "b"
    assert due(events, ["c"], NOW) is None
    assert due(events, [], NOW) is None


def test_beginning_anew_forgets() -> None:
    anew = event("lesson-reset", 1, lesson=None)
    assert due([met(5, "a"), anew, met(0, "a")], ["a"], NOW) is None
    of_one = event("lesson-reset", 1, lesson="tree-pruning")
    assert due([met(5, "a"), of_one, met(0, "a")], ["a"], NOW) == "a"


def heard(days_ago: float, *ids: str, sure: bool = True) -> Event:
    """A judgement of an interview in which these were heard."""
    rows: list[Json] = [{"misconception": each, "sure": sure, "evidence": "so"} for each in ids]
    return event("interview-judged", days_ago, interview="i", judgement={"misconceptions": rows})


def disowned(days_ago: float, name: str, *, own: bool = False) -> Event:
    """A word of the learner against it."""
    return event("interview-disowned", days_ago, interview="i", misconception=name, own=own)


def test_what_an_interview_hears_for_sure_counts() -> None:
    assert due([met(3, "a"), heard(0, "a")], ["a"], NOW) == "a"
    assert due([heard(3, "a"), heard(0, "b", "a")], ["a"], NOW) == "a"
    assert due([met(3, "a"), heard(0, "a", sure=False)], ["a"], NOW) is None


def test_what_the_learner_disowns_does_not_count_until_it_is_taken_back() -> None:
    events = [met(3, "a"), heard(2, "a"), disowned(1, "a")]
    assert due(events, ["a"], NOW) is None
    assert due([*events, disowned(0, "a", own=True)], ["a"], NOW) == "a"
    assert due([*events, disowned(1, "a")], ["a"], NOW) is None
    assert due([disowned(2, "a"), met(1, "a"), met(0, "a")], ["a"], NOW) == "a"


@pytest.mark.parametrize("judgement", [None, 3, {}, {"misconceptions": "a"}, {"misconceptions": ["a", {}]}])
def test_a_judgement_that_nobody_can_read_shows_nothing(judgement: Json) -> None:
    assert met_in(event("interview-judged", 0, judgement=judgement, misconception="a")) == []


def test_tries_of_exercises_count_too() -> None:
    tried = event("tried", 1, misconceptions=["a"])
    assert due([tried, met(0, "a")], ["a"], NOW) == "a"


def test_odd_bodies_show_nothing() -> None:
    assert met_in(event("answered", 0)) == []
    assert met_in(event("answered", 0, misconceptions="abc")) == []
    assert met_in(event("answered", 0, misconceptions=[1, "", None, "a", "a"])) == ["a"]
    assert met_in(event("tried", 0, misconception="a")) == ["a"]
