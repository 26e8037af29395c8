"""Recorded numbers: what must be recorded, how it is written, and whether recorded.toml says just that."""

from __future__ import annotations

import itertools
import math
import statistics
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tutor.check.claims import Seeds
from tutor.check.problem import Problem
from tutor.check.source import Source
from tutor.course.expression import parse
from tutor.course.lines import line_of, scan
from tutor.course.placeholder import Placeholder
from tutor.course.question import Numeric, Prediction, ReadPlot

SEEDS = 5
"""The seeds, from 0, whose spread is recorded."""

DIGITS = 3
"""The least significant digits of a recorded value."""

HEAD = "# Written by mltutor check --record; the prose quotes these numbers.\nformat_version = 1\n"
AGAIN = "run mltutor check --record, then read the prose again"


@dataclass(slots=True)
class Need:
    """A number that prose prints or an expression uses: the formats it is printed in, and where first."""

    file: Path
    line: int
    printed: list[Placeholder] = field(default_factory=list)


def needed(source: Source) -> dict[tuple[str, str], Need]:
    """Setting and metric of every number that is to be recorded."""
    needs: dict[tuple[str, str], Need] = {}
    for placeholder, file, line in source.printed():
        key = placeholder.setting, placeholder.metric
        needs.setdefault(key, Need(file, line)).printed.append(placeholder)
    for place, question in enumerate(source.lesson.questions):
        match question:
            case Numeric():
                texts, bare = [question.key, *(slip.key for slip in question.slips)], ""
            case Prediction() | ReadPlot():
                texts = [question.key] if question.key else [choice.when for choice in question.choices]
                bare = question.setting
            case _:
                continue
        where = source.problem(("questions", place), "")
        for name in sorted(name for text in texts for name in parse(text).names()):
            setting, _, metric = name.rpartition(".")
            needs.setdefault((setting or bare, metric), Need(where.file, where.line))
    return needs


def written(needs: Mapping[tuple[str, str], Need], seeds: Seeds) -> dict[str, str]:
    """What recorded.toml must say: `setting.metric.value` and `.sd` → its text, sorted by name."""
    texts: dict[str, str] = {}
    for (setting, metric), need in sorted(needs.items()):
        drawn = [facts[setting][metric] for facts in seeds if metric in facts.get(setting, {})]
        if len(drawn) == len(seeds):
            texts[f"{setting}.{metric}.value"] = value_text(drawn[0], need.printed)
            texts[f"{setting}.{metric}.sd"] = spread_text(drawn[:SEEDS])
    return texts


def render(texts: Mapping[str, str]) -> str:
    """The text of recorded.toml."""
    tables: dict[str, list[str]] = {}
    for name, text in texts.items():
        table, _, key = name.rpartition(".")
        tables.setdefault(table, []).append(f"{key} = {text}")
    return HEAD + "".join(f"\n[{table}]\n" + "\n".join(rows) + "\n" for table, rows in tables.items())


def check_numbers(source: Source, seeds: Seeds) -> Iterator[Problem]:
    """Problems of the recorded numbers, given the metrics of each seed."""
    needs = needed(source)
    yield from _claimed(source)
    for (setting, metric), need in needs.items():
        if setting in seeds[0] and metric not in seeds[0][setting]:
            known = ", ".join(sorted(seeds[0][setting])) or "none"
            yield Problem(
                need.file, need.line, f"the run {setting} gives no metric {metric}; it gives {known}"
            )
    wanted = written(needs, seeds)
    file = source.lesson.folder / "recorded.toml"
    text = file.read_text(encoding="utf-8") if file.exists() else ""
    lines = scan(text)
    found = {
        f"{setting}.{metric}.{key}": line_of(lines, (setting, metric, key))
        for setting, metric, key in (path for path in lines if len(path) == 3)
    }
    yield from _compared(wanted, found, text.splitlines(), file, needs)
    known_names = {f"{setting}.{metric}" for setting, metric in needs}
    for name, line in found.items():
        if name.rpartition(".")[0] not in known_names:
            yield Problem(file, line, f"{name} is recorded, but nothing prints or uses it; {AGAIN}")
    yield from _band(wanted, seeds, found, file)
    yield from _layout(wanted, text, file)


