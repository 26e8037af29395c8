"""Runs of a lesson's experiment, brought from the runner to the sandbox pane."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from tutor.grading.study import Study
from tutor.run import RunRequest, RunResult
from tutor.ui.ports import Runner, outcome
from tutor.ui.widgets.sandbox_pane import SandboxPane

OWN_CODE = "This is your own code. Your prediction is decided by the lesson's: ctrl+r in the editor."
OWN_DATA = "This is what you painted. Your prediction is decided by the lesson's data: x."


def whose(study: Study, asked: SandboxPane.RunRequested) -> Literal["any", "own", "changed"]:
    """Where a prediction waits for a run: whether this one is of the learner's own, or has other knobs."""
    if asked.held or not study.awaits_run(asked.setting):
        return "any"
    if asked.own_code or asked.request.own is not None:
        return "own"
    return "any" if study.decides(asked.request, asked.setting, own_code=False) else "changed"


def own_words(asked: SandboxPane.RunRequested) -> str:
    """Why a run of the learner's own decides nothing."""
    return OWN_CODE if asked.own_code else OWN_DATA


def load(pane: SandboxPane, study: Study, setting: str) -> None:
    """Put a setting's experiment into the pane, as it was left; raises OSError."""
    pane.show(
        study.lesson.experiment(setting),
        setting,
        study.knobs(setting),
        study.code(setting),
        *study.painted(setting),
    )


async def warm_up(runner: Runner, pane: SandboxPane) -> None:
    """Say calmly whether the sandbox is there."""
    pane.set_runner_state(runner.state)
    try:
        await runner.start()
    finally:
        pane.set_runner_state(runner.state)


async def play(runner: Runner, request: RunRequest, pane: SandboxPane) -> RunResult:
    """One run: its events to the pane but for the end. Whatever breaks is shown as its end."""
    return await outcome(runner, request, lambda event: pane.receive(event, request))


async def sweep(runner: Runner, requests: Sequence[RunRequest], pane: SandboxPane) -> None:
    """One run after the other while the pane wants more."""
    for request in requests:
        if not pane.sweep.take(request, await outcome(runner, request, lambda _: None)):
            return
