"""A runner that asks the learner, once, before code runs that nothing confines."""

from __future__ import annotations

from asyncio import Future, get_running_loop
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from textual.app import App

    from tutor.run import RunEvent, RunRequest
    from tutor.ui.ports import Runner, RunnerState


class AskingRunner:
    """Stands for the runner that it is given; `ask` gets the learner's answer."""

    def __init__(self, runner: Runner, ask: Callable[[], Awaitable[bool]]) -> None:
        self._runner = runner
        self._ask = ask
        self._asked = False

    @property
    def state(self) -> RunnerState:
        """As the runner says."""
        return self._runner.state

    async def start(self) -> None:
        """Warm up."""
        await self._runner.start()

    async def run(self, request: RunRequest) -> AsyncIterator[RunEvent]:
        """The events of one run; of a second one, if the first was refused and the learner says yes."""
        from tutor.run import Finished
        from tutor.sandbox.permission import UNCONFINED

        async for event in self._runner.run(request):
            error = event.result.error if isinstance(event, Finished) else None
            if error is None or error.kind != UNCONFINED or self._asked:
                yield event
                continue
            self._asked = True
            if not await self._ask():
                yield event
                return
            self.allow()
            async for again in self._runner.run(request):
                yield again

    def stop(self) -> None:
        """Stop the run, if any."""
        self._runner.stop()

    def undo(self, session: str) -> bool:
        """Go back to the state before the session's last run."""
        return self._runner.undo(session)

    def restart(self, session: str) -> None:
        """Let the session begin anew."""
        self._runner.restart(session)

    def allow(self) -> None:
        """Run what nothing confines."""
        self._runner.allow()

    async def close(self) -> None:
        """End every process."""
        await self._runner.close()


async def may_run_unconfined(app: App[Any]) -> bool:
    """Ask, over what is shown."""
    from tutor.ui.screens.unconfined import UnconfinedScreen

    answer: Future[bool] = get_running_loop().create_future()
    await app.push_screen(UnconfinedScreen(), lambda said: answer.set_result(bool(said)))
    return await answer
