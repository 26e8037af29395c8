"""Conducting an interview: every move goes into the learner's record before it counts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from tutor.course.rubric import Level, Prompt
from tutor.interview.moves import (
    KINDS,
    Asked,
    Disowned,
    FollowedUp,
    Judged,
    Move,
    Retried,
    Settled,
    ShowAsked,
    ShowDeclined,
    Skipped,
    Started,
    body_of,
    kind_of,
    move_of,
)
from tutor.interview.plan import slots
from tutor.interview.session import Session, begin, restore
from tutor.interview.transcript import Slot
from tutor.learner.event import Event, Json, plain

RESET = "lesson-reset"
READ = (*KINDS, RESET)
"""The kinds of events to read: `record.events(*READ)`."""
FAR_BACK = 5
"""For so many interviews no question is asked twice."""

Append = Callable[[str, Mapping[str, Json]], object]


class Conduct:
    """One interview under way, and where its moves are kept."""

    def __init__(self, session: Session, append: Append) -> None:
        self.session = session
        self._append = append

    def take(self, move: Move) -> bool:
        """Record a move and go on; whether it was possible.

        After a judgement the interviewer may say "show me"; who goes on without has declined.
        """
        if self.session.called and isinstance(move, Asked | FollowedUp | Retried):
            self._take(ShowDeclined(move.at))
        taken = self._take(move)
        if taken and isinstance(move, Judged) and self.session.challenges(move.at):
            self._take(ShowAsked(move.at))
        return taken

    def _take(self, move: Move) -> bool:
        """Record one move."""
        told = {**body_of(move, self.session.setup.interview), **_about(self.session, move)}
        kind, body = kind_of(move), plain(told)
        read = move_of(kind, body)
        if read is None:
            return False
        after = self.session.after(read)
        if after is self.session:
            return False
        self._append(kind, body)
        self.session = after
        return True

    def proceed(self, at: float) -> None:
        """Ask the next question, or end."""
        self.take(self.session.proceed(at))


def _about(session: Session, move: Move) -> dict[str, Json]:
    """Which answer is judged, settled or skipped: whoever reads the event needs no other one."""
    exchange = session.exchange
    if exchange is None or not isinstance(move, Judged | Settled | Disowned | Skipped):
        return {}
    turn = exchange.turn if isinstance(move, Judged | Skipped) else exchange.judged
    return {"prompt": exchange.prompt, "follow_up": turn.follow_up if turn is not None else ""}


def start(
    append: Append,
    bank: Mapping[str, Prompt],
    *,
    interview: str,
    seed: int,
    level: Level,
    minutes: int,
    slots: tuple[Slot, ...],
    pauses: bool = True,
    recent: tuple[str, ...] = (),
) -> Conduct:
    """Begin an interview; its id is new and sorts by time, such as an ISO moment.

    Without `recent` the same seed asks the same questions.
    """
    started = Started(interview, seed, level, minutes, pauses, slots, recent)
    append(kind_of(started), body_of(started, interview))
    return Conduct(begin(started, bank), append)


def interviews(events: Iterable[Event]) -> dict[str, list[Event]]:
    """The events of each interview by its id, in the order they began; a reset of all forgets them."""
    found: dict[str, list[Event]] = {}
    for event in events:
        if event.resets_all:
            found.clear()
        name = event.body.get("interview")
        if event.kind in KINDS and isinstance(name, str):
            found.setdefault(name, []).append(event)
    return found


def sessions(events: Iterable[Event], bank: Mapping[str, Prompt]) -> list[Session]:
    """Every interview in the record, in the order they began."""
    restored = (restore(each, bank) for each in interviews(events).values())
    return [session for session in restored if session is not None]


def unfinished(past: Iterable[Session]) -> Session | None:
    """The latest interview, if it is still under way."""
    latest = next(reversed(list(past)), None)
    return latest if latest is not None and latest.phase != "ended" else None


def recent(past: Iterable[Session]) -> tuple[str, ...]:
    """The prompts of the latest five interviews, those asked longest ago first."""
    latest = list(past)[-FAR_BACK:]
    asked = [each.prompt for session in latest for each in session.exchanges]
    return tuple(reversed(dict.fromkeys(reversed(asked))))


__all__ = ["READ", "Conduct", "interviews", "recent", "sessions", "slots", "start", "unfinished"]
