"""The whole interview once more, as Markdown."""

from __future__ import annotations

import re

from tutor.course.rubric import Prompt
from tutor.grading.freetext.judgement import Status
from tutor.interview.clock import moment, words
from tutor.interview.session import Session, rubric_of
from tutor.interview.showing import wanted
from tutor.interview.table import rows, verdict
from tutor.interview.transcript import Exchange, Turn

MARKS = re.compile(r"([\\`*_{}\[\]<>#|~!&$])")
STARTS = re.compile(r"^(\d+(?=[.)]))?([-+=.)])")
"""What would begin a list or underline a heading."""
SIGNS: dict[Status, str] = {"covered": "yes", "missed": "no", "unsure": "unsure", "contradicted": "contrary"}


def transcript(session: Session) -> str:
    """Every question with everything that was said and done, and when."""
    parts = [f"# Interview of {plain(moment(session.setup.interview))}"]
    for place, exchange in enumerate(session.exchanges, 1):
        prompt = session.bank.get(exchange.prompt)
        if prompt is None:
            parts.append(f"## {place}. {plain(exchange.prompt)}\n\nThis question is no longer in the bank.")
        else:
            parts.append(_exchange(place, prompt, exchange))
    return "\n\n".join(parts) + "\n"


def plain(text: str) -> str:
    """Words of the learner, or of anyone, in one line in which nothing is Markdown."""
    return STARTS.sub(r"\1\\\2", MARKS.sub(r"\\\1", " ".join(text.split())))


def quoted(text: str) -> str:
    """A quotation that keeps its lines."""
    lines = [plain(line) for line in text.splitlines()] or ["(nothing)"]
    return "\n".join(f"> {line}" if line else ">" for line in lines)


def _exchange(place: int, prompt: Prompt, exchange: Exchange) -> str:
    """One question."""
    said = [f"## {place}. {plain(prompt.question)}", f"*{prompt.stage}, at {words(exchange.began)}*"]
    if exchange.forecast is not None:
        said.append(f"Forecast: {exchange.forecast:.0%}.")
    for asked, reply in exchange.clarified:
        said += [f"**You asked back:** {plain(asked)}", f"**Interviewer:** {plain(reply)}"]
    said += [f"**Thought aloud:** {plain(note)}" for note in exchange.notes]
    if exchange.order is not None:
        steps = [prompt.steps[at] for at in exchange.order if at < len(prompt.steps)]
        share = "" if exchange.order_score is None else f" ({exchange.order_score:.0%})"
        said.append(f"**Your order{share}:** " + " → ".join(plain(step) for step in steps))
    for attempt in exchange.attempts:
        said += [f"**Code handed in at {words(attempt.at)}:** {plain(attempt.says)}", fenced(attempt.source)]
    for turn in exchange.turns:
        said += _turn(prompt, turn)
    if exchange.show_asked is not None and prompt.show_me is not None:
        declined = " *Declined.*" if exchange.show_declined else ""
        said.append(f"**Interviewer:** {plain(wanted(prompt.show_me))}{declined}")
    for run in exchange.demonstrations:
        said += [f"**Shown at {words(run.at)}:** {plain(run.says)}", fenced(run.source)]
    if exchange.skipped and exchange.main is None:
        said.append("Skipped.")
    return "\n\n".join(said)


def _turn(prompt: Prompt, turn: Turn) -> list[str]:
    """One answer in words, and its table."""
    rubric = rubric_of(prompt, turn)
    said = [] if turn.kind == "main" else [f"**Interviewer ({turn.kind}):** {plain(rubric.question)}"]
    if turn.sent is None:
        return [*said, "*Skipped.*" if turn.skipped else "*Not answered.*"]
    said += [f"**You, after {words(turn.seconds)}:**", quoted(turn.text)]
    if turn.judgement is None:
        return said
    said.append(f"**Grader:** {plain(verdict(rubric, turn.judgement))}")
    table = ["| point | you | grader | heard |", "|---|---|---|---|"]
    for row in rows(rubric, turn):
        yours = "" if row.yours is None else "yes" if row.yours else "no"
        settled = "" if row.label is None else f" (you: {'yes' if row.label else 'no'})"
        said_so = plain(row.evidence)
        table.append(f"| {plain(row.point.say)} | {yours} | {SIGNS[row.grader]}{settled} | {said_so} |")
    said.append("\n".join(table))
    return said


def fenced(source: str) -> str:
    """Code in a fence that nothing in it can close."""
    longest = max((len(run) for run in re.findall(r"`+", source)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}python\n{source.rstrip()}\n{fence}"
