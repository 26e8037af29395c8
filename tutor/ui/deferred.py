"""A runner that is made, and its code imported, when it is first wanted: after the first paint."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tutor.run import RunEvent, RunRequest
    from tutor.ui.ports import Runner, RunnerState


class DeferredRunner:
    """Stands for the runner that `make` gives."""

    def __init__(self, make: Callable[[], Runner]) -> None:
        self._make = make
        self._made: Runner | None = None

    @property
    def state(self) -> RunnerState:
        """Cold until it is wanted."""
        return self._made.state if self._made else "cold"

    async def start(self) -> None:
        """Make it and warm it up."""
        await self._runner().start()

    def run(self, request: RunRequest) -> AsyncIterator[RunEvent]:
        """The events of one run."""
        return self._runner().run(request)

    def stop(self) -> None:
        """Stop the run, if any."""
        if self._made is not None:
            self._made.stop()

    def undo(self, session: str) -> bool:
        """Go back to the state before the session's last run; whether there was one."""
        return self._made is not None and self._made.undo(session)

    def restart(self, session: str) -> None:
        """Let the session begin anew."""
        if self._made is not None:
            self._made.restart(session)

    def allow(self) -> None:
        """The learner says yes to code that nothing confines."""
        self._runner().allow()

    async def close(self) -> None:
        """End every process, if any was begun."""
        if self._made is not None:
            await self._made.close()

    def _runner(self) -> Runner:
        """The runner, made now if it is not yet there."""
        if self._made is None:
            self._made = self._make()
        return self._made
