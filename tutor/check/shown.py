"""Questions that a run decides or shows: the run is made, and says what the question says."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence

from tutor.check.problem import Problem
from tutor.check.runs import Runs
from tutor.check.source import Source
from tutor.course.draws import RUN_SEEDS
from tutor.course.expression import parse, scope
from tutor.course.locate import origin_of
from tutor.course.question import Blank, Curve, GuessModel, Output, Question, ReadPlot
from tutor.grading.blank import difference, model_fill, syntax_fault, trial
from tutor.grading.curve import truth
from tutor.grading.evidence import evidence
from tutor.grading.prediction import came_true
from tutor.run import RunRequest, RunResult


async def check_shown(source: Source, runs: Runs) -> list[Problem]:
    """Problems of the questions about what code prints or gives, and about what a run draws."""
    found = await asyncio.gather(*(_faults(source, question, runs) for question in source.lesson.questions))
    return [
        source.problem(("questions", place), f"{source.lesson.questions[place].id}: {message}")
        for place, messages in enumerate(found)
        for message in messages
    ]


async def _faults(source: Source, question: Question, runs: Runs) -> list[str]:
    """What is wrong with one question."""
    match question:
        case Output():
            return [each async for each in _output(source, question, runs)]
        case Blank():
            return [each async for each in _blank(question, runs)]
        case Curve():
            return [each async for each in _curve(source, question, runs)]
        case ReadPlot():
            return [each async for each in _plot(source, question, runs)]
        case GuessModel():
            return [each async for each in _model(source, question, runs)]
    return []


async def _output(source: Source, question: Output, runs: Runs) -> AsyncIterator[str]:
    """The right option is what the code prints, no other is."""
    origin = origin_of(source.lesson.folder)
    result = await runs.run(RunRequest(question.code, f"{question.id}.py", origin=origin))
    if result.status != "ok":
        yield f"the code fails: {_words(result)}"
        return
    printed = _plain(result.stdout)
    for choice in question.choices:
        if choice.right and _plain(choice.text) != printed:
            yield f"the code prints {printed!r}, the right option says {choice.text!r}; mend one"
        if not choice.right and _plain(choice.text) == printed:
            yield f"the option {choice.text!r} is what the code prints, but is not marked right"


async def _blank(question: Blank, runs: Runs) -> AsyncIterator[str]:
    """Every accepted fill gives the probes of the model fill; every slip gives others, or fails."""
    model = model_fill(question)
    fills = [
        tuple(text if at == gap else each for at, each in enumerate(model))
        for gap, texts in enumerate(question.accepts)
        for text in texts
    ]
    slips = [tuple(slip.key.split(" | ")) for slip in question.slips]
    for fill in dict.fromkeys((*fills, *slips)):
        if fault := syntax_fault(question, fill):
            yield f"filled with {' | '.join(fill)!r} the code is not Python: {fault}"
            return
    for fill in dict.fromkeys((*fills, *slips)):
        result = await runs.run(trial(question, fill))
        right = not difference(question, evidence(result))
        told = f"filled with {' | '.join(fill)!r}"
        if fill in fills and result.status != "ok":
            yield f"{told} the code fails: {_words(result)}"
        elif fill in fills and not right:
            yield f"{told}, which is accepted, a probe differs from the model fill's; mend or drop it"
        elif fill in slips and right:
            yield f"{told}, which is a slip, every probe is right; probe what tells them apart"


async def _curve(source: Source, question: Curve, runs: Runs) -> AsyncIterator[str]:
    """The run draws the line, over all of the question's x and within its heights."""
    result = await _drawn(source, question.setting, runs)
    if result.status != "ok":
        return
    points = evidence(result).lines.get(question.line)
    if not points:
        known = ", ".join(sorted(evidence(result).lines)) or "none"
        yield f"the run {question.setting} draws no line {question.line!r}; it draws {known}"
        return
    low, high = min(x for x, _ in points), max(x for x, _ in points)
    if question.x[0] < low or question.x[-1] > high:
        yield f"the line goes from {low:g} to {high:g}; keep x within"
    heights = truth(question, evidence(result))
    if not question.low <= min(heights) <= max(heights) <= question.high:
        yield f"the line goes from {min(heights):g} to {max(heights):g} in height; widen low and high"


async def _plot(source: Source, question: ReadPlot, runs: Runs) -> AsyncIterator[str]:
    """The figure is there, and each run that may be drawn decides the question."""
    result = await _drawn(source, question.setting, runs)
    if result.status == "ok" and question.figure >= len(result.figures):
        yield f"the run {question.setting} shows {len(result.figures)} figures, not figure {question.figure}"
    for seed in range(RUN_SEEDS):
        facts = await runs.metrics(source.lesson, seed)
        if question.setting not in facts:
            return
        names = scope(facts, facts[question.setting])
        try:
            if question.key:
                parse(question.key).number(names)
                continue
            right = sum(choice.right for choice in came_true(question, names))
        except ValueError as fault:
            yield str(fault)
            return
        if right != 1:
            yield f"on seed {seed} {right} options are true; exactly one must be"
            return


async def _model(source: Source, question: GuessModel, runs: Runs) -> AsyncIterator[str]:
    """Every option's run shows the figure, and no two show the same."""
    for seed in range(RUN_SEEDS):
        seen: dict[object, str] = {}
        for choice in question.choices:
            result = await _drawn(source, choice.setting, runs, seed)
            if result.status != "ok":
                return
            if question.figure >= len(result.figures):
                yield f"the run {choice.setting} shows {len(result.figures)} figures"
                return
            marks = repr(result.figures[question.figure].marks)
            if marks in seen:
                yield f"{seen[marks]} and {choice.setting} draw the same figure on seed {seed}"
                return
            seen[marks] = choice.setting


async def _drawn(source: Source, setting: str, runs: Runs, seed: int = 0) -> RunResult:
    """The run of a setting with all that it draws."""
    return await runs.drawn(source.lesson.experiment(setting), source.lesson.params(setting), seed)


def _plain(text: str) -> Sequence[str]:
    """The lines of printed text, spaces at their ends and empty lines around them removed."""
    return [line.rstrip() for line in text.strip().splitlines()]


def _words(result: RunResult) -> str:
    """What a failed run says."""
    return f"{result.error.kind}: {result.error.message}" if result.error else result.status
