"""One interview on the screen: its moves, its clock, and what is half written."""

from __future__ import annotations

import time
from collections.abc import Callable

from tutor.interview.clock import Clock, words
from tutor.interview.cluster import on_cluster
from tutor.interview.conduct import Conduct
from tutor.interview.moves import Move, Paused, Resumed
from tutor.interview.session import Session
from tutor.learner.drafts import Drafts
from tutor.learner.store import Record

SEPARATOR = "\x1f"
"""Between the fields of an answer that has several, in its draft."""


class Sitting:
    """Keeps an interview so that a sudden end loses half a second of typing at most."""

    def __init__(
        self,
        conduct: Conduct,
        record: Record,
        *,
        monotonic: Callable[[], float] = time.monotonic,
        wall: Callable[[], float] = time.time,
    ) -> None:
        """The clock stands until `open`; in an interview without pauses it ran on since the learner left."""
        self.conduct = conduct
        self.record = record
        self._monotonic = monotonic
        self._wall = wall
        self._drafts = Drafts(record)
        read = max(self.session.clock, _seconds(record.draft(self._clock_place)))
        if not self.session.setup.pauses and (left := _seconds(record.draft(self._left_place))):
            read = max(read, min(self.session.limit, read + max(0.0, wall() - left)))
        self._clock = Clock(read)

    @property
    def session(self) -> Session:
        """Where the interview stands."""
        return self.conduct.session

    @property
    def at(self) -> float:
        """What the clock reads."""
        return self._clock.reading(self._monotonic())

    @property
    def left(self) -> str:
        """The time that is left, in words."""
        left = self.session.left(self.at)
        return f"{words(left)} left" if left > 0 else "time is up"

    def open(self) -> None:
        """The learner is there: the clock runs."""
        self._clock = self._clock.run(self._monotonic())
        if not self.session.setup.pauses:
            self._drafts.keep(self._left_place, None)
            self.flush()
        if self.session.paused:
            self.take(Resumed(self.at))

    def leave(self) -> None:
        """The learner goes: the clock stands, where it may; what is written is kept till all is over."""
        ended = self.session.phase == "ended"
        if not self.session.setup.pauses:
            self._drafts.keep(self._left_place, None if ended else f"{self._wall():.1f}")
        for place in self.record.drafts(f"{self._root}/") if ended else ():
            self._drafts.keep(place, None)
        self.flush()
        self._clock = self._clock.stop(self._monotonic())

    def pause(self) -> bool:
        """Let the clock stand; whether it may."""
        self.flush()
        paused = self.take(Paused(self.at))
        if paused:
            self._clock = self._clock.stop(self._monotonic())
        return paused

    def take(self, move: Move) -> bool:
        """Make a move; whether it was possible."""
        return self.conduct.take(move)

    def proceed(self) -> None:
        """Ask the next question, or end."""
        self.conduct.proceed(self.at)

    def draft(self) -> tuple[str, ...] | None:
        """The fields of what is half written; None if nothing is."""
        kept = self.record.draft(self.place)
        return None if kept is None else tuple(kept.split(SEPARATOR))

    def keep(self, fields: tuple[str, ...]) -> None:
        """Take the newest fields; `flush` writes them."""
        self._drafts.keep(self.place, SEPARATOR.join(fields) if any(fields) else None)

    def forget(self, place: str) -> None:
        """What was half written there has been sent."""
        self._drafts.keep(place, None)
        self.flush()

    def aside(self, name: str) -> str:
        """What is half written beside the present answer, such as a thought."""
        return self.record.draft(f"{self.place}/{name}") or ""

    def keep_aside(self, name: str, text: str) -> None:
        """Take the newest words of an aside; `flush` writes them."""
        self._drafts.keep(f"{self.place}/{name}", text or None)

    def flush(self) -> None:
        """Write what is not written yet, and the clock."""
        if self.session.phase != "ended":
            self._drafts.keep(self._clock_place, f"{self.at:.1f}")
        self._drafts.flush()

    @property
    def place(self) -> str:
        """Where the draft is kept of what is written now; code for the cluster has one for all its runs."""
        if self.session.phase == "show" and self.session.prompt and on_cluster(self.session.prompt):
            return f"{self._root}/{len(self.session.exchanges)}/cluster"
        turns = self.session.exchange.turns if self.session.exchange else ()
        return f"{self._root}/{len(self.session.exchanges)}/{len(turns)}"

    @property
    def _root(self) -> str:
        return f"interview/{self.session.setup.interview}"

    @property
    def _clock_place(self) -> str:
        return f"{self._root}/clock"

    @property
    def _left_place(self) -> str:
        """Where it is kept when the learner left an interview without pauses."""
        return f"{self._root}/left"


def _seconds(kept: str | None) -> float:
    """The clock's reading in a draft; 0 for none."""
    try:
        return max(0.0, float(kept or 0))
    except ValueError:
        return 0.0
