"""The clock of an interview between leaving and coming back."""

from __future__ import annotations

import pytest

from tests.interview.test_session import Log, begun
from tutor.interview.conduct import Conduct
from tutor.interview.moves import Ended
from tutor.learner.store import Record
from tutor.ui.sitting import Sitting


class Hands:
    """A clock on the wall, and one that only runs."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def back(conduct: Conduct, record: Record, hands: Hands) -> Sitting:
    """The learner comes back to the interview."""
    return Sitting(conduct, record, monotonic=hands, wall=hands)


@pytest.mark.parametrize(("pauses", "reads"), [(True, 60.0), (False, 360.0)])
def test_only_where_it_may_be_paused_does_the_clock_stand_while_one_is_away(
    record: Record, pauses: bool, reads: float
) -> None:
    conduct, hands = begun(Log(), pauses=pauses), Hands()
    sitting = back(conduct, record, hands)
    sitting.open()
    hands.now += 60
    sitting.leave()
    hands.now += 300
    assert back(conduct, record, hands).at == pytest.approx(reads)


def test_a_clock_that_ran_on_stops_at_the_limit(record: Record) -> None:
    conduct, hands = begun(Log(), pauses=False, minutes=45), Hands()
    sitting = back(conduct, record, hands)
    sitting.open()
    sitting.leave()
    hands.now += 100_000
    sitting = back(conduct, record, hands)
    assert sitting.left == "time is up"
    assert sitting.at == 45 * 60


def test_a_sudden_end_costs_no_time_and_an_end_leaves_nothing_behind(record: Record) -> None:
    conduct, hands = begun(Log(), pauses=False), Hands()
    sitting = back(conduct, record, hands)
    sitting.open()
    hands.now += 60
    sitting.flush()
    hands.now += 300
    assert back(conduct, record, hands).at == pytest.approx(60)
    sitting.take(Ended(sitting.at))
    sitting.leave()
    assert not any(place.endswith("/left") for place in record.drafts("interview/"))
