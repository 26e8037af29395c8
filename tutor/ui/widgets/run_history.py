"""The runs so far: what was set, what came out; choosing one brings it back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rich.text import Text
from textual import getters, on
from textual.app import ComposeResult
from textual.message import Message
from textual.widget import Widget
from textual.widgets import DataTable, Static

from tutor.run import RunResult, Scalar
from tutor.ui.widgets.numbers import brief, seconds
from tutor.ui.widgets.status_words import headline
from tutor.ui.widgets.table_view import TableView, cell

KEPT = 60
"""Runs of one experiment that are remembered."""


@dataclass(frozen=True, slots=True)
class PastRun:
    """A finished run and what it was asked for."""

    number: int
    setting: str
    params: Mapping[str, Scalar]
    own_code: bool
    result: RunResult
    own_data: bool = False
    """Whether it ran on what the learner painted."""


class RunHistory(Widget):
    """A row for each run, the newest on top."""

    DEFAULT_CSS = """
    RunHistory {
        #no-runs { width: 1fr; height: 1fr; content-align: center middle; color: $quiet; }
        &.-empty TableView { display: none; }
        &.-filled #no-runs { display: none; }
    }
    """

    table = getters.query_one(TableView)

    @dataclass
    class Chosen(Message):
        """The learner wants this run back."""

        run: PastRun

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes="-empty")
        self._runs: Sequence[PastRun] = ()

    def compose(self) -> ComposeResult:
        yield Static("No runs yet. Each one will be listed here.", id="no-runs", markup=False)
        yield TableView()

    def show(self, runs: Sequence[PastRun]) -> None:
        """List these, given oldest first."""
        self._runs = tuple(reversed(runs))
        self.set_class(not runs, "-empty")
        self.set_class(bool(runs), "-filled")
        self.table.clear(columns=True)
        params = turned(runs)
        metrics = list(dict.fromkeys(name for run in runs for name in run.result.metrics))
        for name in ("run", *params, *metrics, "time", "code"):
            self.table.add_column(Text(name))
        for run in self._runs:
            self.table.add_row(*row(run, params, metrics))

    @on(DataTable.RowSelected)
    def _choose(self, event: DataTable.RowSelected) -> None:
        """A row was chosen by Enter or the mouse."""
        event.stop()
        if event.cursor_row < len(self._runs):
            self.post_message(self.Chosen(self._runs[event.cursor_row]))


def turned(runs: Sequence[PastRun]) -> list[str]:
    """The knobs that were not the same in every run."""
    names = dict.fromkeys(name for run in runs for name in run.params)
    return [name for name in names if len({run.params.get(name) for run in runs}) > 1]


def row(run: PastRun, params: Sequence[str], metrics: Sequence[str]) -> list[Text]:
    """The cells of a run."""
    result = run.result
    numbers = [brief(result.metrics[name]) if name in result.metrics else "–" for name in metrics]
    if result.status != "ok" and metrics:
        numbers[0] = headline(result)
    knobs = [str(run.params.get(name, "–")) for name in params]
    code = ", ".join(("yours",) * run.own_code + ("your data",) * run.own_data)
    return [cell(text) for text in (str(run.number), *knobs, *numbers, seconds(result.elapsed_s), code)]
