"""The keys of the interview, and its help; those that are shown change with what can be done."""

from __future__ import annotations

from textual.binding import Binding, BindingType

HELP = """\
# The mock interview

One question at a time. First say how well you will answer (**1** to **4**), then write as you would speak:
**F9** sends it. **F6** (outside of a field **c**) asks the interviewer what is meant, **F4** keeps a thought
of yours, **F7** (**k**) skips, **F8** hides the clock. **Esc** pauses. A parallel job can be run on a
simulated cluster before the answer is sent: **F5**.

Then tick what you think you covered; **enter** shows what the grader heard. **a** settles a disagreement,
**d** says that a misconception it heard is not what you think: it does not count then.
**enter** goes on as the interviewer would; **f** takes the follow-up, **m** shows a model answer, **y**
answers once more, **x** shows it by a run, **n** goes to the next question.

Everything is kept as you do it: whatever happens, you come back to where you were.
"""

KEYS: list[BindingType] = [
    Binding("enter", "advance", "on", show=False, id="interview.advance", tooltip="The obvious next thing"),
    Binding(
        "f9",
        "send",
        "send",
        key_display="F9",
        id="interview.send",
        tooltip="Send the answer; enter writes a line",
    ),
    Binding("f", "follow_up", "follow-up", id="interview.follow-up", tooltip="The interviewer asks on"),
    Binding("m", "model", "model answer", id="interview.model", tooltip="What a strong candidate would say"),
    Binding("y", "retry", "retry", id="interview.retry", tooltip="Answer once more; both answers are kept"),
    Binding("x", "show", "show it", id="interview.show", tooltip="Carry the claim by a run"),
    Binding(
        "f5",
        "try",
        "run it",
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
    Binding("n", "next", "next", id="interview.next", tooltip="On with the interview"),
    Binding(
        "escape",
        "pause",
        "pause",
        key_display="esc",
        id="interview.pause",
        tooltip="Pause, go home, or end the interview; everything is kept",
    ),
    Binding("c", "clarify", "clarify", id="interview.clarify", tooltip="Ask the interviewer what is meant"),
    Binding("k", "skip", "skip", id="interview.skip", tooltip="Pass over what is asked"),
    Binding(
        "f4", "note", "think aloud", key_display="F4", id="interview.note", tooltip="Keep a thought of yours"
    ),
    Binding(
        "f8", "clock", "clock", key_display="F8", id="interview.clock", tooltip="Hide the clock, or show it"
    ),
]
