"""What the line dialogue of the interview says, and how it reads numbers."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from tutor.course.rubric import Rubric
from tutor.grading.freetext.judgement import Status
from tutor.interview.session import Session
from tutor.interview.table import judged_by, rows, verdict

COMMANDS = (
    "On a line of their own: /ask TEXT asks the interviewer, /note TEXT thinks aloud, /skip passes on, "
    "/time tells the clock, /pause stops it, /end ends the interview. A line with only a dot ends an answer."
)
MENU: Mapping[str, str] = {
    "go": "enter goes on",
    "f": "f follow-up",
    "m": "m model answer",
    "y": "y retry",
    "y-main": "y retries the main question",
    "s": "s show me",
    "k": "k declines to show it",
    "a": "a 2 settles point 2 your way",
    "d": "d says that this is not what you think",
}
GRADER: Mapping[Status, str] = {
    "covered": "heard",
    "missed": "not heard",
    "unsure": "unsure",
    "contradicted": "heard the contrary",
}


def header(session: Session, left: str) -> str:
    """Which question this is, and the time."""
    count = len(session.exchanges)
    where = (
        f"{count} of {len(session.setup.slots)}" if count <= len(session.setup.slots) else f"{count}, further"
    )
    stage = session.prompt.stage if session.prompt else ""
    return f"\nQuestion {where}, {stage}, {left}."


def steps(texts: Sequence[str]) -> str:
    """Numbered lines."""
    return "\n".join(f"{place}. {text}" for place, text in enumerate(texts, 1))


def ticklist(rubric: Rubric) -> str:
    """The points, numbered."""
    return steps([point.say for point in rubric.points])


def heard(rubric: Rubric, session: Session, truth: Callable[[str], str] = lambda _: "") -> str:
    """The table as lines: each point, what you and the grader say, the words that were heard; what is so."""
    exchange = session.exchange
    if exchange is None or exchange.judged is None or exchange.judged.judgement is None:
        return ""
    lines = []
    for place, row in enumerate(rows(rubric, exchange.judged), 1):
        yours = "" if row.yours is None else f"you: {'yes' if row.yours else 'no'}; "
        quote = f" “{row.evidence}”" if row.evidence else ""
        lines.append(f"{place}. {row.point.say} ({yours}grader: {GRADER[row.grader]}{quote})")
    judgement = exchange.judged.judgement
    for belief in judgement.misconceptions:
        sure = "A misconception" if belief.sure else "Worth checking"
        lines.append(f"{sure}: {belief.misconception.replace('-', ' ')} (“{belief.evidence}”)")
        lines += filter(None, [truth(belief.misconception)])
    said = f"{judged_by(judgement)} {judgement.notice}".rstrip()
    return "\n".join([*lines, verdict(rubric, judgement), said])


def numbers(text: str) -> list[int]:
    """The whole numbers in a line."""
    return [int(each) for each in re.findall(r"\d{1,6}", text, re.ASCII)]


def percent(text: str) -> float | None:
    """A share from a number of hundredths; None for anything else."""
    found = re.fullmatch(r"\s*(\d{1,3})\s*%?\s*", text, re.ASCII)
    return int(found[1]) / 100 if found and int(found[1]) <= 100 else None
