"""The report as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tutor.interview.anchors import LEVELS, level, meaning
from tutor.interview.clock import moment, words
from tutor.interview.replay import plain
from tutor.interview.report import Expected, Past, Quoted, Report, Standing, Ticks

GRADERS = {
    "lexical": "by words alone (offline)",
    "semantic": "by a sentence encoder (offline)",
    "llm": "by words and the second opinion of",
}

SURE = {4: "certain", 3: "fairly sure", 2: "hm", 1: "a guess", 0: "unsaid"}
"""How sure the learner was of the ticks, in words."""

MANY_FILLERS = 3.0
"""Fillers among 100 words from which on they are mentioned."""


def markdown(report: Report) -> str:
    """The whole report."""
    setup = report.session.setup
    parts = [
        f"# Mock interview, {setup.level}",
        f"{plain(moment(setup.interview))} · {counted(len(report.session.exchanges))} · "
        f"{words(report.session.clock)} of {setup.minutes}:00 · {_overall(report.score)}",
        "## Stages",
        _standings(report.stages),
        "## Competencies",
        _standings(report.competencies),
        *_forecasts(report),
        *_ticked(report),
        *_quotes(report),
        *_manner(report),
        *_next(report),
        *_trend(report.trend),
        *_levels(report),
        _graders(report),
    ]
    return "\n\n".join(filter(None, parts)) + "\n"


def counted(questions: int) -> str:
    """So many questions."""
    return f"{questions} question{'' if questions == 1 else 's'}"


def bar(score: float | None, width: int = 10) -> str:
    """A score as a bar of characters."""
    full = round((score or 0.0) * width)
    return "█" * full + "░" * (width - full)


def _overall(score: float | None) -> str:
    return "nothing graded" if score is None else f"overall {level(score)} of 5, about {score:.0%}"


def _standings(standings: Iterable[Standing]) -> str:
    """A table with the meaning of each level."""
    lines = ["| | level | | asked | time | what that means |", "|---|---|---|---|---|---|"]
    for each in standings:
        at = "–" if each.level is None else f"{each.level} of 5"
        own = "" if each.own is None else f" With your settlements about {each.own:.0%}."
        skipped = f", {each.skipped} skipped" if each.skipped else ""
        lines.append(
            f"| {plain(each.name)} | {at} | {bar(each.score)} | {each.asked}{skipped} "
            f"| {words(each.seconds)} | {each.says}{own} |"
        )
    return "\n".join(lines) if len(lines) > 2 else "Nothing was asked."


def _forecasts(report: Report) -> list[str]:
    """What the learner expected, and what came."""
    if report.brier is None:
        return []
    lines = ["| question | you expected | it came to |", "|---|---|---|"]
    lines += [
        f"| {plain(each.question)} | {each.forecast:.0%} | {each.came:.0%} |" for each in report.expected
    ]
    mixed = [f"- {plain(each.question)}: {made_of(each)}" for each in report.expected if each.parts]
    made = ["What they came to:", "\n".join(mixed)] if mixed else []
    return ["## Forecast against result", "\n".join(lines), *made, forecast_words(report)]


def made_of(expected: Expected) -> str:
    """The parts that a score is made of, such as "answer 90%, follow-up 60%"."""
    return ", ".join(f"{name} {score:.0%}" for name, score in expected.parts)


def forecast_words(report: Report) -> str:
    """How well the forecasts fit, now and over all interviews."""
    if report.brier is None:
        return ""
    several = len(report.trend) > 1 and report.brier_all is not None
    every = f", over all your interviews {report.brier_all:.2f}" if several else ""
    return f"{lean(report.expected)} Brier score {report.brier:.2f}{every} (0 is clairvoyant, 0.25 a shrug)."


def lean(expected: Iterable[Expected]) -> str:
    """Whether the learner expects too much or too little of themselves."""
    gaps = [each.forecast - each.came for each in expected]
    lean = sum(gaps) / len(gaps) if gaps else 0.0
    if abs(lean) < 0.1:
        return "Your forecasts are about right on average."
    return f"You expect {'more' if lean > 0 else 'less'} than comes, by {abs(lean):.0%} on average."


def _ticked(report: Report) -> list[str]:
    """How well the ticks fit."""
    said = ticked_words(report.ticks)
    return ["## What you ticked", said] if said else []


def ticked_words(ticks: Sequence[Ticks]) -> str:
    """Which share of the ticked points was heard, for each confidence; empty without any."""
    kept = [each for each in ticks if each.ticked]
    ticked, heard = sum(each.ticked for each in kept), sum(each.heard for each in kept)
    if not ticked:
        return ""
    points = "the one point" if ticked == 1 else f"{ticked} points"
    parts = ", ".join(f"{SURE[each.sure]} {each.heard} of {each.ticked}" for each in kept)
    return f"Of {points} that you ticked the grader heard {heard} ({heard / ticked:.0%}): {parts}."


def _levels(report: Report) -> list[str]:
    """What every level means, the own ones marked."""
    columns: list[tuple[str, str, Sequence[Standing]]] = [
        (plain(each.name), each.name, (each,)) for each in report.stages
    ]
    if report.competencies:
        columns.append(("a competency", "", report.competencies))
    if not columns:
        return []
    lines = [f"| level | {' | '.join(title for title, _, _ in columns)} |", "|---" * (len(columns) + 1) + "|"]
    for at in LEVELS:
        cells = []
        for _, stage, standings in columns:
            here = [each.name for each in standings if each.level == at]
            who = f" (you: {plain(', '.join(here))})" if here and not stage else ""
            means = meaning(stage, at)
            cells.append(f"**▸ {means}**{who}" if here else means)
        lines.append(f"| {at} | {' | '.join(cells)} |")
    return ["## What the levels mean", "\n".join(lines)]


def _quotes(report: Report) -> list[str]:
    """The answers worth looking at again."""
    found = [("Strongest answer", report.strongest), ("Weakest answer", report.weakest)]
    return [part for title, each in found if each is not None for part in (f"## {title}", _quote(each))]


def _quote(found: Quoted) -> str:
    return f"{plain(found.question)} ({found.score:.0%})\n\n> {plain(found.quote)}"


def _manner(report: Report) -> list[str]:
    """How it was told."""
    parts = [
        f"{plain(each.question)}\n\n" + "\n".join(f"- {plain(line)}" for line in each.says)
        for each in report.remarks
    ]
    parts += filter(None, [filling(report.fillers)])
    return ["## How you told it", *parts] if parts else []


def filling(share: float) -> str:
    """What is said of so many fillers among 100 words; empty for few."""
    if share < MANY_FILLERS:
        return ""
    return f"{share:.0f} of 100 words only fill (“basically”, “sort of” …): leave a pause instead."


def settled(report: Report) -> str:
    """Where the learner's own word stands, if it changes anything."""
    changed = any(each.own is not None for each in (*report.stages, *report.competencies))
    return "; what you settled stands beside its levels" if changed else ""


