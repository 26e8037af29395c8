"""What to do now with an exercise, in a line; and what its credit is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, TypeAlias

from textual.content import Content

from tutor.grading.rungs import COST, next_rung
from tutor.grading.scene import CRIMES
from tutor.grading.verdict import Verdict
from tutor.grading.workbench import Workbench
from tutor.ui.widgets.key_words import press
from tutor.ui.widgets.pane_tabs import Pane
from tutor.ui.widgets.row import Row

Busy: TypeAlias = Literal["", "run", "judge"]
"""Nothing, a run that tries the code, or a judging."""

SHOWN_AFTER_S = 0.3
"""Seconds that something may take before its time is shown."""


def headline(bench: Workbench, busy: Busy, elapsed_s: float, left: str = "") -> Row:
    """The title; on the right what is under way, else what there is to win or was won, and the time left."""
    name = "Crime scene " if bench.lesson.startswith(CRIMES) else "Exercise "
    title = Content.assemble((name, "$here"), (bench.exercise.title, "bold"))
    if busy:
        time = f" {elapsed_s:.1f} s" if elapsed_s >= SHOWN_AFTER_S else ""
        doing = "running" if busy == "run" else "judging"
        return Row(
            title, Content.assemble((f"{doing}{time}  ", "$due"), ("■ Stop ", "bold $due"), ("F8", "$here"))
        )
    won = (
        (f"✓ solved, {bench.best:.0%}", "$right")
        if bench.solved
        else (f"credit {bench.credit:.0%}", "$quiet")
    )
    return Row(title, Content.assemble((f"{left}   " if left else "", "bold"), won))


def guide(bench: Workbench, at: Pane, busy: Busy) -> Content:
    """What can be done, and the key for it; `at` is the pane in use."""
    return Content.styled(" · ", "$quiet").join(_ways(bench, at, busy))


def _ways(bench: Workbench, at: Pane, busy: Busy) -> Iterator[Content]:
    """The keys that matter now."""
    out = "esc " if at == "code" else ""
    if busy:
        yield press("F8", "stops it", "screen.stop")
        return
    if bench.solved:
        yield press(f"{out}m", "compares with two solutions", "screen.models")
        yield press(f"{out}n", "goes on", "screen.next")
        return
    if at == "code":
        yield press("F9", "hands it in", "screen.hand_in")
        yield press("F5", "tries it", "screen.run")
    else:
        yield press("enter", "to your code", "screen.pane('code')")
    rung = next_rung(bench.rungs)
    cost = f" for {COST[rung]:.0%} of the credit" if rung else " again"
    yield press("F10", f"helps{cost}", "screen.hint")
    if at == "results":
        yield press("k", "goes on without", "screen.skip")


def closing(bench: Workbench, verdict: Verdict) -> Iterator[Content]:
    """What an attempt was worth, under its cases."""
    if verdict.status != "passed":
        return
    last = bench.attempts[-1].score
    lost = 1 - last
    worth = f"Solved, with {last:.0%} of the credit" + (f": the help took {lost:.0%}." if lost > 0 else ".")
    yield Content.styled(worth, "bold")
    yield Content(" · ").join(
        [
            press("m", "compares your code with two solutions", "screen.models"),
            press("n", "goes on", "screen.next"),
        ]
    )
