"""Questions whose parts are arranged or filled in: steps in order, pairs, gaps in code."""

from __future__ import annotations

import itertools
import re

from tutor.course.asking.asked import ASKED, differ, misconception, words
from tutor.course.asking.options import source
from tutor.course.expression import LONGEST
from tutor.course.fields import Fields
from tutor.course.prose import Prose
from tutor.course.question import GAP, Blank, Match, Order, Pair, Slip

FEWEST_PROBES = 3

PROBE = re.compile(r"[a-z][a-z0-9_]*")


def order(table: Fields, prose: Prose) -> Order:
    """Steps to be put in order."""
    table.only(*ASKED, "steps", "peers")
    steps = differ(table, "steps", prose.texts(table, "steps"))
    if not 3 <= len(steps) <= 9:
        raise table.fault("steps", f"there are {len(steps)} steps; give 3 to 9")
    return Order(**words(table, prose), steps=steps, peers=_peers(table, len(steps)))


def match(table: Fields, prose: Prose) -> Match:
    """Left sides to right sides."""
    table.only(*ASKED, "pairs", "decoys")
    pairs = []
    for each in table.tables("pairs"):
        each.only("left", "right", "why")
        pairs.append(Pair(prose.text(each, "left"), prose.text(each, "right"), prose.text(each, "why")))
    if not 2 <= len(pairs) <= 9:
        raise table.fault("pairs", f"there are {len(pairs)} pairs; give 2 to 9")
    decoys = prose.texts(table, "decoys")
    differ(table, "pairs", tuple(each.left for each in pairs))
    differ(table, "pairs", (*(each.right for each in pairs), *decoys))
    return Match(**words(table, prose), pairs=tuple(pairs), decoys=decoys)


def blank(table: Fields, prose: Prose) -> Blank:
    """Gaps in code."""
    table.only(*ASKED, "code", "accepts", "probes", "slips")
    code = source(table)
    gaps = code.count(GAP)
    if not gaps:
        raise table.fault("code", f"has no gap; write {GAP} where something is to be filled in")
    slips = []
    for each in table.tables("slips"):
        each.only("key", "why", "misconception")
        if len(each.text("key").split(" | ")) != gaps:
            raise each.fault("key", f"must fill {gaps} gaps; put ' | ' between them")
        slips.append(Slip(each.text("key"), prose.text(each, "why"), misconception(each)))
    return Blank(
        **words(table, prose),
        code=code,
        accepts=_accepts(table, gaps),
        probes=_probes(table),
        slips=tuple(slips),
    )


def _peers(table: Fields, steps: int) -> tuple[tuple[int, ...], ...]:
    """Groups of neighbouring places, from 0."""
    groups = table.values.get("peers", [])
    if not isinstance(groups, list) or not all(isinstance(group, list) for group in groups):
        raise table.fault("peers", "must be a list of lists of places, such as [[2, 3]]")
    for group in groups:
        places = all(isinstance(each, int) and not isinstance(each, bool) for each in group)
        if not places or len(group) < 2 or not all(1 <= each <= steps for each in group):
            raise table.fault("peers", f"{group} must be two or more places from 1 to {steps}")
        if sorted(group) != list(range(min(group), max(group) + 1)):
            raise table.fault("peers", f"{group} are not neighbours; list the steps side by side")
        if len(group) == steps:
            raise table.fault("peers", "all steps are peers, so no order is wrong; leave some out")
    together = list(itertools.chain.from_iterable(groups))
    if len(set(together)) < len(together):
        raise table.fault("peers", "a place stands in two groups; keep one")
    return tuple(tuple(sorted(each - 1 for each in group)) for group in groups)


def _accepts(table: Fields, gaps: int) -> tuple[tuple[str, ...], ...]:
    """For each gap the texts that are right."""
    lists = table.values.get("accepts")
    if not isinstance(lists, list) or len(lists) != gaps:
        raise table.fault("accepts", f"must be a list of {gaps} lists, one for each gap")
    for each in lists:
        if not isinstance(each, list) or not each or not all(isinstance(t, str) and t.strip() for t in each):
            raise table.fault("accepts", f"{each!r} must be a list of texts, the model one first")
    return tuple(tuple(text.strip() for text in each) for each in lists)


def _probes(table: Fields) -> dict[str, str]:
    """Names, and the Python expressions that tell a right fill from a wrong one."""
    offered = table.table("probes")
    probes = {name: offered.text(name) for name in offered.values}
    if len(probes) < FEWEST_PROBES:
        raise table.fault("probes", f"must be {FEWEST_PROBES} numbers or more; write [questions.probes]")
    for name, text in probes.items():
        if not PROBE.fullmatch(name):
            raise offered.fault(name, "must be small letters, digits and _")
        try:
            compile(text, name, "eval")
        except (SyntaxError, ValueError):
            raise offered.fault(name, f"{text!r} is no Python expression") from None
        if len(text) > LONGEST:
            raise offered.fault(name, f"is longer than {LONGEST} characters; make it simpler")
    return probes
