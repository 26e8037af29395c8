"""Runs of a lesson's experiment, brought from the runner to the sandbox pane."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tutor.run import Finished, RunEvent, RunRequest, RunResult
from tutor.ui.ports import Runner, broken
from tutor.ui.widgets.sandbox_pane import SandboxPane


async def play(runner: Runner, request: RunRequest, pane: SandboxPane) -> RunResult:
    """One run: its events to the pane but for the end. Whatever breaks is shown as its end."""
    return await _result(runner, request, lambda event: pane.receive(event, request))


async def sweep(runner: Runner, requests: Sequence[RunRequest], pane: SandboxPane) -> None:
    """One run after the other while the pane wants more."""
    for request in requests:
        if not pane.sweep.take(request, await _result(runner, request, lambda _: None)):
            return


async def _result(runner: Runner, request: RunRequest, tell: Callable[[RunEvent], None]) -> RunResult:
    """The end of a run; everything before it is told."""
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
