"""The keys of the interview, and its help.

Those that the guide names in the line above are not shown a second time in the line of keys.
"""

from __future__ import annotations

from textual.binding import Binding, BindingType

from tutor.interview.session import Session

HELP = """\
# The mock interview

One question at a time. First say how well you will answer (**1** to **4**), then write as you would speak:
**F9** sends it. **F6** (outside of a field **c**) asks the interviewer what is meant, **F4** keeps a thought
of yours, **F7** (**k**) skips, **F8** hides the clock. **Esc** pauses. A parallel job can be run on a
simulated cluster before the answer is sent: **F5**. After an answer the interviewer may say "show me":
**enter** takes it up, for four minutes in the sandbox, **k** declines.

Then tick what you think you covered; your answer stands below the points (**pgdn**). **enter** shows what
the grader heard. **a** settles a disagreement, **d** says that a misconception it heard is not what you
think: it does not count then. **enter** goes on as the interviewer would; **f** takes the follow-up, **m**
shows a model answer, **y** answers once more, **x** shows it by a run, **n** goes to the next question.

Everything is kept as you do it: whatever happens, you come back to where you were.
"""

KEYS: list[BindingType] = [
    Binding("enter", "advance", "on", show=False, id="interview.advance", tooltip="The obvious next thing"),
    Binding(
        "f9",
        "send",
        "send",
        show=False,
        key_display="F9",
        id="interview.send",
        tooltip="Send the answer; enter writes a line",
    ),
    Binding(
        "f", "follow_up", "follow-up", show=False, id="interview.follow-up", tooltip="The interviewer asks on"
    ),
    Binding("m", "model", "model answer", id="interview.model", tooltip="What a strong candidate would say"),
    Binding("y", "retry", "retry", id="interview.retry", tooltip="Answer once more; both answers are kept"),
    Binding(
        "y",
        "retry_main",
        "retry the main question",
        id="interview.retry-main",
        tooltip="Answer the main question once more; the follow-up stays as it is",
    ),
    Binding("x", "show", "show it", show=False, id="interview.show", tooltip="Carry the claim by a run"),
    Binding(
        "f5",
        "try",
        "run it",
        show=False,
        key_display="F5",
        id="interview.try",
        tooltip="Run it on the simulated cluster; the words are kept",
    ),
    Binding(
        "d",
        "disown",
        "not what I think",
        id="interview.disown",
        tooltip="The misconception that was heard is not what you think, or is",
    ),
    Binding("n", "next", "next", show=False, id="interview.next", tooltip="On with the interview"),
    Binding(
        "escape",
        "pause",
        "pause",
        key_display="esc",
        id="interview.pause",
        tooltip="Pause, go home, or end the interview; everything is kept",
    ),
    Binding(
        "c",
        "clarify",
        "clarify",
        show=False,
        id="interview.clarify",
        tooltip="Ask the interviewer what is meant",
    ),
    Binding(
        "k",
        "skip",
        "skip",
        show=False,
        id="interview.skip",
        tooltip="Pass over what is asked, or decline",
    ),
    Binding(
        "f4", "note", "think aloud", key_display="F4", id="interview.note", tooltip="Keep a thought of yours"
    ),
    Binding(
        "f8", "clock", "clock", key_display="F8", id="interview.clock", tooltip="Hide the clock, or show it"
    ),
]

OPEN = ("forecast", "order", "code", "answer")
"""Phases in which one may ask back, think aloud and skip."""
TICK_S = 1.0
"""Between two readings of the clock on the screen."""
CLOCK_S = 10.0
"""The most that a sudden end gives back to one who only thinks."""


def possible(action: str, session: Session) -> bool:
    """Whether an action can be done now."""
    phase = session.phase
    judged = session.exchange.judged if session.exchange is not None else None
    match action:
        case "send":
            return phase in ("order", "answer", "ticks")
        case "follow_up":
            return session.wanted is not None
        case "model":
            return phase == "table" and judged is not None and not judged.model_seen
        case "retry" | "retry_main":
            further = judged is not None and judged.kind == "follow-up"
            return phase == "table" and further == (action == "retry_main")
        case "show" | "try":
            return session.may_show and (phase == "table") == (action == "show")
        case "disown":
            return bool(session.disowning(0.0))
        case "next":
            return phase in ("table", "code", "show")
        case "skip":
            return phase in OPEN or session.called
        case "clarify" | "note":
            return phase in OPEN
    return True
