"""When the interviewer says "show me": after a claim that was made, seldom, the same for a seed."""

from __future__ import annotations

import pytest

from tests.interview.test_session import BANK, Log, answer, begun
from tutor.interview.conduct import Conduct, start
from tutor.interview.moves import FollowedUp, ShowBegun, ShowDeclined, ShowLeft
from tutor.interview.replay import transcript
from tutor.interview.session import restore
from tutor.interview.transcript import Slot

ALL = tuple(f"p{n}" for n in range(8))
SEEDS = 16


def theory(log: Log, seed: int = 1, *, count: int = 4, minutes: int = 45) -> Conduct:
    """An interview of theory."""
    kind: Slot = "theory"
    found = start(
        log.append, BANK, interview="i", seed=seed, level="mid", minutes=minutes, slots=(kind,) * count
    )
    found.proceed(0)
    return found


def called(seed: int, *covered: str, minutes: int = 45) -> list[bool]:
    """After which of four answers the interviewer said it."""
    conduct, said = theory(Log(), seed, minutes=minutes), []
    for at in range(10, 50, 10):
        answer(conduct, *covered, at=at)
        said.append(conduct.session.called)
        conduct.proceed(at)
    return said


@pytest.mark.parametrize(("minutes", "most"), [(30, 1), (45, 2)])
def test_it_is_said_once_or_twice_in_an_interview_and_the_same_for_a_seed(minutes: int, most: int) -> None:
    said = [called(seed, *ALL, minutes=minutes) for seed in range(SEEDS)]
    assert {sum(each) for each in said} == {most}
    assert len({tuple(each) for each in said}) > 1
    assert said == [called(seed, *ALL, minutes=minutes) for seed in range(SEEDS)]


def test_it_is_not_said_of_a_claim_that_was_not_made_or_when_time_is_short() -> None:
    assert not any(any(called(seed)) for seed in range(SEEDS))
    assert not any(any(called(seed, *ALL, minutes=5)) for seed in range(SEEDS))
    assert not any(any(called(seed, "p1")) for seed in range(SEEDS))
    assert any(any(called(seed, "p0")) for seed in range(SEEDS)), "what is required was covered"


def asked(log: Log) -> Conduct:
    """An interview in which it was said after the first answer."""
    conduct = theory(log, next(seed for seed in range(SEEDS) if called(seed, *ALL)[0]))
    answer(conduct, *ALL)
    return conduct


def test_it_can_be_declined_and_that_is_kept() -> None:
    log = Log()
    conduct = asked(log)
    assert conduct.take(ShowDeclined(11))
    assert not conduct.session.called
    assert not conduct.take(ShowDeclined(12))
    assert [each.kind for each in log.events[-2:]] == ["interview-show-asked", "interview-show-declined"]
    assert restore(log.events, BANK) == conduct.session
    assert "*Declined.*" in transcript(conduct.session)


def test_it_is_taken_up() -> None:
    conduct = asked(Log())
    assert conduct.take(ShowBegun(11))
    assert not conduct.session.called
    assert conduct.take(ShowLeft(20))
    assert not conduct.session.called
    assert "*Declined.*" not in transcript(conduct.session)


def test_who_goes_on_without_has_declined() -> None:
    first, second = asked(Log()), asked(Log())
    first.proceed(12)
    second.take(FollowedUp(12, "deeper"))
    assert first.session.exchanges[0].show_declined
    assert second.session.exchanges[0].show_declined


def test_a_practical_question_is_not_asked_to_be_shown() -> None:
    conduct = begun(Log(), "personal")
    answer(conduct, *ALL)
    assert not conduct.session.called
