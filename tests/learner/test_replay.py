"""Whatever happened, in whatever order it arrives: the same log gives the same progress."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import TypeAlias

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.learner.clock import Clock
from tutor.learner import derived
from tutor.learner.event import Json, from_row
from tutor.learner.ids import uuid7
from tutor.learner.store import Record

Log: TypeAlias = list[tuple[tuple[str, dict[str, Json]], timedelta]]

few = settings(max_examples=25, deadline=None)

names = st.sampled_from(["a", "b", "c"])
words = st.text(max_size=5)


def body(**parts: st.SearchStrategy[object]) -> st.SearchStrategy[dict[str, Json]]:
    return st.fixed_dictionaries(parts)  # type: ignore[arg-type]


scores = st.floats(0, 1)
events = st.one_of(
    st.tuples(st.just("lesson-opened"), body(lesson=names)),
    st.tuples(st.just("step-reached"), body(lesson=names, step=names, index=st.integers(0, 30))),
    st.tuples(st.just("lesson-done"), body(lesson=names)),
    st.tuples(
        st.just("answered"),
        body(
            lesson=names,
            question=names,
            fingerprint=words,
            answer=st.one_of(words, st.floats(), st.lists(st.integers())),
            score=scores,
            right=st.booleans(),
        ),
    ),
    st.tuples(st.just("prediction-skipped"), body(lesson=names, question=names)),
    st.tuples(st.just("ran"), body(lesson=names, metrics=st.dictionaries(words, st.floats()))),
    st.tuples(st.just("noted"), body(lesson=names, step=names, text=words)),
    st.tuples(st.just("bookmarked"), body(lesson=names, step=names, on=st.booleans())),
    st.tuples(st.just("setting-changed"), body(name=names, value=words)),
    st.tuples(st.just("welcomed"), body(goal=words, level=words)),
    st.tuples(st.just("lesson-reset"), body(lesson=st.one_of(st.none(), names))),
    st.tuples(st.text(max_size=8), body(lesson=st.one_of(words, st.integers()))),
)
steps = st.integers(-100_000, 100_000).map(lambda seconds: timedelta(seconds=seconds))
logs = st.lists(st.tuples(events, steps), max_size=15)


@contextmanager
def record_of(log: Log) -> Iterator[Record]:
    """A record to which the log was appended while the clock jumped about."""
    with tempfile.TemporaryDirectory() as folder:
        clock = Clock()
        record = Record.open(Path(folder), clock)
        for (kind, each), step in log:
            clock.step = step
            record.append(kind, each)
        yield record
        record.close()


@few
@given(logs)
def test_replaying_gives_what_appending_gave(
    log: Log,
) -> None:
    with record_of(log) as record:
        appended = record.progress
        assert derived.load(record._database) == (appended if log else None)
        record.rebuild()
        assert record.progress == appended
        assert derived.load(record._database) == appended


@few
@given(logs, logs, st.randoms(use_true_random=False))
def test_two_machines_agree_in_whatever_order_their_events_arrive(
    mine: Log,
    theirs: Log,
    random: Random,
) -> None:
    with record_of(mine) as here, record_of(theirs) as there:
        ours, others = list(here.events()), list(there.events())
        shuffled = [*others, *ours]
        random.shuffle(shuffled)
        assert here.merge(shuffled) == len(others)
        assert there.merge(ours) == len(ours)
        assert here.progress == there.progress
        assert list(here.events()) == list(there.events())
        assert here.merge(others) == 0


@few
@given(logs)
def test_rows_give_back_their_events(log: Log) -> None:
    with record_of(log) as record:
        for event in record.events():
            assert from_row(event.row()) == event


moments = st.datetimes(datetime(2000, 1, 1), datetime(2200, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
chance = st.binary(min_size=10, max_size=10)


@given(moments, chance, moments, chance)
def test_ids_sort_by_their_time_and_name_their_version(
    early: datetime, one: bytes, late: datetime, other: bytes
) -> None:
    first, second = uuid7(early, one), uuid7(late, other)
    assert (len(first), first[14], first[19] in "89ab") == (36, "7", True)
    if late - early >= timedelta(milliseconds=2):
        assert first < second
