"""The course of an interview as a state: moves in, a new state out; nothing is read or written here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from tutor.course.rubric import FollowUp, Prompt, Rubric
from tutor.interview import during
from tutor.interview.challenge import challenges
from tutor.interview.cluster import claim, on_cluster
from tutor.interview.followup import follow_up
from tutor.interview.moves import Asked, Disowned, Ended, Move, Paused, Resumed, Started, move_of
from tutor.interview.plan import MIDDLE, adapted, choose, further
from tutor.interview.scoring import score
from tutor.interview.transcript import Exchange, Phase, Setup, Slot, Turn
from tutor.learner.event import Event

ENOUGH_S = 60.0
"""With less time left no further question is asked."""

SPARE, SPARE_S = 0.25, 240.0
"""If this share of the time and so many seconds are left after the plan, further questions are asked."""


@dataclass(frozen=True, slots=True)
class Session:
    """An interview under way; every move gives a new one."""

    setup: Setup
    bank: Mapping[str, Prompt] = field(compare=False, repr=False)
    exchanges: tuple[Exchange, ...] = ()
    phase: Phase = "ready"
    paused: bool = False
    clock: float = 0.0
    """The reading at the latest move, in seconds."""

    @property
    def exchange(self) -> Exchange | None:
        """The question that was asked last."""
        return self.exchanges[-1] if self.exchanges else None

    @property
    def prompt(self) -> Prompt | None:
        """Its prompt; None before the first question, or if the bank no longer has it."""
        return self.bank.get(self.exchanges[-1].prompt) if self.exchanges else None

    @property
    def turn(self) -> Turn | None:
        """What is answered in words now, or was last."""
        return self.exchanges[-1].turn if self.exchanges else None

    @property
    def rubric(self) -> Rubric | None:
        """What the present turn is judged by."""
        return None if self.prompt is None or self.turn is None else rubric_of(self.prompt, self.turn)

    @property
    def judged_rubric(self) -> Rubric | None:
        """What the turn was judged by whose table is shown."""
        turn = self.exchange.judged if self.exchange else None
        return None if self.prompt is None or turn is None else rubric_of(self.prompt, turn)

    @property
    def wanted(self) -> FollowUp | None:
        """The follow-up that the interviewer would ask now."""
        if self.phase != "table" or self.prompt is None or self.exchange is None:
            return None
        return follow_up(self.prompt, self.exchange)

    @property
    def may_show(self) -> bool:
        """Whether the interviewer can say "show me" now; a job for the cluster may be run while answering."""
        prompt, exchange = self.prompt, self.exchange
        if prompt is None or exchange is None:
            return False
        if self.phase == "answer":
            return on_cluster(prompt) and exchange.answers_itself
        return self.phase == "table" and claim(prompt) is not None

    @property
    def called(self) -> bool:
        """Whether the interviewer has just said "show me", and the learner may decline."""
        return self.phase == "table" and self.exchange is not None and self.exchange.called

    @property
    def beliefs(self) -> tuple[str, ...]:
        """The misconceptions that were heard for sure and not disowned."""
        turns = (turn for each in self.exchanges for turn in each.turns)
        return tuple(dict.fromkeys(belief for turn in turns for belief in turn.held))

    def disowning(self, at: float) -> tuple[Disowned, ...]:
        """The moves that say of the beliefs at the table that nobody holds them, or take that back."""
        turn = self.exchange.judged if self.phase == "table" and self.exchange is not None else None
        named = () if turn is None else turn.held or turn.beliefs
        return tuple(Disowned(at, each, turn is not None and each in turn.disowned) for each in named)

    @property
    def limit(self) -> float:
        """How long the interview is, in seconds."""
        return self.setup.minutes * 60.0

    @property
    def hardness(self) -> float:
        """How hard the next question is within the level, from 0 to 1: it follows the answers."""
        at = MIDDLE
        for each in self.exchanges:
            prompt = self.bank.get(each.prompt)
            at = adapted(at, None if prompt is None else score(prompt, each))
        return at

    def left(self, at: float) -> float:
        """Seconds left when the clock reads `at`; never below 0."""
        return max(0.0, self.limit - at)

    def challenges(self, at: float) -> bool:
        """Whether the interviewer says "show me" when the table has just been laid."""
        return self.phase == "table" and challenges(self.bank, self.exchanges, self.setup, self.left(at))

    def proceed(self, at: float) -> Asked | Ended:
        """The move to the next question, or to the end if all are asked or the time is up.

        What is planned comes first; time that is left over then is used for further questions.
        """
        asked = {each.prompt for each in self.exchanges}
        for slot in (*self._slots_left(), *self._further(at)) if self.left(at) > ENOUGH_S else ():
            prompt = choose(
                self.bank,
                slot,
                level=self.setup.level,
                hardness=self.hardness,
                asked=asked,
                recent=self.setup.recent,
                seed=self.setup.seed,
            )
            if prompt is not None:
                return Asked(at, prompt.id, slot)
        return Ended(at)

    def _further(self, at: float) -> tuple[Slot, ...]:
        """The kinds of question for the time that the plan has left over."""
        left, count = self.left(at), len(self.exchanges)
        beyond = count > len(self.setup.slots)
        if left < SPARE_S or (left < self.limit * SPARE and not beyond):
            return ()
        return further(self.setup.slots, left / 60, self.setup.seed + count)

    def _slots_left(self) -> tuple[Slot, ...]:
        """The kinds of question that are still to come."""
        left = self.setup.slots
        for each in self.exchanges:
            left = left[left.index(each.slot) + 1 :] if each.slot in left else left
        return left

    def after(self, move: Move) -> Session:
        """The interview after a move; itself if the move is not possible now."""
        if self.phase == "ended" or isinstance(move, Started):
            return self
        session = replace(self, clock=max(self.clock, move.at))
        match move:
            case Ended():
                return session._closed("ended")
            case Resumed():
                return replace(session, paused=False) if self.paused else self
            case _ if self.paused:
                return self
            case Paused():
                return replace(session, paused=True) if self.setup.pauses else self
            case Asked():
                return session._asked(move) if self.phase in ("ready", "table") else self
        if self.exchange is None or self.prompt is None:
            return self
        found = during.after(self.prompt, self.exchange, self.phase, move)
        if found is None:
            return self
        exchange, phase = found
        session = replace(session, exchanges=(*self.exchanges[:-1], exchange), phase=phase)
        return session._closed("ready") if phase == "ready" else session

    def _asked(self, move: Asked) -> Session:
        """The next question."""
        if move.prompt not in self.bank:
            return self._closed("ready")
        session = self._closed("ready")
        exchange = Exchange(move.prompt, move.slot, self.clock)
        return replace(session, exchanges=(*session.exchanges, exchange), phase="forecast")

    def _closed(self, phase: Phase) -> Session:
        """The present question is over."""
        if self.exchange is None or self.exchange.ended is not None:
            return replace(self, phase=phase, paused=False)
        done = replace(self.exchange, ended=self.clock)
        return replace(self, exchanges=(*self.exchanges[:-1], done), phase=phase, paused=False)


def rubric_of(prompt: Prompt, turn: Turn) -> Rubric:
    """What a turn is judged by; the question's own rubric if the follow-up is gone from the bank."""
    if turn.kind != "follow-up":
        return prompt.rubric
    found = (each.ask for each in prompt.follow_ups if each.id == turn.follow_up)
    return next(found, prompt.rubric)


def begin(started: Started, bank: Mapping[str, Prompt]) -> Session:
    """An interview before its first question."""
    setup = Setup(
        interview=started.interview,
        seed=started.seed,
        level=started.level,
        minutes=started.minutes,
        pauses=started.pauses,
        slots=started.slots,
        recent=started.recent,
    )
    return Session(setup, bank)


def restore(events: Iterable[Event], bank: Mapping[str, Prompt]) -> Session | None:
    """The interview that the events of one interview tell, in order; None if they do not begin one."""
    session: Session | None = None
    for event in events:
        move = move_of(event.kind, event.body)
        match move:
            case None:
                continue
            case Started():
                session = session or begin(move, bank)
            case _ if session is not None:
                session = session.after(move)
    return session
