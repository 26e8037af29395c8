"""The interview as a state: what follows what, and that nothing is lost."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.interview.bank import bank, judgement
from tests.learner.clock import START
from tutor.interview.conduct import Conduct, interviews, recent, sessions, start, unfinished
from tutor.interview.moves import (
    Answered,
    Asked,
    Clarified,
    Coded,
    CodingLeft,
    Ended,
    FollowedUp,
    Forecast,
    Judged,
    ModelSeen,
    Move,
    Noted,
    Ordered,
    Paused,
    Resumed,
    Retried,
    Settled,
    ShowAsked,
    ShowBegun,
    ShowDeclined,
    ShowLeft,
    Shown,
    Skipped,
    Ticked,
)
from tutor.interview.session import Session, restore
from tutor.interview.transcript import Slot
from tutor.learner.event import Event, Json, from_row

BANK = bank()


class Log:
    """A record in memory."""

    def __init__(self) -> None:
        self.events: list[Event] = []

    def append(self, kind: str, body: Mapping[str, Json]) -> None:
        """Add an event, as the database would give it back."""
        row = Event("", "d", len(self.events), START, 0, kind, 1, body).row()
        self.events.append(from_row(row))


def begun(log: Log, *slots: Slot, pauses: bool = True, interview: str = "i", minutes: int = 45) -> Conduct:
    """An interview with its first question asked."""
    found = start(
        log.append,
        BANK,
        interview=interview,
        seed=1,
        level="mid",
        minutes=minutes,
        slots=slots or ("theory", "practical", "plan", "personal"),
        pauses=pauses,
    )
    found.proceed(0.0)
    return found


def answer(conduct: Conduct, *covered: str, at: float = 10.0, wrong: bool = False) -> None:
    """Answer in words, from the forecast to the table."""
    conduct.take(Forecast(at, 0.5))
    assert conduct.take(Answered(at, "words"))
    conduct.take(Ticked(at, ("p0",), 3))
    rubric = conduct.session.rubric
    assert rubric is not None
    assert conduct.take(Judged(at, judgement(rubric, *covered, wrong=wrong)))


def phases(conduct: Conduct, *moves: Move) -> list[str]:
    """The phase after each move."""
    return [conduct.session.phase for move in moves if conduct.take(move) or True]


def test_a_question_of_theory_goes_from_forecast_to_table_and_on() -> None:
    conduct = begun(Log())
    assert conduct.session.phase == "forecast"
    rubric = BANK["theory-0"].rubric
    assert phases(
        conduct,
        Forecast(1, 0.7),
        Answered(60, "so"),
        Ticked(70, ("p0",), 2),
        Judged(71, judgement(rubric, "p0")),
    ) == ["answer", "ticks", "judging", "table"]
    exchange = conduct.session.exchange
    assert exchange is not None
    assert exchange.main is not None
    assert (exchange.forecast, exchange.main.seconds, exchange.main.ticks) == (0.7, 59.0, ("p0",))
    conduct.proceed(80)
    assert conduct.session.phase == "forecast"
    assert [each.ended for each in conduct.session.exchanges] == [80.0, None]


def test_a_practical_question_is_ordered_coded_and_explained() -> None:
    conduct = begun(Log(), "practical")
    moves = (Forecast(1, 0.7), Ordered(5, (0, 2, 1)), Coded(9, "x", 3, 5, "3 of 5"), CodingLeft(10))
    assert phases(conduct, *moves) == ["order", "code", "code", "answer"]
    assert conduct.session.exchange is not None
    assert conduct.session.exchange.order_score == 1 - 2 / 3


def test_follow_ups_probe_misconceptions_first_then_the_weakest_point_then_stretch() -> None:
    conduct = begun(Log())
    answer(conduct, "p1", wrong=True)
    for expected in ("probe", "first", "deeper"):
        wanted = conduct.session.wanted
        assert wanted is not None
        assert wanted.id == expected
        assert conduct.take(FollowedUp(20, wanted.id))
        answer(conduct, "p0", at=30)
    assert conduct.session.wanted is None


def test_a_follow_up_that_fails_is_the_last() -> None:
    conduct = begun(Log())
    answer(conduct)
    assert conduct.take(FollowedUp(20, "first"))
    answer(conduct, at=30)
    assert conduct.session.wanted is None


def test_a_disagreement_is_a_label_and_leaves_the_grade() -> None:
    conduct = begun(Log())
    answer(conduct)
    assert conduct.take(Settled(11, "p1", True))
    assert not conduct.take(Settled(11, "unknown", True))
    exchange = conduct.session.exchange
    assert exchange is not None
    assert exchange.main is not None
    assert exchange.main.labels == (("p1", True),)
    assert exchange.main.judgement == judgement(BANK[exchange.prompt].rubric)


def test_skipping_passes_over_what_is_asked() -> None:
    conduct = begun(Log())
    answer(conduct)
    conduct.take(FollowedUp(20, "first"))
    assert phases(conduct, Skipped(21)) == ["table"]
    conduct.take(ShowBegun(22))
    assert phases(conduct, Skipped(23)) == ["table"]
    conduct.proceed(24)
    assert phases(conduct, Skipped(25)) == ["ready"]
    assert [each.skipped for each in conduct.session.exchanges] == [False, True]


def test_the_real_thing_has_no_pauses() -> None:
    assert not begun(Log(), pauses=False).take(Paused(1))
    conduct = begun(Log())
    assert conduct.take(Paused(1))
    assert not conduct.take(Forecast(1, 0.5))
    assert conduct.take(Resumed(1))
    assert conduct.take(Forecast(1, 0.5))


def test_no_question_is_begun_in_the_last_minute() -> None:
    conduct = begun(Log(), minutes=15)
    answer(conduct)
    conduct.proceed(15 * 60 - 30)
    assert conduct.session.phase == "ended"


def test_the_record_tells_which_interview_is_under_way_and_what_was_asked() -> None:
    log = Log()
    first = begun(log, interview="a")
    first.take(Ended(5))
    begun(log, interview="b")
    past = sessions(log.events, BANK)
    assert [each.phase for each in past] == ["ended", "forecast"]
    left = unfinished(past)
    assert left is not None
    assert left.setup.interview == "b"
    assert unfinished(past[:1]) is None
    assert recent(past) == tuple({each.exchanges[0].prompt: 1 for each in past})
    log.append("lesson-reset", {"lesson": None})
    assert interviews(log.events) == {}


times = st.floats(0, 4000, allow_nan=False)
texts = st.text(max_size=8)
points = st.sampled_from(["p0", "p1", "p2", "none"])
MOVES: st.SearchStrategy[Move] = st.one_of(
    st.builds(Asked, times, st.sampled_from([*BANK, "gone"]), st.sampled_from(["theory", "practical"])),
    st.builds(Forecast, times, st.floats()),
    st.builds(Clarified, times, texts, texts),
    st.builds(Noted, times, texts),
    st.builds(Ordered, times, st.permutations([0, 1, 2]).map(tuple) | st.just((5,))),
    st.builds(Coded, times, texts, st.integers(0, 5), st.integers(0, 5), texts),
    st.builds(CodingLeft, times),
    st.builds(Answered, times, texts),
    st.builds(Ticked, times, st.lists(points).map(tuple), st.integers(0, 4)),
    st.builds(
        Judged, times, st.builds(judgement, st.just(BANK["theory-0"].rubric), points, wrong=st.booleans())
    ),
    st.builds(Settled, times, points, st.booleans()),
    st.builds(ShowAsked, times),
    st.builds(ShowDeclined, times),
    st.builds(FollowedUp, times, st.sampled_from(["deeper", "first", "probe", "gone"])),
    st.builds(Retried, times),
    st.builds(ModelSeen, times),
    st.builds(ShowBegun, times),
    st.builds(Shown, times, texts, st.dictionaries(texts, st.floats()), st.booleans(), texts),
    st.builds(ShowLeft, times),
    st.builds(Skipped, times),
    st.builds(Paused, times),
    st.builds(Resumed, times),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(MOVES, st.booleans()), max_size=60))
def test_whatever_the_learner_does_the_record_gives_the_same_interview_back(
    moves: list[tuple[Move, bool]],
) -> None:
    log = Log()
    conduct = begun(log)
    for at, (move, on) in enumerate(moves):
        conduct.take(move)
        if on:
            conduct.proceed(float(at))
        assert conduct.session.wanted is None or conduct.session.phase == "table"
    again = restore(log.events, BANK)
    assert again == conduct.session
    assert isinstance(again, Session)
    assert replace(again, clock=0.0).limit == 2700


@given(st.lists(st.tuples(st.text(max_size=5), st.dictionaries(st.text(max_size=5), st.none() | st.text()))))
def test_events_that_no_tutor_wrote_are_passed_over(bodies: list[tuple[str, dict[str, Json]]]) -> None:
    log = Log()
    begun(log)
    for kind, body in bodies:
        log.append(f"interview-{kind}", {"interview": "i", **body})
    log.append("interview-judged", {"interview": "i", "at": 1.0, "judgement": {"score": "?"}})
    assert restore(log.events, BANK) is not None
