"""What speaks for and against a point or a misconception in an answer, as numbers, each by a name."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from tutor.course.rubric import KeyPoint, Rubric
from tutor.grading.freetext.groups import grouped
from tutor.grading.freetext.odds import LEAST, contrasts
from tutor.grading.freetext.phrases import Role
from tutor.grading.freetext.reading import Reading, Stretch
from tutor.grading.freetext.sighted import Sight, Sighted, sighted

Views = Mapping[Sight, Sequence[Sighted]]

AGAINST = frozenset(
    [
        "contrary",
        "mistaken",
        "turned",
        "denied",
        "strung",
        "framed",
        "negations",
        "denials",
        "strings",
        "overturned",
        "contraries",
    ]
)
"""Signals, by the last part of their names, of which more makes it less likely; of all others, likelier."""
SHORT = 6
"""Words that carry meaning, up to which a longer stretch tells more of a misconception."""
MOST_NEGATIONS = 1.5
"""Negating words a sentence, beyond which more tell no more."""
STRUNG, FRAMED = 0.5, 0.3
"""What is taken off a stretch of strung words, or one that reports a belief, when the best is looked for."""


@dataclass(frozen=True, slots=True)
class Told:
    """What was found for one point or misconception."""

    signals: dict[str, float]
    best: Stretch | None
    """The stretch that speaks for it most; None in an empty answer."""


def of_points(rubric: Rubric, reading: Reading) -> list[Told]:
    """What is found for each point, in order."""
    views = sighted(reading)
    found = [_of_point(point, reading, views) for point in rubric.points]
    overall = _overall(found, reading)
    for told in found:
        told.signals.update(overall)
    return found


def of_misconceptions(rubric: Rubric, reading: Reading) -> list[Told]:
    """What is found for each misconception, in order."""
    views = sighted(reading)
    found = [_of_belief(belief.id, reading, views) for belief in rubric.misconceptions]
    for told in found:
        told.signals["negations"] = min(MOST_NEGATIONS, reading.negations)
        told.signals["strings"] = _share(reading, lambda each: each.strung)
    return found


def _of_point(point: KeyPoint, reading: Reading, views: Views) -> Told:
    """What is found for a point."""
    mine = reading.phrases.of("makes", point.id)
    signals = _extremes(reading, mine) | _odds(reading, "makes", point.id)
    found: Stretch | None = None
    for sight, stretches in views.items():
        best = max(stretches, key=lambda each: each.closest("makes", point.id) - STRUNG * each.stretch.strung)
        closest, found = best.closest("makes", point.id), best.stretch
        signals |= {
            f"{sight}.closest": max(each.closest("makes", point.id) for each in stretches),
            f"{sight}.typical": best.typical(mine),
            f"{sight}.ahead": closest - best.others("makes", point.id),
            f"{sight}.ahead_somewhere": max(
                each.closest("makes", point.id) - each.others("makes", point.id) for each in stretches
            ),
            f"{sight}.contrary": max(0.0, best.closest("misses", point.id) - closest),
            f"{sight}.mistaken": max(0.0, best.others("believes") - closest),
            f"{sight}.turned": best.turned(mine),
            f"{sight}.denied": float(found.denied),
            f"{sight}.strung": float(found.strung),
            f"{sight}.groups": grouped(point, found.text),
        }
    signals["groups"] = max((grouped(point, each.text) for each in reading.stretches), default=0.0)
    signals["all_groups"] = float(signals["groups"] == 1.0)
    return Told(signals, found)


def _of_belief(belief: str, reading: Reading, views: Views) -> Told:
    """What is found for a misconception."""
    mine = reading.phrases.of("believes", belief)
    signals = _extremes(reading, mine) | _odds(reading, "believes", belief)
    found: Stretch | None = None
    for sight, stretches in views.items():
        best = max(
            stretches,
            key=lambda each: (
                each.closest("believes", belief) - STRUNG * each.stretch.strung - FRAMED * each.stretch.framed
            ),
        )
        closest, found = best.closest("believes", belief), best.stretch
        signals |= {
            f"{sight}.closest": closest,
            f"{sight}.typical": best.typical(mine),
            f"{sight}.ahead": closest - best.others("makes"),
            f"{sight}.ahead_of_right": closest - best.closest("refutes", belief),
            f"{sight}.ahead_of_others": closest - best.others("believes", belief),
            f"{sight}.ahead_somewhere": max(
                each.closest("believes", belief) - max(each.others("makes"), each.closest("refutes", belief))
                for each in stretches
            ),
            f"{sight}.turned": best.turned(mine),
            f"{sight}.framed": float(found.framed),
            f"{sight}.strung": float(found.strung),
            f"{sight}.length": min(len(found.text.stems), SHORT) / SHORT,
        }
    return Told(signals, found)


def _odds(reading: Reading, role: Role, owner: str) -> dict[str, float]:
    """How much more the answer sounds like the owner's sentences than like others."""
    against = contrasts(reading.phrases)[role, owner]
    told = []
    for each in reading.stretches:
        length = len(each.window.words)
        if length >= LEAST:
            others = against.others.odds(each.traits, length)
            told.append((others, against.contrary.odds(each.traits, length), each.window.span))
    best = max(told, default=(0.0, 0.0, ""))
    return {
        "odds.others": best[0],
        "odds.contrast": best[1],
        "odds.both": max((min(others, contrary) for others, contrary, _ in told), default=0.0),
        "odds.unbroken": max((others for others, _, span in told if span != "clause"), default=0.0),
    }


def _extremes(reading: Reading, mine: Sequence[int]) -> dict[str, float]:
    """The most that any stretch reaches of each share."""
    words = [each.words for each in reading.stretches]
    senses = [each.sense for each in reading.stretches if each.sense is not None]
    return {
        "words.recall": _most([each.recall for each in words], mine),
        "words.precision": _most([each.precision for each in words], mine),
        "words.pairs": _most([each.pairs for each in words], mine),
        "sense.recall": _most([each.recall for each in senses], mine),
        "sense.precision": _most([each.precision for each in senses], mine),
        "sense.cosine": _most([each.cosine for each in senses], mine),
    }


def _overall(found: Sequence[Told], reading: Reading) -> dict[str, float]:
    """What the answer as a whole is like; the same for every point."""
    each = [told.signals for told in found]
    return {
        "negations": min(MOST_NEGATIONS, reading.negations),
        "denials": _share(reading, lambda stretch: stretch.denied),
        "strings": _share(reading, lambda stretch: stretch.strung),
        "overturned": _mean([signals.get("words.turned", 0.0) for signals in each]),
        "contraries": _mean([float(signals.get("words.contrary", 0.0) > 0) for signals in each]),
        "sense.contraries": _mean([float(signals.get("sense.contrary", 0.0) > 0) for signals in each]),
    }


def _share(reading: Reading, holds: Callable[[Stretch], bool]) -> float:
    """The share of the sentences of which it holds."""
    return _mean([float(holds(each)) for each in reading.sentences])


def _most(rows: Sequence[Sequence[float]], numbers: Sequence[int]) -> float:
    """The most of these numbers in any row."""
    return max((row[number] for row in rows for number in numbers), default=0.0)


def _mean(values: Sequence[float]) -> float:
    """The mean; 0 of nothing."""
    return sum(values) / len(values) if values else 0.0
