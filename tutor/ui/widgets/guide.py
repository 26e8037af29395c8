"""What to do now, in a line: the same words wherever the learner looks."""

from __future__ import annotations

from textual.content import Content

from tutor.course.model import Step
from tutor.grading.sheet import Entry, Sheet
from tutor.grading.study import Study
from tutor.learner.walk import Walk
from tutor.ui.widgets.feedback import verdict
from tutor.ui.widgets.lesson_pane import Standing
from tutor.ui.widgets.pane_tabs import Pane


def keys(*pairs: tuple[str, str]) -> Content:
    """Keys with what they do."""
    return Content.styled(" · ", "$quiet").join(
        Content.assemble((key, "$here"), (f" {word}", "$foreground")) for key, word in pairs
    )


def guide(walk: Walk, sheet: Sheet, *, running: bool) -> Content:
    """What the current step asks for, and the key for it."""
    step = walk.step
    wait = walk.waits_for(walk.index)
    if running:
        return keys(("s", "stops the run"))
    match step.kind:
        case "predict" | "question":
            return _asked(sheet.entry(step.ref))
        case "experiment" if wait:
            return keys(("F3", "predict first"), ("k", "skip the prediction"))
        case "experiment" if step.ref not in walk.ran:
            return keys(("r", "run it"))
        case "experiment":
            return Content("  ").join([*_judged(walk, sheet), keys(("[ ]", "turn the knob"), ("n", "go on"))])
        case "explain" if wait:
            return keys(("r", "run it first"), ("k", "read on without the run"))
    return keys(("enter", "finish the lesson" if walk.last else "go on"))


def remark(step: Step, walk: Walk, sheet: Sheet) -> Content:
    """How a step stands, for the lesson pane; nothing for prose."""
    match step.kind:
        case "predict" | "question":
            entry = sheet.entry(step.ref)
            match entry.phase:
                case "open":
                    return Content.assemble(
                        ("○ ", "$due"), ("asked in the quiz, ", "$quiet"), ("F3", "$here")
                    )
                case "committed":
                    return Content.styled("● you have committed; the run decides", "$quiet")
                case "skipped":
                    return Content.styled("– passed over", "$quiet")
            return verdict(entry.grade) if entry.grade else Content("")
        case "experiment" if step.ref in walk.ran:
            return Content.styled("✓ run", "$quiet")
        case "explain" if walk.waits_for(walk.lesson.steps.index(step)):
            return Content.styled("appears after the run", "$quiet")
    return Content("")


def _asked(entry: Entry) -> Content:
    """What to do with a question."""
    predicted = entry.question.kind == "predict"
    match entry.phase:
        case "open" if predicted:
            return keys(("F3", "say what you expect"), ("k", "skip"))
        case "open":
            out = "esc n" if entry.question.kind == "numeric" else "n"
            return keys(("F3", "answer"), (out, "leave it open and go on"))
        case "committed":
            return keys(("r", "now run it"))
        case "skipped":
            return keys(("r", "run it"), ("y", "predict after all"))
    told = verdict(entry.grade) if entry.grade else Content("")
    again = [("y", "try again")] if entry.can_retry else []
    return Content("  ").join([told, keys(*again, ("n", "go on"))])


def _judged(walk: Walk, sheet: Sheet) -> list[Content]:
    """How the prediction of the current experiment turned out."""
    before = [step for step in walk.lesson.steps[: walk.index] if step.kind == "predict"]
    entry = sheet.entry(before[-1].ref) if before else None
    if entry is None or entry.grade is None:
        return []
    why = Content.assemble(("  F3", "$here"), (" why", "$foreground"))
    return [Content.assemble(("Your prediction: ", "$quiet"), verdict(entry.grade), why)]


def standing(study: Study, step: Step) -> Standing:
    """What the lesson pane says of a step beside its prose."""
    lesson, walk, progress = study.lesson.id, study.walk, study.record.progress
    wait = walk.waits_for(walk.lesson.steps.index(step))
    badges = {"★": step.id in progress.bookmarks(lesson), "✎": step.id in progress.notes(lesson)}
    return Standing(
        remark(step, walk, study.sheet),
        step.kind == "explain" and wait is not None,
        " ".join(glyph for glyph, there in badges.items() if there),
    )


def idle(sheet: Sheet) -> str:
    """What the quiz says where nothing is asked."""
    entries = sheet.entries()
    answered = sum(bool(each.scores) for each in entries)
    return (
        f"Nothing is asked at this step.\n\n{answered} of {len(entries)} questions of this lesson answered."
    )


def about(step: Step) -> Pane:
    """The pane that a step is about."""
    match step.kind:
        case "predict" | "question":
            return "quiz"
        case "experiment":
            return "sandbox"
    return "lesson"


def waiting(study: Study) -> frozenset[Pane]:
    """The pane where something waits for the learner."""
    walk, entry = study.walk, study.entry_here()
    wait = walk.waits_for(walk.index)
    if wait:
        return frozenset({"quiz" if wait.kind == "prediction" else "sandbox"})
    if walk.step.kind == "predict" and entry is not None and entry.phase != "open":
        return frozenset({"sandbox"})
    return frozenset({about(walk.step)})
