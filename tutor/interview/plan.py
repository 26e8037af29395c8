"""Which questions an interview asks: the slots that fit its minutes, then a prompt for each slot in turn."""

from __future__ import annotations

import random
from collections.abc import Collection, Iterable, Mapping, Sequence

from tutor.course.rubric import Level, Prompt, Stage
from tutor.interview.transcript import Slot

COSTS: Mapping[Slot, int] = {"theory": 4, "practical": 12, "steps": 5, "plan": 8, "personal": 4}
"""Minutes that a question of each kind takes, with a follow-up."""

FLOW: tuple[Slot, ...] = (
    *("theory", "practical", "plan", "personal"),
    *("theory", "theory", "personal", "practical"),
)
"""What is fitted in first: 45 minutes are 3 of theory, 1 practical, 1 plan, 2 personal."""

STAGES: Mapping[Slot, Stage] = {
    "theory": "theory",
    "practical": "practical",
    "steps": "practical",
    "plan": "cases",
    "personal": "cases",
}

LEVELS: tuple[Level, ...] = ("junior", "mid", "senior")
PERSONAL = ("communication", "experience", "tools")
"""Competencies that the learner tells about themselves."""
CLOSING = 2
"""Minutes kept for the end."""
REAL_MINUTES = 45
"""How long the real thing takes."""
MIDDLE = 0.5
"""How hard the first question is within its level, from 0 to 1."""
STEP = 0.25
NEAR = 0.3
"""Within this distance of what is wanted, questions count as equally hard, so that the seed has a choice."""
STRONG, WEAK = 0.7, 0.45
"""Scores from which the next question is harder, and below which it is easier."""


def slots(minutes: int, stages: Collection[Stage]) -> tuple[Slot, ...]:
    """The kinds of question that fit into so many minutes, in the order of the stages; at least one."""
    wanted = [slot for slot in FLOW if STAGES[slot] in stages]
    left, found = minutes - CLOSING, list[Slot]()
    fitted = bool(wanted)
    while fitted:
        fitted = False
        for slot in wanted:
            cheap: Slot = "steps" if slot == "practical" and COSTS[slot] > left else slot
            if COSTS[cheap] <= left:
                left, fitted = left - COSTS[cheap], True
                found.append(cheap)
    order = list(COSTS)
    return tuple(sorted(found, key=order.index)) or tuple(wanted[:1])


def further(planned: Sequence[Slot], minutes: float, seed: int) -> tuple[Slot, ...]:
    """The kinds of question that can be asked beyond the plan, in the order the seed gives them.

    They are of the stages that were planned; coding for which there is no time becomes steps.
    """
    kinds: dict[Slot, None] = {}
    for slot in planned:
        cheap: Slot = "steps" if slot == "practical" and COSTS[slot] > minutes else slot
        if COSTS[cheap] <= minutes:
            kinds[cheap] = None
    return tuple(sorted(kinds, key=lambda slot: random.Random(f"{seed}:{slot}").random()))


def adapted(hardness: float, score: float | None) -> float:
    """How hard the next question is after an answer with this score; None tells nothing."""
    if score is None:
        return hardness
    change = STEP if score >= STRONG else -STEP if score < WEAK else 0.0
    return min(1.0, max(0.0, hardness + change))


def choose(
    bank: Mapping[str, Prompt],
    slot: Slot,
    *,
    level: Level,
    hardness: float,
    asked: Collection[str],
    recent: Sequence[str],
    seed: int,
) -> Prompt | None:
    """The prompt for a slot, not one that was `asked`; None if the bank has none.

    It is one of this level if there is one, near to `hardness` within it, and not one of the `recent`
    (oldest first) while others are left. Among equals the seed decides. A slot for which the bank has
    nothing is filled with another question of its stage.
    """
    left = [each for each in bank.values() if each.stage == STAGES[slot] and each.id not in asked]
    fitting = [each for each in left if fits(each, slot)] or left
    old = {name: place for place, name in enumerate(recent)}
    fresh = [each for each in fitting if each.id not in old]
    if not fresh and fitting:
        return min(fitting, key=lambda each: old[each.id])
    near = _nearest(fresh, level)
    return min(
        near,
        key=lambda each: (abs(_rank(each, bank.values()) - hardness) // NEAR, _tie(seed, each)),
        default=None,
    )


def fits(prompt: Prompt, slot: Slot) -> bool:
    """Whether the prompt can be asked in this slot."""
    match slot:
        case "theory":
            return prompt.stage == "theory"
        case "practical":
            return prompt.stage == "practical"
        case "steps":
            return prompt.stage == "practical" and bool(prompt.steps)
        case "plan":
            return prompt.stage == "cases" and not personal(prompt)
        case "personal":
            return prompt.stage == "cases" and personal(prompt)


def personal(prompt: Prompt) -> bool:
    """Whether a question of the third stage is about the learner, and not about a case."""
    return prompt.form in ("star", "two-audiences") or (not prompt.form and prompt.competency in PERSONAL)


def _nearest(prompts: Iterable[Prompt], level: Level) -> list[Prompt]:
    """Those of the level nearest to this one."""
    wanted = LEVELS.index(level)
    away = [(abs(LEVELS.index(each.level) - wanted), each) for each in prompts]
    nearest = min((distance for distance, _ in away), default=0)
    return [each for distance, each in away if distance == nearest]


def _rank(prompt: Prompt, bank: Iterable[Prompt]) -> float:
    """Where the prompt stands among those of its stage and level, from the easiest, 0, to the hardest, 1."""
    peers = [each for each in bank if (each.stage, each.level) == (prompt.stage, prompt.level)]
    easier = sum(_demand(each) < _demand(prompt) for each in peers)
    return easier / max(1, len(peers) - 1)


def _demand(prompt: Prompt) -> tuple[float, int]:
    """How much a good answer must say."""
    core = sum(point.weight for point in prompt.rubric.points if point.need != "bonus")
    return core, prompt.expected_words[1]


def _tie(seed: int, prompt: Prompt) -> float:
    """A number that the seed decides."""
    return random.Random(f"{seed}:{prompt.id}").random()
