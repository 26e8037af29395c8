"""What is said about an answer, as blocks of text."""

from __future__ import annotations

from dataclasses import replace

from textual.content import Content

from tutor.grading.entry import Entry
from tutor.grading.grade import Feedback, Grade
from tutor.ui.widgets.confidence_line import LEVELS
from tutor.ui.widgets.prose import Block, blocks, inline

LONGEST_QUOTE = 48

LONGEST_ANSWER = 30
"""Characters of an answer that still stands beside the right one in the first line."""

TYPED = ("numeric", "hand", "predict", "plot", "blank")
"""Kinds whose answer may be a short text, told beside the right one."""


def verdict(grade: Grade) -> Content:
    """One or two words with a glyph."""
    if grade.right:
        return Content.styled("✓ right", "bold $right")
    if grade.score > 0:
        return Content.styled("◐ partly right", "bold $due")
    return Content.styled("✗ not yet", "bold $wrong")


def feedback_blocks(entry: Entry) -> tuple[Block, ...]:
    """The verdict, why the right answer is right, and why a wrong one tempts."""
    if entry.grade is None:
        return ()
    said = [Block(_headline(entry, entry.grade))]
    before = ""
    for place, each in enumerate(entry.grade.feedback):
        close = place == 0 or each.role == before in TOGETHER
        said += [replace(block, gap=block.gap and not close) for block in _said(each, entry)]
        before = each.role
    if len(entry.scores) > 1:
        words = "right" if entry.right_at_first else "not right"
        said.append(
            Block(
                Content.styled(f"Attempt {len(entry.scores)}; the first, {words}, is what counts.", "$quiet")
            )
        )
    return tuple(said)


TOGETHER = ("worked", "misplaced", "off", "missed")
"""Roles whose sentences stand together, without a blank line between them."""


def _headline(entry: Entry, grade: Grade) -> Content:
    """What was said where it was typed, what is right, the verdict, and how sure the learner was."""
    told = verdict(grade)
    if not getattr(entry.question, "choices", ()) and entry.question.kind in TYPED:
        if max(len(grade.given), len(grade.wanted)) <= LONGEST_ANSWER:
            told = Content.assemble(
                ("You: ", "$quiet"),
                (grade.given, "bold"),
                ("   Answer: ", "$quiet"),
                (grade.wanted, "bold"),
                "   ",
                told,
            )
    elif 0 < grade.score < 1:
        told = Content.assemble(told, (f" · {grade.score:.0%} of it", "$quiet"))
    if entry.confidence:
        told = Content.assemble(told, (f" · you said: {LEVELS[entry.confidence - 1]}", "$quiet"))
    return told


def _said(feedback: Feedback, entry: Entry) -> list[Block]:
    """One piece of feedback under its own few words."""
    quoted, kind = _quoted(feedback.about, entry), entry.question.kind
    match feedback.role:
        case "explain":
            return list(blocks(feedback.text))
        case "model":
            return []
        case "worked":
            return [Block(inline(feedback.text), first="  ", gap=True)]
        case "tempting" | "slip":
            lead = Content.assemble(("Why ", "$quiet"), quoted, (" tempts: ", "$quiet"))
        case "missed" if kind == "multiple":
            lead = Content.assemble(("Also right, ", "$quiet"), quoted, (": ", "$quiet"))
        case "missed" if kind == "text":
            lead = Content.assemble(("Still to say: ", "$quiet"), inline(feedback.about))
            return [Block(lead, first="• ")]
        case "right" | "missed":
            true = " came true: " if kind == "predict" else " is right: "
            lead = Content.assemble(("Why ", "$quiet"), quoted, (true, "$quiet"))
        case _:
            lead = Content("")
    first = "• " if feedback.role in TOGETHER and feedback.role != "missed" else ""
    return [Block(lead + inline(" ".join(feedback.text.split())), first=first)]


def _quoted(about: str, entry: Entry) -> Content:
    """The option or number that is talked of; what was printed or filled in is shown as it is."""
    verbatim = entry.question.kind in ("output", "blank")
    short = " ⏎ ".join(about.rstrip("\n").split("\n")) if verbatim else about
    if len(short) > LONGEST_QUOTE:
        short = f"{short[: LONGEST_QUOTE - 1].rstrip()}…"
    return Content.assemble("“", Content(short) if verbatim else inline(short), "”")
