"""The script: everything is asked once, predictions stand before their runs, the recap is last."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from tutor.check.problem import Problem
from tutor.check.source import Source
from tutor.course.expression import parse
from tutor.course.model import StepKind
from tutor.course.placeholder import CODE
from tutor.course.question import Curve, GuessModel, Question, ReadPlot

LINK = re.compile(r"\]\(([^)\s]+)\)")


def check_script(source: Source) -> Iterator[Problem]:
    """Problems of the script."""
    yield from _once(source)
    yield from _settings(source)
    yield from _order(source)
    yield from _links(source)


def _once(source: Source) -> Iterator[Problem]:
    """Every question and correction is cued exactly once, by the right cue."""
    cued = Counter((cue.kind, cue.ref) for cue in source.cues)
    for place, question in enumerate(source.lesson.questions):
        cue: StepKind = "predict" if question.kind in ("predict", "curve") else "question"
        times = cued[cue, question.id]
        if question.kind == "curve":
            times += cued["question", question.id]
        if times != 1:
            todo = f"write one ```{cue} {question.id}" if not times else "keep one"
            yield source.problem(
                ("questions", place, "id"), f"{question.id} is asked {times} times in lesson.md; {todo}"
            )
    for place, exercise in enumerate(source.lesson.exercises):
        times = cued["exercise", exercise.id]
        if times != 1:
            yield source.problem(
                ("exercises", place, "id"),
                f"{exercise.id} is cued {times} times in lesson.md; write one ```exercise {exercise.id}",
            )
    for place, correction in enumerate(source.lesson.corrections):
        times = cued["correction", correction.id]
        if times != 1:
            yield source.problem(
                ("corrections", place, "id"),
                f"{correction.id} is cued {times} times in lesson.md; cue it once",
            )


def _settings(source: Source) -> Iterator[Problem]:
    """Every setting is run by the script, printed or claimed, and every experiment is run."""
    run = {cue.ref for cue in source.cues if cue.kind == "experiment"}
    used = {placeholder.setting for placeholder, _, _ in source.printed()}
    used |= {setting for question in source.lesson.questions for setting in asked_of(question)}
    for experiment in source.lesson.experiments:
        for claim in experiment.claims:
            used |= {name.partition(".")[0] for name in parse(claim.test).names() if "." in name}
    for place, experiment in enumerate(source.lesson.experiments):
        if not run & {setting.id for setting in experiment.settings}:
            yield source.problem(
                ("experiments", place, "id"),
                f"{experiment.id} is never run; write ```experiment {experiment.id}",
            )
        for position, setting in enumerate(experiment.settings[1:]):
            if setting.id not in run | used:
                path = ("experiments", place, "settings", position, "id")
                yield source.problem(
                    path,
                    f"setting {setting.id} is neither run, printed nor claimed, nor asked about; drop it",
                )


def asked_of(question: Question) -> Iterator[str]:
    """The settings that a question is about, other than one whose run the script makes."""
    yield question.proof
    match question:
        case Curve() | ReadPlot():
            yield question.setting
        case GuessModel():
            yield from (choice.setting for choice in question.choices)


def _order(source: Source) -> Iterator[Problem]:
    """A prediction stands before the first run of its setting; the one recap is last."""
    predicted: set[str] = set()
    run: set[str] = set()
    for cue in source.cues:
        match cue.kind:
            case "predict":
                setting = str(getattr(source.lesson.question(cue.ref), "setting", ""))
                predicted.add(setting)
                if setting in run:
                    yield Problem(
                        source.script,
                        cue.line,
                        f"{cue.ref} stands behind the run that answers it; move it up",
                    )
            case "experiment":
                if cue.ref not in predicted:
                    yield Problem(
                        source.script, cue.line, f"nothing is predicted before the run {cue.ref}; ask first"
                    )
                run.add(cue.ref)
    for setting in sorted(predicted - run):
        yield Problem(source.script, 1, f"{setting} is predicted but never run; add ```experiment {setting}")
    recaps = [cue for cue in source.cues if cue.kind == "recap"]
    if len(recaps) != 1 or source.cues[-1].kind != "recap":
        line = recaps[0].line if recaps else source.cues[-1].line
        yield Problem(source.script, line, "a lesson ends with its one ```recap; put it last")


def _links(source: Source) -> Iterator[Problem]:
    """Links lead to https addresses."""
    for cue in source.cues:
        prose = CODE.sub(lambda code: "\n" * code[0].count("\n"), cue.body)
        for link in LINK.finditer(prose):
            if not link[1].startswith("https://"):
                line = cue.body_line + prose.count("\n", 0, link.start())
                yield Problem(source.script, line, f"the link to {link[1]} is no https address; mend it")
