"""The sandbox pane's keys, and what its help says of them."""

from __future__ import annotations

from textual.binding import Binding, BindingType

HELP = """## The sandbox

Turn a knob (`[` `]`, or the arrows on the knob, or the mouse) and the chart follows. **r** or **F5**
runs, **s** stops, a second **s** kills. **c** chart, **e** code, **o** output, **l** list of runs, **t**
the chart as a table, **f** the next figure, **u** back to the run before. **w** sweeps: it runs over the
whole range of the marked knob and draws what was measured over it. **d** draws: where an experiment takes
points or pixels of your own you paint them there, and every run uses them; **x** brings the lesson's back.
In the code, **F5** runs what stands there and **ctrl+r** brings the lesson's own code back.
"""

KNOB = Binding.Group("knob", compact=True)

KEYS: list[BindingType] = [
    Binding("r,f5", "run", "run", tooltip="Run the experiment as it is set", id="sandbox.run"),
    Binding("s", "stop", "stop", tooltip="Stop the run; a second time kills it", id="sandbox.stop"),
    Binding(
        "left_square_bracket",
        "turn(-1)",
        "less",
        key_display="[ ",
        group=KNOB,
        tooltip="Turn the marked knob down",
    ),
    Binding(
        "right_square_bracket",
        "turn(1)",
        "more",
        key_display="]",
        group=KNOB,
        tooltip="Turn the marked knob up",
    ),
    Binding("left_curly_bracket", "turn(-10)", "much less", show=False, tooltip="Ten clicks down"),
    Binding("right_curly_bracket", "turn(10)", "much more", show=False, tooltip="Ten clicks up"),
    Binding("c", "view('chart')", "chart", show=False, tooltip="Show the chart"),
    Binding("e", "view('code')", "code", show=False, tooltip="Edit the code"),
    Binding("o", "view('output')", "output", show=False, tooltip="Show what was printed"),
    Binding("l", "view('runs')", "runs", show=False, tooltip="List the runs so far"),
    Binding("d", "view('draw')", "draw", show=False, tooltip="Paint your own data"),
    Binding("x", "toggle_own", "whose data", show=False, tooltip="The lesson's data, or yours again"),
    Binding(
        "w",
        "sweep",
        "sweep",
        show=False,
        tooltip="Run over the whole range of the marked knob",
        id="sandbox.sweep",
    ),
    Binding("t", "table", "table", tooltip="The chart's numbers as a table, and back"),
    Binding("f", "next_figure", "next figure", show=False, tooltip="The next figure of this run"),
    Binding(
        "u", "undo_run", "run before", show=False, tooltip="Back to the knobs and chart of the run before"
    ),
    Binding("ctrl+r", "restore_code", "lesson's code", show=False, tooltip="The lesson's own code again"),
    Binding("escape", "chart", "back to the chart", show=False, tooltip="From another view to the chart"),
]