def _next(report: Report) -> list[str]:
    """The lessons to take next."""
    if not report.advice:
        return []
    lines = []
    for place, each in enumerate(report.advice, 1):
        planned = ", planned, not written yet" if each.planned else ""
        lines.append(f"{place}. **{plain(each.title)}** ({each.lesson}{planned}): {plain(each.because)}")
    return ["## Next lessons", "\n".join(lines)]


def _trend(trend: Iterable[Past]) -> list[str]:
    """The interviews so far."""
    rows = [
        f"| {plain(moment(each.interview))} | {each.level} | {bar(each.score)} "
        f"| {'–' if each.score is None else f'{each.score:.0%}'} "
        f"| {'–' if each.brier is None else f'{each.brier:.2f}'} |"
        for each in trend
    ]
    head = ["| interview | level | | overall | Brier |", "|---|---|---|---|---|"]
    return ["## Trend", "\n".join([*head, *rows])] if len(rows) > 1 else []


def judges(graders: Iterable[str]) -> str:
    """Who judged, in words."""
    found = (each.partition(" ") for each in graders)
    return " and ".join(f"{GRADERS.get(tier, tier)} {model}".rstrip() for tier, _, model in found)


def _graders(report: Report) -> str:
    """Who judged."""
    if not report.graders:
        return ""
    said = plain(judges(report.graders))
    return f"*Answers in words were judged {said}; it can err{settled(report)}.*"
