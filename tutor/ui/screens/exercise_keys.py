"""The keys of an exercise, and its help; those that are shown change with what can be done."""

from __future__ import annotations

from textual.binding import Binding, BindingType

HELP = """\
# An exercise

Write what the task asks for. **F5** tries your code and shows what it prints, **F9** hands it in: hidden
cases judge it, and each tells in words what it found. **F10**, or **h** outside the editor, offers help in
four steps; each says what it costs before you take it. **F8** stops.

**F2 F3 F4** go to the task, the code and the results. **ctrl+g**, or **o** outside the editor, opens the
code in your own editor ($VISUAL or $EDITOR). **ctrl+r** brings the code back that you began with; undo
takes that back. Once every case passes, **m** compares your code with two solutions and **n** goes on; **k**
goes on without solving. **Esc** leaves the editor, then the exercise. Your code is kept.
"""

PANES = Binding.Group("panes", compact=True)

KEYS: list[BindingType] = [
    Binding("enter", "advance", "on", show=False, id="exercise.advance", tooltip="The obvious next thing"),
    Binding(
        "f5,r", "run", "try", key_display="F5", id="exercise.run", tooltip="Run the code, see what it prints"
    ),
    Binding(
        "f9", "hand_in", "hand in", key_display="F9", id="exercise.hand-in", tooltip="Let the cases judge it"
    ),
    Binding(
        "f8,s",
        "stop",
        "stop",
        key_display="F8",
        id="exercise.stop",
        tooltip="Stop; a second time kills what runs",
    ),
    Binding("m", "models", "solutions", id="exercise.models", tooltip="Compare with the model solutions"),
    Binding("n", "next", "goes on", id="exercise.next", tooltip="On with the lesson"),
    Binding(
        "f10,h", "hint", "help", key_display="F10", id="exercise.hint", tooltip="A step of help, at a price"
    ),
    Binding(
        "f2",
        "pane('task')",
        "task",
        key_display="F2 ",
        id="exercise.task",
        group=PANES,
        tooltip="To the task",
    ),
    Binding(
        "f3,e",
        "pane('code')",
        "code",
        key_display="F3 ",
        id="exercise.code",
        group=PANES,
        tooltip="To the code",
    ),
    Binding(
        "f4",
        "pane('results')",
        "results",
        key_display="F4",
        id="exercise.results",
        group=PANES,
        tooltip="To the results",
    ),
    Binding("k", "skip", "skip", id="exercise.skip", tooltip="Go on without solving it"),
    Binding(
        "ctrl+g,o",
        "own_editor",
        "my editor",
        key_display="^g",
        show=False,
        id="exercise.own-editor",
        tooltip="Open the code in your own editor",
    ),
    Binding(
        "ctrl+r", "restore", "begin anew", show=False, id="exercise.restore", tooltip="The code to begin with"
    ),
    Binding(
        "c", "copy", "take skeleton", show=False, id="exercise.copy", tooltip="Put the skeleton in the editor"
    ),
    Binding(
        "v", "parsons", "lines", show=False, id="exercise.lines", tooltip="Show the lines to put in order"
    ),
    Binding(
        "escape",
        "leave",
        "out",
        key_display="esc",
        id="exercise.leave",
        tooltip="Out of the editor, then out of the exercise; the code is kept",
    ),
]
