"""The report of an interview, and its replay, as blocks of text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.content import Content

from tutor.course.rubric import Prompt
from tutor.interview.anchors import LEVELS, level, meaning
from tutor.interview.clock import words
from tutor.interview.report import Expected, Past, Quoted, Report, Standing
from tutor.interview.report_text import bar, filling, forecast_words, judges, made_of, settled, ticked_words
from tutor.interview.session import Session, rubric_of
from tutor.interview.showing import wanted
from tutor.interview.table import rows, verdict
from tutor.interview.transcript import Exchange, Turn
from tutor.ui.widgets.interview.judged_table import MARKS
from tutor.ui.widgets.interview.words import STAGES
from tutor.ui.widgets.prose import Block, inline

NAME, LEVEL = 24, 8
"""Cells of the columns of a standing."""


def when(session: Session) -> str:
    """When the interview began."""
    return moment(session.setup.interview)


def moment(interview: str) -> str:
    """Day, hour and minute of an interview's id."""
    return interview[:16].replace("T", " ")


def report_blocks(report: Report) -> Iterator[Block]:
    """The whole report."""
    session = report.session
    at = level(report.score)
    score = "Nothing was graded" if at is None else f"{at} of 5 overall, about {report.score:.0%}"
    asked = f"{len(session.exchanges)} questions" if len(session.exchanges) != 1 else "1 question"
    time = f"{words(session.clock)} of {session.setup.minutes}:00"
    yield Block(Content.assemble((score, "bold"), (f"  ·  {asked}  ·  {time}", "$quiet")))
    for title, standings in (("Stages", report.stages), ("Competencies", report.competencies)):
        if standings:
            yield _heading(title)
        for each in standings:
            yield from _standing(each)
    yield from _forecasts(report)
    if said := ticked_words(report.ticks):
        yield _heading("What you ticked")
        yield Block(Content(said), gap=False)
    if report.strongest is not None:
        yield from _quote("Strongest answer", report.strongest)
    if report.weakest is not None:
        yield from _quote("Weakest answer", report.weakest)
    yield from _manner(report)
    yield from _advice(report)
    yield from _trend(report.trend)
    yield from _levels(report)
    if report.graders:
        who = judges(report.graders)
        yield Block(Content.styled(f"Judged {who}. It can err{settled(report)}.", "$quiet"))


def _heading(words_: str) -> Block:
    return Block(Content.styled(words_, "bold $here"))


def _standing(each: Standing) -> Iterator[Block]:
    """A level, its meaning, and the time it took."""
    at = "–" if each.level is None else f"{each.level} of 5"
    skipped = f", {each.skipped} skipped" if each.skipped else ""
    line = Content.assemble(
        (f"{STAGES.get(each.name, each.name):<{NAME}}", "bold"),
        f"{at:<{LEVEL}}",
        (bar(each.score), "$class-0"),
        (f"  {each.asked} asked{skipped} · {words(each.seconds)}", "$quiet"),
    )
    yield Block(line, gap=False)
    own = "" if each.own is None else f" With what you settled: about {each.own:.0%}."
    yield Block(Content.styled(each.says + own, "$quiet"), "    ", gap=False)


def _levels(report: Report) -> Iterator[Block]:
    """What every level means, the own ones marked."""
    groups: list[tuple[str, str, Sequence[Standing]]] = [
        (STAGES.get(each.name, each.name), each.name, (each,)) for each in report.stages
    ]
    if report.competencies:
        groups.append(("a competency", "", report.competencies))
    if groups:
        yield _heading("What the levels mean")
    for title, stage, standings in groups:
        yield Block(Content.styled(title, "bold"), gap=False)
        for at in LEVELS:
            here = [each.name for each in standings if each.level == at]
            who = f"  {', '.join(here)}" if here and not stage else ""
            line = Content.assemble((meaning(stage, at), "bold" if here else "$quiet"), (who, "$here"))
            yield Block(line, f"{'▸' if here else ' '} {at} ", gap=False, first_style="$here")


def _forecasts(report: Report) -> Iterator[Block]:
    """What the learner expected, and what came."""
    if report.brier is None:
        return
    yield _heading("Forecast against result")
    for each in report.expected:
        yield from _expected(each)
    yield Block(Content(forecast_words(report)), gap=False)


def _expected(each: Expected) -> Iterator[Block]:
    """One forecast."""
    numbers = Content.assemble(
        (f"{each.forecast:>4.0%}", "bold"), " → ", (f"{each.came:>4.0%}", "bold"), "  "
    )
    yield Block(Content.assemble(numbers, (each.question, "$quiet")), gap=False)
    if each.parts:
        yield Block(Content.styled(made_of(each), "$quiet"), " " * 13, gap=False)


def _quote(title: str, found: Quoted) -> Iterator[Block]:
    """An answer worth looking at again."""
    yield _heading(title)
    yield Block(Content.assemble(found.question, (f"  {found.score:.0%}", "bold")), gap=False)
    yield Block(Content.styled(f"“{found.quote}”", "italic"), "  ", gap=False)


