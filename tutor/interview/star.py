"""The structure of a story told in an interview: the five parts, numbers, "I" against "we"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal, TypeAlias

Element: TypeAlias = Literal["situation", "task", "action", "result", "reflection"]

ACTIONS = """
    analysed analyzed added asked automated built called changed checked cleaned collected compared
    coded convinced created cut debugged decided defined deleted deployed designed discovered
    dropped explained fixed found gathered implemented investigated introduced isolated labelled
    labeled launched led logged measured merged migrated moved negotiated noticed organised organized
    planned plotted prepared presented profiled proposed ran read rebuilt reduced refactored
    removed replaced reproduced retrained reviewed rewrote rolled sampled scheduled set shipped showed
    simplified sliced split started stopped suggested switched talked taught tested told took traced
    trained tried tuned used validated visited watched went wrote
"""
_DONE = "|".join(ACTIONS.split())

SIGNS: dict[Element, str] = {
    "situation": r"""
        at (my|our|the|a)( last| previous| current| former| first)?
        (job|company|team|work|start-?up|client|university|internship|bank|shop|hospital);
        when i (was|worked|joined|started);
        (last|this|that) (year|month|week|spring|summer|autumn|winter|fall);
        (a|one|two|three|four|a few|some|\d+) (years?|months?|weeks?) ago; in (19|20)\d\d; one day;
        there (was|were);
        the (company|team|business|client|customers?|studio|shop|bank|hospital) (lost|needed|wanted);
        the (problem|issue|situation|background|context) was;
        we had (a|an|no|to); our \w+ (was|had|were|kept);
        suddenly; the model in production; customers? (complained|were|had); during (my|the|a|our)
    """,
    "task": r"""
        my (task|job|goal|role|part|responsibility|aim|brief) (was|were|is); success meant;
        it was up to me;
        i (was|had) (asked|told|to|been asked|responsible|in charge); it was my (job|turn|task|call);
        i needed to; i wanted to;
        the (goal|aim|target|task) was; we (needed|had) to; i owned; i took (it )?on;
        the deadline
    """,
    "action": rf"""
        i( also| then| first)?( \w+ly)? ({_DONE}); (then|so|first) i( \w+ly)? ({_DONE})
    """,
    "result": r"""
        as a result; in the end; the (result|outcome|effect) was; from \S+( \w+)? (down |up )?to \S+;
        (rose|fell|went|dropped|improved|increased|decreased|grew|shrank|climbed|cut|halved|doubled)
        (from|by|to);
        saved; which meant; this (led|brought|gave); it took us from;
        went live; was adopted; has run since;
        it (worked|paid); recovered; resolved; halved; doubled; back to; now (takes|runs|costs)
    """,
    "reflection": r"""
        i (learned|learnt|realised|realized|now (always|know|check|ask|start)); next time; looking back;
        in hindsight; since then; if i (did|had|could|were); i would (now|have|do|start|ask|not);
        what i took (from|away); the lesson; my mistake; taught me; ever since; i should have; from then on
    """,
}
"""How each part sounds: regular expressions, parted by semicolons."""

NUMBER = re.compile(
    r"\d|\b(half|twice|double[ds]?|halve[ds]?|third|quarter|dozen|hundred|thousand|million|percent)\b", re.I
)
LATE = ("result", "reflection")
"""Parts that are quoted from their last sign."""
FIRST = re.compile(r"\b(i|my|me|mine|myself|i'(m|d|ve|ll))\b", re.I)
WE = re.compile(r"\b(we|our|us|ours|we'(re|d|ve|ll))\b", re.I)
MANY_WE = 0.7
"""From which share of "we" on a listener asks what the speaker did."""

MEANS: dict[Element, str] = {
    "situation": "where and when it was, and why it mattered",
    "task": "what was yours to do",
    "action": "what you did yourself: “I measured …, I replaced …”",
    "result": "what came of it",
    "reflection": "what you learnt, or would do differently",
}


@dataclass(frozen=True, slots=True)
class Structure:
    """What is found of a story's structure."""

    quotes: dict[Element, str]
    """Part → the words that tell it; a part without is not heard."""
    number: str
    """A number of the story, empty if there is none."""
    we_share: float
    """"We" among "we" and "I", from 0 to 1; 0 if neither is said."""

    @property
    def missing(self) -> tuple[Element, ...]:
        """The parts that are not heard."""
        return tuple(each for each in SIGNS if each not in self.quotes)

    @property
    def lints(self) -> tuple[str, ...]:
        """What to mend, in sentences; none for a well-built story."""
        found = [f"No {each} is heard: say {MEANS[each]}." for each in self.missing]
        if not self.number:
            found.append("There is no number: say how much, how many or how long.")
        if self.we_share >= MANY_WE:
            found.append("It is “we” nearly throughout: say which part was yours.")
        return tuple(found)


def structure(text: str) -> Structure:
    """The structure of a story."""
    plain = text.replace("’", "'")
    quotes = {}
    for element in SIGNS:
        if found := list(_sign(element).finditer(plain)):
            quotes[element] = _around(plain, found[-1 if element in LATE else 0])
    number = NUMBER.search(plain)
    first, we = len(FIRST.findall(plain)), len(WE.findall(plain))
    return Structure(
        quotes=quotes,
        number=_around(plain, number) if number else "",
        we_share=we / (first + we) if first + we else 0.0,
    )


@cache
def _sign(element: Element) -> re.Pattern[str]:
    """Any of the signs of a part."""
    signs = (" ".join(each.split()) for each in SIGNS[element].split(";"))
    return re.compile(rf"\b({'|'.join(signs)})\b", re.I)


def _around(text: str, found: re.Match[str]) -> str:
    """The words of the sentence from where something was found, at most a dozen."""
    start = max((text.rfind(mark, 0, found.start()) for mark in ".!?\n"), default=-1) + 1
    sentence = re.split(r"[.!?](?:\s|$)|\n", text[start:].lstrip())[0].split()
    before = len(text[start : found.start()].split())
    first = max(0, before - 2) if before > 6 else 0
    return " ".join(sentence[first : first + 12])
