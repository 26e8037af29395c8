"""Stand-ins for what the app is given: a scripted runner, and an app around one widget."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable, Mapping
from dataclasses import dataclass, field

from textual.app import ComposeResult
from textual.widget import Widget

from tutor.figure import Axis, Figure, Line
from tutor.run import Finished, RunEvent, RunRequest, RunResult, Started
from tutor.ui.ports import RunnerState
from tutor.ui.theme import DARK, ThemedApp

FIGURE = Figure(
    title="Error against blur",
    marks=(Line(x=(0.0, 1.0, 2.0), y=(0.1, 0.2, 0.4), label="error"),),
    alt="The error rises from 0.1 to 0.4.",
    x=Axis(label="blur"),
    y=Axis(label="error"),
)


def result(metrics: Mapping[str, float] | None = None) -> RunResult:
    """A run that went well."""
    return RunResult(
        status="ok",
        elapsed_s=0.21,
        stdout="fitted\n",
        figures=(FIGURE,),
        metrics={"error": 0.25, "count": 20.0} if metrics is None else metrics,
    )


def well(request: RunRequest) -> tuple[RunEvent, ...]:
    """The script of a run that goes well."""
    return (Started(), Finished(result()))


@dataclass(eq=False)
class FakeRunner:
    """Plays `script` for every request; can hold a run open, and can break."""

    script: Callable[[RunRequest], Iterable[RunEvent]] = well
    state: RunnerState = "cold"
    requests: list[RunRequest] = field(default_factory=list)
    calls: list[str] = field(default_factory=list)
    """`start`, `run`, `stop`, `close` in the order they came."""
    breaks: Exception | None = None
    """Raised by the next runs after `Started`."""
    _open: asyncio.Event | None = None
    _stopped: asyncio.Event = field(default_factory=asyncio.Event)

    async def start(self) -> None:
        """Ready at once."""
        self.calls.append("start")
        self.state = "ready"

    def hold(self) -> None:
        """Let later runs begin and then wait for `release`."""
        self._open = asyncio.Event()

    def release(self) -> None:
        """Let the held run go on."""
        if self._open is not None:
            self._open.set()
            self._open = None

    async def run(self, request: RunRequest) -> AsyncIterator[RunEvent]:
        """Play the script; a stop or a newer run ends this one with status `stopped`."""
        self.calls.append("run")
        self.requests.append(request)
        self._stopped.set()
        mine = self._stopped = asyncio.Event()
        events = list(self.script(request))
        if events and isinstance(events[0], Started):
            yield events.pop(0)
        if self.breaks is not None:
            raise self.breaks
        if self._open is not None:
            waits = [asyncio.ensure_future(self._open.wait()), asyncio.ensure_future(mine.wait())]
            try:
                await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
            finally:
                for wait in waits:
                    wait.cancel()
        for event in events:
            if mine.is_set():
                break
            yield event
        else:
            return
        yield Finished(RunResult(status="stopped", elapsed_s=0.5))

    def stop(self) -> None:
        """End the held run."""
        self.calls.append("stop")
        self._stopped.set()

    def undo(self, session: str) -> bool:
        """There always was a run."""
        self.calls.append(f"undo {session}")
        return True

    def allow(self) -> None:
        """Whatever is asked for runs anyway."""
        self.calls.append("allow")

    def restart(self, session: str) -> None:
        """Nothing to forget."""
        self.calls.append(f"restart {session}")

    async def close(self) -> None:
        """Nothing runs any more."""
        self.calls.append("close")
        self.state = "closed"
        self._stopped.set()


class WidgetApp(ThemedApp):
    """An app around widgets under test, in our colours."""

    def __init__(self, *widgets: Widget, theme: str = DARK) -> None:
        super().__init__(theme)
        self._widgets = widgets
        self.animation_level = "none"

    def compose(self) -> ComposeResult:
        yield from self._widgets
