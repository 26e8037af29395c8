"""What to do now, in a line: the same words wherever the learner looks."""

from __future__ import annotations

from textual.content import Content

from tutor.course.model import Step
from tutor.course.question import Curve, FreeText, Prediction
from tutor.grading.entry import Entry
from tutor.grading.sheet import Sheet
from tutor.grading.study import Study
from tutor.learner.walk import Walk
from tutor.ui.widgets.feedback import verdict
from tutor.ui.widgets.key_words import keys
from tutor.ui.widgets.lesson_pane import Standing
from tutor.ui.widgets.pane_tabs import Pane
from tutor.ui.widgets.question_words import again


def guide(study: Study, at: Pane, *, running: bool, typed: bool, wonders: bool) -> Content:
    """What the current step asks for, and the key for it; `at` is the pane in use.

    `typed` tells whether letters are text in the answer, `wonders` whether it is asked how sure one is.
    """
    walk, sheet = study.walk, study.sheet
    step = walk.step
    wait = walk.waits_for(walk.index)
    answer = ("enter", "commits to your answer") if at == "quiz" else ("F3", "to the question")
    if running:
        return keys(("s", "stops the run"))
    if wonders:
        return keys(("1 2 3 4", "how sure are you?") if at == "quiz" else ("F3", "how sure are you?"))
    match step.kind:
        case "predict" | "question":
            out = "esc " if typed and at == "quiz" else ""
            return _asked(sheet.entry(step.ref), answer, out=out, before_run=step.kind == "predict")
        case "experiment" if wait:
            return keys(answer, ("k", "skips it"))
        case "experiment" if step.ref not in walk.ran:
            return keys(("r", "runs it"))
        case "experiment":
            return Content("  ").join(
                [*_judged(walk, sheet), keys(("[ ]", "turns a knob"), ("n", "goes on"))]
            )
        case "explain" if wait:
            return keys(("r", "runs it first"), ("k", "reads on without the run"))
        case "exercise" if step.ref in study.solved:
            return keys(("enter", "goes on"), ("x", "opens it again"))
        case "exercise":
            return keys(("enter", "opens the exercise"), ("n", "goes on without"))
    return keys(("enter", "finishes the lesson" if walk.last else "goes on"))


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
                    return Content.styled(f"● you have committed; {_decides(entry)}", "$quiet")
                case "skipped":
                    return Content.styled("– passed over", "$quiet")
            return verdict(entry.grade) if entry.grade else Content("")
        case "experiment" if step.ref in walk.ran:
            return Content.styled("✓ run", "$quiet")
        case "explain" if walk.waits_for(walk.lesson.steps.index(step)):
            return Content.styled("appears after the run", "$quiet")
    return Content("")


def solved(*, done: bool) -> Content:
    """How an exercise stands, for the lesson pane."""
    if done:
        return Content.styled("✓ solved", "$right")
    return Content.assemble(("○ ", "$due"), ("to be solved, ", "$quiet"), ("enter", "$here"))


def _decides(entry: Entry) -> str:
    """What is still to come for an answer that is committed to."""
    if isinstance(entry.question, FreeText):
        return "compare it with a model answer"
    return "the run decides"


def _asked(entry: Entry, answer: tuple[str, str], *, out: str, before_run: bool) -> Content:
    """What to do with a question, which may be asked `before_run`.

    `answer` is the key that leads to it or commits, `out` leads out of it.
    """
    match entry.phase:
        case "open" if isinstance(entry.question, Prediction | Curve):
            return keys(answer, (f"{out}k", "skips it"))
        case "open" if isinstance(entry.question, FreeText) and answer[0] == "enter":
            return keys(("F9", answer[1]), (f"{out}n", "leaves it open"))
        case "open":
            return keys(answer, (f"{out}n", "leaves it open"))
        case "committed" if before_run:
            return keys(("r", "runs it now"))
        case "committed" if isinstance(entry.question, FreeText):
            return keys(answer, ("n", "goes on without comparing"))
        case "committed":
            return Content.styled("Running it…", "$quiet")
        case "skipped":
            return keys(("r", "runs it"), ("y", "predicts after all"))
    told = verdict(entry.grade) if entry.grade else Content("")
    retry = [("y", again(entry))] if entry.can_retry else []
    return Content("  ").join([told, keys(*retry, ("n", "goes on"))])


def _judged(walk: Walk, sheet: Sheet) -> list[Content]:
    """How the prediction of the current experiment turned out."""
    before = [step for step in walk.lesson.steps[: walk.index] if step.kind == "predict"]
    entry = sheet.entry(before[-1].ref) if before else None
    if entry is None or entry.grade is None:
        return []
    told = Content.assemble(("Your prediction: ", "$quiet"), verdict(entry.grade))
    return [told, keys(("F3", "says why"))]


def idle(sheet: Sheet) -> str:
    """What the quiz says where nothing is asked."""
    entries = sheet.entries()
    answered = sum(bool(each.scores) for each in entries)
    return (
        f"Nothing is asked at this step.\n\n{answered} of {len(entries)} questions of this lesson answered."
    )


def standing(study: Study, step: Step) -> Standing:
    """What the lesson pane says of a step."""
    walk, progress = study.walk, study.record.progress.lesson(study.lesson.id)
    wait = walk.waits_for(walk.lesson.steps.index(step))
    badges = [("★", step.id in progress.bookmarks), ("✎", step.id in progress.notes)]
    told = (
        solved(done=step.ref in study.solved) if step.kind == "exercise" else remark(step, walk, study.sheet)
    )
    return Standing(
        told,
        withheld=step.kind == "explain" and wait is not None,
        badges=" ".join(glyph for glyph, there in badges if there),
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
    """The pane where something waits for the learner, if anything does."""
    walk, entry = study.walk, study.entry_here()
    wait = walk.waits_for(walk.index)
    if wait:
        return frozenset({"quiz" if wait.kind == "prediction" else "sandbox"})
    match walk.step.kind:
        case "predict" if entry is not None and entry.phase != "open":
            return frozenset({"sandbox"} if walk.setting_of(walk.index) not in walk.ran else ())
        case "question" if entry is not None and entry.settled:
            return frozenset()
        case "experiment" if walk.step.ref in walk.ran:
            return frozenset()
    return frozenset({about(walk.step)})