def _compared(
    wanted: Mapping[str, str],
    found: Mapping[str, int],
    rows: Sequence[str],
    file: Path,
    needs: Mapping[tuple[str, str], Need],
) -> Iterator[Problem]:
    """Each number, letter by letter."""
    if not file.exists():
        if wanted:
            yield Problem(file, 1, f"there are no recorded numbers yet; {AGAIN}")
        return
    for name, text in wanted.items():
        setting, metric, _ = name.split(".")
        if name not in found:
            need = needs[setting, metric]
            yield Problem(need.file, need.line, f"{name} is not recorded; {AGAIN}")
            continue
        said = rows[found[name] - 1].partition("=")[2].strip()
        if said != text:
            yield Problem(file, found[name], f"{name} is {said}, but the runs give {text}; {AGAIN}")


def _layout(wanted: Mapping[str, str], text: str, file: Path) -> Iterator[Problem]:
    """Comments and order, when every number is right."""
    rows, ours = text.splitlines(), render(wanted).splitlines()
    if text and sorted(row for row in rows if "=" in row) == sorted(row for row in ours if "=" in row):
        for place, (row, our) in enumerate(itertools.zip_longest(rows, ours), start=1):
            if row != our:
                yield Problem(file, place, f"is not as --record writes it; {AGAIN}")
                return


def _claimed(source: Source) -> Iterator[Problem]:
    """Every number that prose prints is named by a claim."""
    claimed: set[tuple[str, str]] = set()
    for experiment in source.lesson.experiments:
        for claim in experiment.claims:
            for name in parse(claim.test).names():
                setting, _, metric = name.rpartition(".")
                claimed.add((setting or experiment.id, metric))
    told: set[tuple[str, str]] = set()
    for each, file, line in source.printed():
        key = each.setting, each.metric
        if key not in claimed | told:
            told.add(key)
            yield Problem(
                file,
                line,
                f"{each.setting}.{each.metric} is printed but no claim names it; claim what it shows",
            )


def _band(wanted: Mapping[str, str], seeds: Seeds, found: Mapping[str, int], file: Path) -> Iterator[Problem]:
    """Every seed lies within three recorded standard deviations of the seeds' mean."""
    for name in [name for name in wanted if name.endswith(".sd") and name in found]:
        setting, metric, _ = name.split(".")
        spread = float(wanted[name])
        drawn = [facts[setting][metric] for facts in seeds]
        middle = statistics.fmean(drawn)
        for seed, value in enumerate(drawn):
            if spread and abs(value - middle) > 3 * spread:
                yield Problem(
                    file,
                    found[name],
                    f"{name}: seed {seed} gives {value:.4g}, more than three sd from the mean",
                )
                break


def value_text(value: float, printed: Sequence[Placeholder]) -> str:
    """The value with as many decimals as any prose prints, and enough that every format prints the same."""
    value += 0.0
    least = DIGITS - 1 - math.floor(math.log10(abs(value))) if value else 0
    decimals = max([least, 1, *(each.decimals for each in printed)])
    while decimals < 15 and any(
        format(round(value, decimals), each.format) != format(value, each.format) for each in printed
    ):
        decimals += 1
    return _trimmed(f"{value:.{decimals}f}")


def spread_text(drawn: Sequence[float]) -> str:
    """The standard deviation with two significant digits."""
    spread = statistics.stdev(drawn)
    if spread <= 1e-12 * max(1.0, *(abs(value) for value in drawn)):
        return "0.0"
    decimals = 1 - math.floor(math.log10(spread))
    return _trimmed(f"{round(spread, decimals):.{max(decimals, 1)}f}")


def _trimmed(text: str) -> str:
    """The number without zeros at its end, but with one decimal."""
    return text.rstrip("0") + ("0" if text.rstrip("0").endswith(".") else "")
