"""Recorded numbers: what a lesson's experiments gave when its author last recorded them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tutor.course.fields import read_fields


@dataclass(frozen=True, slots=True)
class Recorded:
    """One number: `value` at the default seed, `sd` over the seeds."""

    value: float
    sd: float


def read_recorded(folder: Path) -> dict[str, dict[str, Recorded]]:
    """Setting → metric → number of the lesson in `folder`; empty without a file; raises ContentError."""
    file = folder / "recorded.toml"
    if not file.exists():
        return {}
    fields = read_fields(file)
    numbers: dict[str, dict[str, Recorded]] = {}
    for setting in fields.values:
        if setting == "format_version":
            continue
        metrics = fields.table(setting)
        numbers[setting] = {}
        for metric in metrics.values:
            number = metrics.table(metric).only("value", "sd")
            numbers[setting][metric] = Recorded(float(number.number("value")), float(number.number("sd")))
    return numbers


def values(recorded: Mapping[str, Mapping[str, Recorded]]) -> dict[str, dict[str, float]]:
    """Setting → metric → value."""
    return {
        setting: {metric: number.value for metric, number in own.items()} for setting, own in recorded.items()
    }
