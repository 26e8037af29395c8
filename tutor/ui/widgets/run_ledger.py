"""Which run is under way, and which have been: the sandbox pane's memory."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from tutor.run import RunRequest, RunResult
from tutor.ui.widgets.run_history import KEPT, PastRun


@dataclass(frozen=True, slots=True)
class Asked:
    """A run that was asked for."""

    request: RunRequest
    experiment: str
    setting: str
    own_code: bool
    held: bool


@dataclass(slots=True)
class RunLedger:
    """One run at a time; the runs of each experiment in the order they finished."""

    asked: Asked | None = None
    """The run under way."""
    again: bool = False
    """Whether a knob was turned since: the newest values run next."""
    _runs: dict[str, list[PastRun]] = field(default_factory=dict)
    _number: int = 0

    def begin(self, asked: Asked) -> None:
        """This run is under way; whatever was before it is superseded."""
        self.asked = asked
        self.again = False

    def drop(self) -> None:
        """Forget the run under way: what it brings belongs to nothing on screen."""
        self.asked = None
        self.again = False

    def finish(self, result: RunResult) -> PastRun | None:
        """Remember the run under way with its result; None if nothing was under way."""
        if self.asked is None:
            return None
        asked, self.asked = self.asked, None
        self._number += 1
        params, own_data = dict(asked.request.params), asked.request.own is not None
        run = PastRun(self._number, asked.setting, params, asked.own_code, result, own_data)
        runs = self._runs.setdefault(asked.experiment, [])
        runs.append(run)
        del runs[:-KEPT]
        return run

    def runs(self, experiment: str) -> Sequence[PastRun]:
        """The finished runs of an experiment, oldest first."""
        return self._runs.get(experiment, ())

    def last(self, experiment: str, setting: str) -> PastRun | None:
        """The newest run that was asked for under this setting."""
        return next((run for run in reversed(self.runs(experiment)) if run.setting == setting), None)

    def before(self, experiment: str, run: PastRun) -> PastRun | None:
        """The newest good run before this one."""
        good = [
            past for past in self.runs(experiment) if past.number < run.number and past.result.status == "ok"
        ]
        return good[-1] if good else None

    def measured_before(self, experiment: str, run: PastRun) -> Mapping[str, float]:
        """The metrics to compare with."""
        before = self.before(experiment, run)
        return before.result.metrics if before is not None else {}
