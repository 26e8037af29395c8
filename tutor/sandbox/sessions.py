"""Sessions: what ran before, and the process that still holds what it left behind.

A session's last process stays and is the next cell's home, so a cell costs what it does and no more. Where
there is no such process (after an undo, a crash, a stop, or when other sessions needed the room) a fresh one
replays the earlier cells first: with the same seeds and without output, so that nobody sees it. Measured: a
cell at home costs 1 ms beside its own work, one after a replay 5 ms and what the earlier cells cost. Forking
before each cell would make that cheaper, but code that may fork can pass its memory limit by many children.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from tutor.sandbox.messages import Cell
from tutor.sandbox.seat import Seat

HOMES = 2
"""Processes that are kept for sessions; each holds memory."""


@dataclass(slots=True)
class Session:
    """The runs of one session, oldest first; None for one that left no trace."""

    runs: list[Cell | None] = field(default_factory=list)
    home: Seat | None = None

    @property
    def cells(self) -> tuple[Cell, ...]:
        """What makes up its state."""
        return tuple(cell for cell in self.runs if cell is not None)


class Sessions:
    """All sessions of a sandbox by name, the one used last at the end."""

    def __init__(self) -> None:
        """None yet."""
        self._sessions: dict[str, Session] = {}

    def cells(self, name: str) -> tuple[Cell, ...]:
        """The cells that make up the session's state."""
        session = self._sessions.get(name)
        return session.cells if session else ()

    def count(self, name: str) -> int:
        """How many runs there were that can be undone."""
        session = self._sessions.get(name)
        return len(session.runs) if session else 0

    def take_home(self, name: str) -> Seat | None:
        """The process that holds the session's state, for one run; None if there is none any more."""
        session = self._sessions.get(name)
        if session is None or session.home is None:
            return None
        home, session.home = session.home, None
        if home.exited.done():
            home.close()
            return None
        return home

    def add(self, name: str, before: tuple[Cell, ...], cell: Cell | None, home: Seat | None) -> None:
        """A run has ended; `home` holds what it made of the state that `before` left."""
        session = self._sessions.pop(name, None) or Session()
        self._sessions[name] = session
        end(session.home)
        session.home = None
        if session.cells == before:
            session.home = home
        else:
            end(home)
        session.runs.append(cell)
        kept = [each for each in self._sessions.values() if each.home is not None]
        for each in kept[:-HOMES]:
            end(each.home)
            each.home = None

    def undo(self, name: str) -> bool:
        """Go back to the state before the last run; whether there was one."""
        session = self._sessions.get(name)
        if session is None or not session.runs:
            return False
        if session.runs.pop() is not None:
            end(session.home)
            session.home = None
        return True

    def restart(self, name: str) -> None:
        """Forget everything about a session."""
        session = self._sessions.pop(name, None)
        if session is not None:
            end(session.home)

    def close(self) -> None:
        """Let all processes go."""
        for name in tuple(self._sessions):
            self.restart(name)


def end(home: Seat | None) -> None:
    """Kill a process that nobody needs any more."""
    if home is not None:
        home.tell("kill")
        home.close()
