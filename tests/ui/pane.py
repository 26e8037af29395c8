"""An app around the sandbox pane that keeps what the pane asks for, and figures and results for it."""

from __future__ import annotations

import math
from pathlib import Path

from tests.ui.fakes import WidgetApp
from tutor.course.model import Canvas, Experiment, Setting
from tutor.course.param import Param
from tutor.figure import Axis, Figure, Line, Points, Raster
from tutor.run import Finished, RunError, RunResult, Started
from tutor.ui.theme import DARK
from tutor.ui.widgets.sandbox_pane import SandboxPane

SOURCE = '''\
"""Grow a tree, then prune it."""

from sklearn.tree import DecisionTreeClassifier

from tutor.sandbox.displays import Result, decision_boundary


def run(*, noise: float, n: int, criterion: str, seed: int) -> Result:
    """The full tree and the pruned one."""
    full = DecisionTreeClassifier(criterion=criterion, random_state=seed)
    print("grown to", n, "[b]not markup[/b]")  # as printed
    return Result(metrics={"leaves": n}, figures=[])
'''

PARAMS = (
    Param("noise", 0.5, "noise", "standard deviation of the noise that blurs the moons", 0.1, 0.6, 0.05),
    Param("n", 300, "samples", "how many points are drawn", 100, 1000, 100),
    Param("criterion", "gini", "criterion", "how a split is judged", options=("gini", "entropy")),
)

LEAVES = tuple(float(leaf) for leaf in range(1, 34))
CURVES = Figure(
    title="Accuracy against leaves",
    marks=(
        Line(LEAVES, tuple(1 - 0.4 * math.exp(-leaf / 8) for leaf in LEAVES), "train", 0),
        Line(LEAVES, tuple(0.78 - 0.002 * abs(leaf - 5) for leaf in LEAVES), "test", 1),
    ),
    alt="Training accuracy only rises with leaves; test accuracy peaks near 5 (0.78) and falls after it.",
    x=Axis("leaves"),
    y=Axis("accuracy"),
)
ANGLES = tuple(math.pi * step / 30 for step in range(31))
MOONS = Figure(
    title="Where the pruned tree draws the line",
    marks=(
        Raster(
            [float(row < 8) for row in range(20) for _ in range(30)],
            20,
            30,
            (-2, 3),
            (-1, 1.5),
            ("up", "down"),
        ),
        Points([math.cos(angle) for angle in ANGLES], [math.sin(angle) for angle in ANGLES], "up", 0),
        Points(
            [1 - math.cos(angle) for angle in ANGLES], [0.5 - math.sin(angle) for angle in ANGLES], "down", 1
        ),
    ),
    alt="A straight line parts the moons; 78 % of the test points lie on the right side.",
    x=Axis("x1"),
    y=Axis("x2"),
)


def good(test: float = 0.777, *, figures: tuple[Figure, ...] = (CURVES, MOONS)) -> RunResult:
    """A run that went well."""
    return RunResult("ok", 0.21, figures=figures, metrics={"full_leaves": 33.0, "pruned_test": test})


def bad(line: int | None = 10) -> RunResult:
    """A run that failed at a line."""
    error = RunError(
        kind="ValueError",
        message="criterion must be one of 'gini', 'entropy'; got '[b]ginni[/b]'",
        line=line,
        traceback="Traceback (most recent call last):\n  …\nValueError: criterion",
        hint="Check the spelling of the option.",
    )
    return RunResult("error", 0.12, error=error)


class Clock:
    """A clock that is moved by hand."""

    def __init__(self) -> None:
        self.time = 100.0

    def __call__(self) -> float:
        return self.time


class PaneApp(WidgetApp):
    """The pane with an experiment of three knobs and two settings."""

    def __init__(self, folder: Path, *, theme: str = DARK, canvas: Canvas | None = None) -> None:
        self.clock = Clock()
        self.pane = SandboxPane(seed=0, clock=self.clock)
        super().__init__(self.pane, theme=theme)
        path = folder / "pruning.py"
        path.write_text(SOURCE, encoding="utf-8")
        self.experiment = Experiment(
            id="pruning",
            title="Grow, then prune",
            path=path,
            params=PARAMS,
            settings=(Setting("pruning", "pruning"), Setting("quiet", "pruning", {"noise": 0.1})),
            claims=(),
            canvas=canvas,
        )
        self.requests: list[SandboxPane.RunRequested] = []
        self.stops = 0
        self.changes: list[SandboxPane.Changed] = []

    def on_mount(self) -> None:
        """Open the default setting."""
        self.pane.show(self.experiment, "pruning", {}, None)
        self.pane.switch.focus()

    def on_sandbox_pane_run_requested(self, event: SandboxPane.RunRequested) -> None:
        """Keep the request."""
        self.requests.append(event)

    def on_sandbox_pane_stop_requested(self) -> None:
        """Count the stop."""
        self.stops += 1

    def on_sandbox_pane_changed(self, event: SandboxPane.Changed) -> None:
        """Keep the draft."""
        self.changes.append(event)

    def finish(self, result: RunResult) -> None:
        """End the run under way with this result."""
        self.pane.receive(Started())
        self.pane.receive(Finished(result))
