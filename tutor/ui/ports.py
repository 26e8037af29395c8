"""What the app asks of the sandbox, so that a test can put a scripted one in its place."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from typing import TYPE_CHECKING, Literal, Protocol, TypeAlias

if TYPE_CHECKING:
    from tutor.run import RunEvent, RunRequest, RunResult
    from tutor.sandbox.completion.answers import Completion, Signature

RunnerState: TypeAlias = Literal["cold", "warming", "ready", "lost", "closed"]


class Runner(Protocol):
    """Runs requests, the latest first; `tutor.sandbox.client.Sandbox` is the real one."""

    @property
    def state(self) -> RunnerState:
        """Whether a run would begin at once."""

    async def start(self) -> None:
        """Warm up; return when ready."""

    def run(self, request: RunRequest) -> AsyncIterator[RunEvent]:
        """The events of one run, `Finished` last; starting a run stops the one before."""

    def stop(self) -> None:
        """Stop the current run politely; a second call kills it at once."""

    def undo(self, session: str) -> bool:
        """Go back to the state before the session's last run; whether there was one."""

    def restart(self, session: str) -> None:
        """Let the session begin anew."""

    def allow(self) -> None:
        """The learner says yes to code that nothing confines."""

    async def close(self) -> None:
        """End every process."""


class Completer(Protocol):
    """Knows names, calls and documentation at a line (from 1) and column (from 0) of a source.

    Whatever goes wrong, the answer is nothing; `tutor.sandbox.completion.client.Completer` is the real one.
    """

    async def start(self) -> None:
        """Get ready, so that the first answer comes soon."""

    async def complete(self, source: str, line: int, column: int) -> tuple[Completion, ...]:
        """The names that may stand there."""

    async def signature(self, source: str, line: int, column: int) -> Signature | None:
        """The call around it."""

    async def docs(self, source: str, line: int, column: int) -> str:
        """What is known of the name there."""

    async def close(self) -> None:
        """End every process."""


async def outcome(runner: Runner, request: RunRequest, tell: Callable[[RunEvent], object]) -> RunResult:
    """The end of a run, everything before it told; whatever breaks is its end."""
    from tutor.run import Finished

    result: RunResult | None = None
    try:
        async for event in runner.run(request):
            if isinstance(event, Finished):
                result = event.result
            else:
                tell(event)
    except Exception as error:
        result = broken(error)
    return result or broken(None)


def broken(error: Exception | None) -> RunResult:
    """The end of a run whose runner failed."""
    from tutor.run import RunError, RunResult

    why = f": {error}" if error else ""
    said = RunError("crashed", f"The sandbox failed{why}. Nothing is lost; run it again.")
    return RunResult(status="crashed", elapsed_s=0.0, error=said)
