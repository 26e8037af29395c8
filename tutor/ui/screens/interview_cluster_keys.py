"""The keys of the simulated cluster, and its help."""

from __future__ import annotations

from textual.binding import Binding, BindingType

from tutor.interview.cluster import REFERENCE

HELP = f"""\
# The simulated cluster

Write the three functions, **F5** runs them on workers that are simulated. The checks say whether the result
is the serial one on any partition, in any order and grouping, and at which line a race or a wrong merge
happens. **[** and **]** turn the number of workers, **f** goes from the checks to what each worker did and to
the speed-up, **t** shows its numbers. **F2 F3 F4** go to the task, the code and the results, **Esc** leaves
the editor, then the cluster. **F9** goes on with the interview; your code is kept.

## What the cluster understands

{REFERENCE}"""

PANES = Binding.Group("panes", compact=True)
TURN = Binding.Group("workers", compact=True)

KEYS: list[BindingType] = [
    Binding("enter", "code", "code", show=False, id="cluster.code", tooltip="To the code"),
    Binding("f5,r", "run", "run", key_display="F5", id="cluster.run", tooltip="Run the code on the cluster"),
    Binding("f9", "done", "goes on", key_display="F9", id="cluster.done", tooltip="On with the interview"),
    Binding("f8,s", "stop", "stop", key_display="F8", id="cluster.stop", tooltip="Stop the run"),
    Binding(
        "f2",
        "pane('task')",
        "task",
        key_display="F2",
        group=PANES,
        id="cluster.task",
        tooltip="The task, and what the cluster understands",
    ),
    Binding(
        "f3", "pane('code')", "code", key_display="F3", group=PANES, id="cluster.editor", tooltip="The code"
    ),
    Binding(
        "f4",
        "pane('results')",
        "results",
        key_display="F4",
        group=PANES,
        id="cluster.results",
        tooltip="The checks, the workers, the speed-up",
    ),
    Binding(
        "left_square_bracket",
        "turn(-1)",
        "fewer workers",
        key_display="[",
        group=TURN,
        id="cluster.fewer",
        tooltip="Half as many workers",
    ),
    Binding(
        "right_square_bracket",
        "turn(1)",
        "more workers",
        key_display="]",
        group=TURN,
        id="cluster.more",
        tooltip="Twice as many workers",
    ),
    Binding("f", "view", "view", id="cluster.view", tooltip="Checks, workers, speed-up in turn"),
    Binding("t", "table", "numbers", id="cluster.table", tooltip="The curve's numbers as a table, and back"),
    Binding(
        "escape",
        "leave",
        "back",
        key_display="esc",
        id="cluster.leave",
        tooltip="Out of the editor, then back to the question; the code is kept",
    ),
]
