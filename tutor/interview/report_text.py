"""The report as Markdown."""

from __future__ import annotations

from collections.abc import Iterable

from tutor.interview.clock import moment, words
from tutor.interview.replay import plain
from tutor.interview.report import Expected, Past, Quoted, Report, Standing

GRADERS = {
    "lexical": "by words alone (offline)",
    "semantic": "by a sentence encoder (offline)",
    "llm": "by words and the second opinion of",
}

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
        *_quotes(report),
        *_manner(report),
        *_next(report),
        *_trend(report.trend),
        _graders(report.graders),
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
    return "nothing graded" if score is None else f"overall about {score:.0%}"


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
    every = "" if report.brier_all is None else f"; over all your interviews {report.brier_all:.2f}"
    said = f"{lean(report.expected)} Brier score {report.brier:.2f}{every} (0 is clairvoyant, 0.25 a shrug)."
    return ["## Forecast against result", "\n".join(lines), said]


def lean(expected: Iterable[Expected]) -> str:
    """Whether the learner expects too much or too little of themselves."""
    gaps = [each.forecast - each.came for each in expected]
    lean = sum(gaps) / len(gaps) if gaps else 0.0
    if abs(lean) < 0.1:
        return "Your forecasts are about right on average."
    return f"You expect {'more' if lean > 0 else 'less'} than comes, by {abs(lean):.0%} on average."


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
    if report.fillers >= MANY_FILLERS:
        parts.append(
            f"{report.fillers:.0f} of 100 words only fill (“basically”, “sort of” …): leave a pause instead."
        )
    return ["## How you told it", *parts] if parts else []


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


def _graders(graders: tuple[str, ...]) -> str:
    """Who judged."""
    if not graders:
        return ""
    said = plain(judges(graders))
    return f"*Answers in words were judged {said}; it can err, and your settlements stand beside its levels.*"
