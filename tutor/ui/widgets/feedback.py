"""What is said about an answer, as blocks of text."""

from __future__ import annotations

from dataclasses import replace

from textual.content import Content

from tutor.course.model import Numeric, Prediction
from tutor.grading.grade import Feedback, Grade
from tutor.grading.sheet import Entry
from tutor.ui.widgets.prose import Block, blocks, inline

LONGEST_QUOTE = 48


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
    for place, each in enumerate(entry.grade.feedback):
        said += [replace(block, gap=block.gap and place > 0) for block in _said(each, entry)]
    if len(entry.scores) > 1:
        words = "right" if entry.right_at_first else "not right"
        said.append(
            Block(
                Content.styled(f"Attempt {len(entry.scores)}; the first, {words}, is what counts.", "$quiet")
            )
        )
    return tuple(said)


def _headline(entry: Entry, grade: Grade) -> Content:
    """For numbers: what was said, what it is, and the verdict; for options the verdict, they are marked."""
    if isinstance(entry.question, Numeric) or (isinstance(entry.question, Prediction) and entry.question.key):
        return Content.assemble(
            ("You: ", "$quiet"),
            (grade.given, "bold"),
            ("   Answer: ", "$quiet"),
            (grade.wanted, "bold"),
            "   ",
            verdict(grade),
        )
    return verdict(grade)


def _said(feedback: Feedback, entry: Entry) -> list[Block]:
    """One piece of feedback under its own few words."""
    about = (
        feedback.about
        if len(feedback.about) <= LONGEST_QUOTE
        else f"{feedback.about[: LONGEST_QUOTE - 1].rstrip()}…"
    )
    quoted = Content.assemble("“", inline(about), "”")
    match feedback.role:
        case "explain":
            return list(blocks(feedback.text))
        case "tempting" | "slip":
            lead = Content.assemble(("Why ", "$quiet"), quoted, (" tempts: ", "$quiet"))
        case "missed" if entry.question.kind == "multiple":
            lead = Content.assemble(("Also right, ", "$quiet"), quoted, (": ", "$quiet"))
        case "right" | "missed":
            lead = Content.assemble(
                ("Why ", "$quiet"),
                quoted,
                (" is right: " if entry.question.kind != "predict" else " came true: ", "$quiet"),
            )
        case _:
            lead = Content("")
    return [Block(lead + inline(" ".join(feedback.text.split())))]
