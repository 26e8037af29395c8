"""The keys of a lesson, and its help; those that are shown change with what can be done."""

from __future__ import annotations

from textual.binding import Binding, BindingType

from tutor.grading.study import Study
from tutor.ui.widgets.question_words import provable

HELP = """\
# A lesson

**Enter** does the obvious next thing; the line above the keys says what that is. **n** and **p** go to
the next step and back, **F2 F3 F4** to the lesson, the quiz and the sandbox. Before a run you say what
you expect; **k** skips that. **Esc** leaves a field, then the pane, then the lesson: you come back to
this very step, with your knobs, your code and half-typed answers.
"""

PANES = Binding.Group("panes", compact=True)

KEYS: list[BindingType] = [
    Binding("enter", "advance", "on", show=False, id="advance", tooltip="The obvious next thing"),
    Binding("n", "next", "next", id="next", tooltip="The next step"),
    Binding("p", "previous", "back", id="previous", tooltip="The step before"),
    Binding("x", "exercise", "exercise", id="exercise", tooltip="Open the exercise of this step"),
    Binding("r", "run", "run", id="run", tooltip="Run the experiment"),
    Binding(
        "f5",
        "run",
        "run",
        key_display="F5",
        id="run-anywhere",
        tooltip="Run the experiment, from a field too",
    ),
    Binding("s", "stop", "stop", id="stop", tooltip="Stop the run; a second time kills it"),
    Binding(
        "k", "skip", "skip", key_display="k", id="skip", tooltip="Go on without the prediction or the run"
    ),
    Binding("h", "hint", "hint", id="hint", tooltip="Show a hint on the question"),
    Binding("y", "retry", "try again", id="retry", tooltip="Answer once more; the first answer counts"),
    Binding("v", "prove", "see it", id="prove", tooltip="Show the run that proves the answer"),
    Binding(
        "f2", "pane('lesson')", "lesson", key_display="F2 ", id="lesson", group=PANES, tooltip="To the lesson"
    ),
    Binding("f3", "pane('quiz')", "quiz", key_display="F3 ", id="quiz", group=PANES, tooltip="To the quiz"),
    Binding(
        "f4",
        "pane('sandbox')",
        "sandbox",
        key_display="F4",
        id="sandbox",
        group=PANES,
        tooltip="To the sandbox",
    ),
    Binding(
        "left_square_bracket",
        "turn(-1)",
        "less",
        key_display="[",
        show=False,
        id="less",
        tooltip="Turn the marked knob down",
    ),
    Binding(
        "right_square_bracket",
        "turn(1)",
        "more",
        key_display="]",
        show=False,
        id="more",
        tooltip="Turn the marked knob up",
    ),
    Binding("b", "bookmark", "bookmark", show=False, id="bookmark", tooltip="Mark this step, or not"),
    Binding("N", "note", "note", show=False, id="note", tooltip="Write a note on this step"),
    Binding(
        "m", "mistake", "report a mistake", show=False, id="mistake", tooltip="Report a mistake in this step"
    ),
    Binding(
        "escape",
        "leave",
        "out",
        key_display="esc",
        id="leave-lesson",
        tooltip="Out of the field, then the pane, then the lesson",
    ),
]


def possible(action: str, study: Study, *, loaded: bool, running: bool) -> bool | None:
    """Whether something can be done now; None if it cannot, but its key shall stay in sight."""
    entry = study.entry_here()
    match action:
        case "previous":
            return study.walk.index > 0 or None
        case "stop":
            return running
        case "exercise":
            return study.walk.step.kind == "exercise"
        case "turn":
            return loaded
        case "run":
            return loaded and not running
        case "skip":
            return study.to_skip() is not None
        case "hint":
            return entry is not None and bool(entry.question.hint) and entry.phase == "open"
        case "prove":
            return entry is not None and entry.phase == "graded" and provable(entry.question)
        case "retry":
            return entry is not None and entry.can_retry
    return True
