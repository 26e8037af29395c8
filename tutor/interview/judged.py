"""A judgement as JSON, and back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import get_args

from tutor.grading.freetext.judgement import Believed, Heard, Judgement, Status, Tier, Words
from tutor.learner.event import Json

STATUSES: tuple[Status, ...] = get_args(Status)
TIERS: tuple[Tier, ...] = get_args(Tier)
WORDS: tuple[Words, ...] = get_args(Words)


def written(judgement: Judgement) -> Json:
    """The judgement as a JSON object."""
    return asdict(judgement)


def judged(body: Json) -> Judgement:
    """The judgement that a JSON object says; raises ValueError for one that was never written."""
    try:
        if not isinstance(body, Mapping):
            raise ValueError("a judgement is an object")
        low, high = _rows(body["interval"])
        return Judgement(
            score=_number(body["score"]),
            interval=(_number(low), _number(high)),
            confidence=_number(body["confidence"]),
            points=tuple(_heard(each) for each in _rows(body["points"])),
            misconceptions=tuple(_believed(each) for each in _rows(body["misconceptions"])),
            flags=tuple(_text(each) for each in _rows(body["flags"])),
            tier=next(each for each in TIERS if each == body["tier"]),
            grade=next((each for each in WORDS if each == body["grade"]), None),
            abstained=_text(body["abstained"]),
            model=_text(body.get("model", "")),
            notice=_text(body.get("notice", "")),
        )
    except (KeyError, TypeError, StopIteration) as fault:
        raise ValueError(f"this is no judgement: {fault!r}") from None


def _heard(row: Json) -> Heard:
    """How one point fared."""
    if not isinstance(row, Mapping):
        raise ValueError("a point is an object")
    status = next(each for each in STATUSES if each == row["status"])
    return Heard(_text(row["point"]), status, _number(row["probability"]), _text(row["evidence"]))


def _believed(row: Json) -> Believed:
    """One misconception that was heard."""
    if not isinstance(row, Mapping):
        raise ValueError("a misconception is an object")
    return Believed(_text(row["misconception"]), row["sure"] is True, _text(row["evidence"]))


def _rows(value: Json) -> list[Json]:
    if not isinstance(value, list | tuple):
        raise ValueError("a list is needed")
    return list(value)


def _number(value: Json) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError("a number is needed")
    return float(value)


def _text(value: Json) -> str:
    if not isinstance(value, str):
        raise ValueError("a text is needed")
    return value
