"""When the interviewer says "show me" of their own accord: the same for a seed and the same answers."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence

from tutor.course.rubric import Prompt
from tutor.interview.showing import MINUTES
from tutor.interview.transcript import Exchange, Setup

LONG = 45
"""From so many minutes on the interviewer says it twice at most, else once."""
OFTEN = 2 / 3
"""How often the first claim that could be shown is asked for; the one after it always is."""
SPARE_S = 60.0
"""What is to be left after the four minutes."""


def challenges(bank: Mapping[str, Prompt], exchanges: Sequence[Exchange], setup: Setup, left: float) -> bool:
    """Whether the interviewer wants the claim of the latest answer shown, with so many seconds left."""
    asked = sum(each.show_asked is not None for each in exchanges)
    if not exchanges or asked >= (2 if setup.minutes >= LONG else 1) or left < 60 * MINUTES + SPARE_S:
        return False
    *before, now = exchanges
    fresh = len(now.turns) == 1 and now.show_asked is None and now.show_began is None
    if not fresh or not carries(bank, now):
        return False
    passed_by = any(carries(bank, each) and each.show_asked is None for each in before)
    return passed_by or random.Random(f"{setup.seed}:show:{now.prompt}").random() < OFTEN


def carries(bank: Mapping[str, Prompt], exchange: Exchange) -> bool:
    """Whether an answer to theory makes a claim that can be shown: adequate, or all that is required."""
    prompt, main = bank.get(exchange.prompt), exchange.main
    if prompt is None or prompt.stage != "theory" or prompt.show_me is None:
        return False
    if main is None or main.judgement is None or main.judgement.grade is None:
        return False
    required = {point.id for point in prompt.rubric.points if point.need == "required"}
    covered = {each.point for each in main.judgement.points if each.status == "covered"}
    return main.judgement.grade in ("adequate", "strong") or (bool(required) and required <= covered)