def _manner(report: Report) -> Iterator[Block]:
    """How it was told."""
    fills = filling(report.fillers)
    if report.remarks or fills:
        yield _heading("How you told it")
    for each in report.remarks:
        yield Block(Content(each.question), gap=False)
        for line in each.says:
            yield Block(Content(line), "  – ", gap=False)
    if fills:
        yield Block(Content(fills), gap=False)


def _advice(report: Report) -> Iterator[Block]:
    """The lessons to take next, by number."""
    if report.advice:
        yield _heading("Next lessons")
    for number, each in enumerate(report.advice, start=1):
        planned = " (planned, not written yet)" if each.planned else ""
        name = Content.assemble((each.title, "bold"), (planned, "$due"))
        yield Block(name, f"{number} ", gap=False, first_style="$here")
        yield Block(Content.assemble(("missed: ", "$quiet"), inline(each.because)), "  ", gap=False)


def _trend(trend: tuple[Past, ...]) -> Iterator[Block]:
    """The interviews so far."""
    if len(trend) < 2:
        return
    yield _heading("Trend")
    for each in trend:
        score = "  –" if each.score is None else f"{each.score:>4.0%}"
        brier = "" if each.brier is None else f"  Brier {each.brier:.2f}"
        line = Content.assemble(
            (f"{moment(each.interview)}  {each.level:<7}", "$quiet"),
            (bar(each.score), "$class-0"),
            (score, "bold"),
            (brier, "$quiet"),
        )
        yield Block(line, gap=False)


def replay_blocks(session: Session) -> Iterator[Block]:
    """Every question with everything that was said and done."""
    for place, exchange in enumerate(session.exchanges, start=1):
        prompt = session.bank.get(exchange.prompt)
        if prompt is None:
            yield Block(Content.styled(f"{place}  This question is no longer in the bank.", "$quiet"))
        else:
            yield from _exchange(place, prompt, exchange)


def _exchange(place: int, prompt: Prompt, exchange: Exchange) -> Iterator[Block]:
    """One question."""
    forecast = "" if exchange.forecast is None else f" · forecast {exchange.forecast:.0%}"
    about = f"{place}  {STAGES[prompt.stage]} · at {words(exchange.began)}{forecast}"
    yield Block(Content.styled(about, "$here"))
    yield _said("Interviewer", prompt.question, bold=True)
    for asked, answer in exchange.clarified:
        yield _said("You", asked)
        yield _said("Interviewer", answer)
    for note in exchange.notes:
        yield _said("Thinking aloud", note)
    if exchange.order is not None:
        steps = [prompt.steps[at] for at in exchange.order if at < len(prompt.steps)]
        share = "" if exchange.order_score is None else f" ({exchange.order_score:.0%})"
        yield _said(f"Your order{share}", " → ".join(steps))
    for attempt in exchange.attempts:
        yield _said(f"Code at {words(attempt.at)}", attempt.says)
        yield Block(Content.styled(attempt.source.rstrip(), "$quiet"), "    ", gap=False, wraps=False)
    for turn in exchange.turns:
        yield from _turn(prompt, turn)
    if exchange.show_asked is not None and prompt.show_me is not None:
        yield _said("Interviewer", wanted(prompt.show_me), bold=True)
        if exchange.show_declined:
            yield _said("You", "(declined)")
    for run in exchange.demonstrations:
        yield _said(f"Run at {words(run.at)}", run.says)
    if exchange.skipped and exchange.main is None:
        yield _said("You", "(skipped)")


def _turn(prompt: Prompt, turn: Turn) -> Iterator[Block]:
    """One answer in words, and what was heard of it."""
    rubric = rubric_of(prompt, turn)
    if turn.kind != "main":
        yield _said("Interviewer", rubric.question if turn.kind == "follow-up" else "Once more.", bold=True)
    if turn.sent is None:
        yield _said("You", "(skipped)" if turn.skipped else "(not answered)")
        return
    yield _said(f"You, after {words(turn.seconds)}", turn.text)
    if turn.judgement is None:
        return
    yield _said("Grader", verdict(rubric, turn.judgement))
    for row in rows(rubric, turn):
        glyph, style = MARKS[row.grader]
        settled = "" if row.label is None else "  (you: made)" if row.label else "  (you: not made)"
        heard = f"  “{row.evidence}”" if row.evidence else ""
        line = Content.assemble(inline(row.point.say), (settled, "$due"), (heard, "$quiet"))
        yield Block(line, f"    {glyph} ", gap=False, first_style=style)


def _said(who: str, text: str, *, bold: bool = False) -> Block:
    """Somebody's words."""
    return Block(Content.assemble((f"{who}: ", "$quiet"), (text, "bold" if bold else "")), "  ", gap=False)
