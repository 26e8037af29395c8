"""The sandbox pane's keys, and what its help says of them."""

from __future__ import annotations

from textual.binding import Binding, BindingType

HELP = """## The sandbox

Turn a knob (`[` `]`, or the arrows on the knob, or the mouse) and the chart follows. **r** or **F5**
runs, **s** stops, a second **s** kills. **c** chart, **e** code, **o** output, **l** list of runs, **t**
the chart as a table, **f** the next figure, **u** back to the run before. **w** sweeps: it runs over the
whole range of the marked knob and draws what was measured over it. In the code, **F5** runs what stands
there and **ctrl+r** brings the lesson's own code back.
"""

KNOB = Binding.Group("knob", compact=True)

KEYS: list[BindingType] = [
    Binding("r,f5", "run", "Run", tooltip="Run the experiment as it is set", id="sandbox.run"),
    Binding("s", "stop", "Stop", tooltip="Stop the run; a second time kills it", id="sandbox.stop"),
    Binding(
        "left_square_bracket",
        "turn(-1)",
        "Less",
        key_display="[ ",
        group=KNOB,
        tooltip="Turn the marked knob down",
    ),
    Binding(
        "right_square_bracket",
        "turn(1)",
        "More",
        key_display="]",
        group=KNOB,
        tooltip="Turn the marked knob up",
    ),
    Binding("left_curly_bracket", "turn(-10)", "Much less", show=False, tooltip="Ten clicks down"),
    Binding("right_curly_bracket", "turn(10)", "Much more", show=False, tooltip="Ten clicks up"),
    Binding("c", "view('chart')", "Chart", show=False, tooltip="Show the chart"),
    Binding("e", "view('code')", "Code", show=False, tooltip="Edit the code"),
    Binding("o", "view('output')", "Output", show=False, tooltip="Show what was printed"),
    Binding("l", "view('runs')", "Runs", show=False, tooltip="List the runs so far"),
    Binding(
        "w",
        "sweep",
        "Sweep",
        show=False,
        tooltip="Run over the whole range of the marked knob",
        id="sandbox.sweep",
    ),
    Binding("t", "table", "Table", tooltip="The chart's numbers as a table, and back"),
    Binding("f", "next_figure", "Next figure", show=False, tooltip="The next figure of this run"),
    Binding(
        "u", "undo_run", "Run before", show=False, tooltip="Back to the knobs and chart of the run before"
    ),
    Binding("ctrl+r", "restore_code", "Lesson's code", show=False, tooltip="The lesson's own code again"),
    Binding("escape", "chart", "Back to the chart", show=False, tooltip="From another view to the chart"),
]
